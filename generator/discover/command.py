"""The command `discover`: read records, rank the new ones, say what happened to listed works."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator.add.drafting.suggesting import can_suggest
from generator.catalog.candidates import (
    Candidate,
    CandidateFile,
    read_candidates,
    write_candidates,
)
from generator.catalog.catalog import Catalog
from generator.catalog.declined import DECLINED_PATH, read_declined
from generator.catalog.discovery import DISCOVERY_NAME, Discovery, read_discovery
from generator.checking.load import load
from generator.discover.arguments import DiscoverOptions
from generator.discover.left_out import drop_handled, find_ids, index_known_works
from generator.discover.listed_preprints import ask_listed
from generator.discover.notices import Notice, find_notices
from generator.discover.ranking import MIN_ENTRIES, Pool, rank_records
from generator.discover.reading import Incomplete, fetch_records, make_query
from generator.discover.record import Record
from generator.discover.record_files import BadRecords, read_records
from generator.discover.report import Report, format_report
from generator.entry.folder import ENTRIES_FOLDER, VOCABULARY_FOLDER
from generator.exits import OK, PROBLEMS_FOUND, USAGE
from generator.files.named import read_named, require_writable, write_named
from generator.links.asking.pacing import Clock, SystemClock
from generator.links.client_context import make_client_context
from generator.links.providers.arxiv_search import ArxivSearch
from generator.links.remembering.abstracts import ABSTRACTS_FILE, read_abstracts
from generator.settings import load_settings
from generator.views.scopes import list_core
from generator.yamlfiles.reading import read_document

LEARNED_WEEKS = 8
"""How many weeks of records are read to learn from."""

KEPT_WEEKS = 8
"""How long a candidate waits for a decision before it is dropped."""

_OVERLAP = timedelta(days=4)
"""arXiv announces a work up to four days after its submission."""

MISSING = "scikit-learn is missing: `make suggest` installs it, and so does `pip install '.[suggest]'`"


@dataclass(frozen=True, slots=True)
class DiscoverOutput:
    """The text that the command prints, and its exit code."""

    text: str
    code: int = OK


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a run reads before it ranks."""

    before: CandidateFile
    since: date
    discovery: Discovery
    proposed: set[str]
    records: list[Record]


def run(options: DiscoverOptions, clock: Clock | None = None) -> DiscoverOutput:
    """Run the command; the report is returned, and written where the options say so."""
    clock = clock or SystemClock()
    if options.report:
        require_writable(options.report)
    catalog = load(options.root).catalog
    if obstacle := _find_obstacle(catalog):
        return DiscoverOutput(f"medvlm discover: {obstacle}", USAGE)
    try:
        reading = _read(options, clock)
    except BadRecords as error:
        return DiscoverOutput(f"medvlm discover: {error}", USAGE)
    except Incomplete as error:
        return DiscoverOutput(f"medvlm discover: {error}", PROBLEMS_FOUND)
    content = _choose(reading, catalog, options, clock.now().date())
    listed = [] if options.records else ask_listed(make_client_context(options.root, clock), catalog)
    notices = find_notices([*reading.records, *listed], catalog)
    return _publish(options, content, notices, len(reading.records), catalog)


def _find_obstacle(catalog: Catalog) -> str | None:
    """Say why nothing can be learned here."""
    if not can_suggest():
        return MISSING
    if len(list_core(catalog)) < MIN_ENTRIES:
        return f"nothing is learned from fewer than {MIN_ENTRIES} entries"
    return None


def _read(options: DiscoverOptions, clock: Clock) -> _Reading:
    before = read_candidates(options.root)
    since = options.since or _find_last_run(before, clock.now().date())
    discovery = load_discovery(options.root)
    text = read_named(options.proposed).decode("utf-8", "replace") if options.proposed else ""
    records = _read_records(options, discovery, since, clock)
    return _Reading(before, since, discovery, find_ids(text), records)


def _find_last_run(before: CandidateFile, today: date) -> date:
    return date.fromisoformat(before.until) - _OVERLAP if before.until else today - timedelta(days=7)


def _read_records(options: DiscoverOptions, discovery: Discovery, since: date, clock: Clock) -> list[Record]:
    first = since - timedelta(weeks=LEARNED_WEEKS)
    if options.records:
        return [one for one in read_records(options.records) if one.announced >= first.isoformat()]
    search = ArxivSearch(make_client_context(options.root, clock))
    query = make_query(discovery, first, clock.now().date())
    return fetch_records(search, query, options.root)


def load_discovery(root: Path) -> Discovery:
    """Load what is searched for; where the file has errors, which `check` reports, nothing is."""
    path = f"{ENTRIES_FOLDER}/{VOCABULARY_FOLDER}/{DISCOVERY_NAME}.yaml"
    return read_discovery(read_document(root / path, path), [])


def load_declined_ids(root: Path) -> set[str]:
    """Load the ids of the works that a maintainer declined."""
    if not (root / DECLINED_PATH).exists():
        return set()
    return set(read_declined(read_document(root / DECLINED_PATH, DECLINED_PATH), []))


def _choose(reading: _Reading, catalog: Catalog, options: DiscoverOptions, today: date) -> CandidateFile:
    """Choose the candidates: the best of the new records, and the earlier ones that are still open."""
    since, before, records = reading.since.isoformat(), reading.before, reading.records
    handled = reading.proposed | load_declined_ids(options.root)
    new = {record.id for record in drop_handled(records, handled) if record.announced >= since}
    abstracts = read_abstracts(options.root / ABSTRACTS_FILE)
    pool = Pool(drop_handled(records, reading.proposed), catalog, reading.discovery, abstracts)
    found = rank_records(pool, new, options.most, today.isoformat())
    kept = _keep_open(before.candidates, found, catalog, handled, today)
    until = max((record.announced for record in records), default=before.until)
    return CandidateFile(day=today.isoformat(), until=until, candidates=_sort([*found, *kept]))


def _keep_open(
    before: Sequence[Candidate],
    found: Sequence[Candidate],
    catalog: Catalog,
    handled: set[str],
    today: date,
) -> Iterator[Candidate]:
    """Yield the earlier candidates about which nobody has decided yet."""
    known = index_known_works(catalog)
    gone = handled | {one.id for one in found}
    oldest = (today - timedelta(weeks=KEPT_WEEKS)).isoformat()
    for one in before:
        if one.id not in gone and one.day >= oldest and not known.find(Record(one.id, one.title)):
            yield one


def _sort(candidates: Sequence[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (-one.score, one.id))


def _publish(
    options: DiscoverOptions, content: CandidateFile, notices: Sequence[Notice], read: int, catalog: Catalog
) -> DiscoverOutput:
    report = Report(content.candidates, notices, content.until, read, load_settings(options.root))
    text = format_report(report, catalog)
    if options.report:
        write_named(options.report, text)
    if options.save:
        write_candidates(options.root, content)
    return DiscoverOutput(text.rstrip("\n"))
