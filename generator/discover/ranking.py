"""Rank new works by what the catalog's entries have in common, and describe the best of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.add.draft import Draft
from generator.add.drafting.suggesting import suggest_terms, take_sure
from generator.add.drafting.venues import read_venue
from generator.add.registries.record_draft import draft_from_answer
from generator.catalog.candidates import MAX_AUTHORS, Candidate
from generator.catalog.catalog import Catalog
from generator.catalog.discovery import Discovery
from generator.discover.left_out import index_known_works
from generator.discover.record import Record
from generator.entry.model import Entry
from generator.entry.people import split_name
from generator.learning.examples import Text
from generator.links.answers.verdict import Target, WorkRecord, ok
from generator.links.providers.arxiv import NAME as ARXIV
from generator.views.scopes import list_core

if TYPE_CHECKING:  # it loads scikit-learn, which takes a second
    from generator.learning.relevance import Relevance

MIN_ENTRIES = 10
"""From fewer entries nothing is learned."""

_MAX_WORDS = 5
_MAX_NEAREST = 3
_MAX_LINE = 500


@dataclass(frozen=True)
class Pool:
    """The records to learn from and to rank; those of listed works are positive examples."""

    records: Sequence[Record]
    catalog: Catalog
    discovery: Discovery
    abstracts: Mapping[str, str]
    """Abstracts of listed works, by arXiv id."""


def rank_records(pool: Pool, new: set[str], most: int, today: str) -> list[Candidate]:
    """Return the candidates among the records whose ids are in `new`, the best first."""
    known = index_known_works(pool.catalog)
    owners = [known.find(record) for record in pool.records]
    core = list_core(pool.catalog)
    elsewhere = [entry for entry in core if entry.id not in set(owners)]
    model = _learn(pool, new, owners, core, elsewhere)
    ranks = model.rank()
    unlisted = [place for place, owner in enumerate(owners) if owner is None]
    places = [place for place in unlisted if pool.records[place].id in new]
    places.sort(key=lambda place: (-ranks[place].score, pool.records[place].id))
    return [
        describe_candidate(
            pool,
            pool.records[place],
            round(ranks[place].share, 3),
            model.explain(place, _MAX_WORDS),
            [elsewhere[at].id for at in model.find_nearest(place, _MAX_NEAREST)],
            today,
        )
        for place in places[:most]
    ]


def _learn(
    pool: Pool, new: set[str], owners: Sequence[str | None], core: Sequence[Entry], elsewhere: Sequence[Entry]
) -> "Relevance":
    """Learn from the entries `elsewhere`, of which no record is in the pool, and from the records."""
    from generator.learning.relevance import Relevance

    core_ids = {entry.id for entry in core}
    return Relevance(
        [make_text(entry, pool.abstracts) for entry in elsewhere],
        [Text(record.title, record.abstract) for record in pool.records],
        [owner in core_ids for owner in owners],
        [record.id in new for record in pool.records],
        pool.discovery,
    )


def make_text(entry: Entry, abstracts: Mapping[str, str]) -> Text:
    """Return the words of an entry: title and abstract, or the summary where no abstract is at hand."""
    return Text(entry.title, abstracts.get(entry.arxiv or "") or entry.summary or "")


def describe_candidate(
    pool: Pool, record: Record, score: float, words: list[str], nearest: list[str], today: str
) -> Candidate:
    """Describe one candidate as a maintainer reads it, with proposed terms."""
    terms = suggest_terms(pool.catalog, record.title, record.abstract)
    section = next((found.term for found in terms.get("section", ())), "")
    return Candidate(
        id=record.id,
        title=record.title[:_MAX_LINE],
        authors=[name[:_MAX_LINE] for name in record.authors[:MAX_AUTHORS]],
        date=record.announced,
        section=section,
        score=score,
        day=today,
        tasks=take_sure("tasks", list(terms.get("tasks", ()))),
        modalities=take_sure("modalities", list(terms.get("modalities", ()))),
        venue=describe_venue(record, pool.catalog)[:_MAX_LINE],
        code=_find_code(make_draft(record))[:_MAX_LINE],
        words=words,
        nearest=nearest,
    )


def make_draft(record: Record) -> Draft:
    """Make the draft that `medvlm add` would make of the record."""
    facts = WorkRecord(
        record.title,
        tuple(map(split_name, record.authors)),
        record.announced,
        record.doi,
        record.journal,
        comment=record.comment,
        abstract=record.abstract,
    )
    return draft_from_answer(Target(ARXIV, record.id), ok(facts), facts)


def _find_code(draft: Draft) -> str:
    """Return the first address of the code, or an empty text."""
    found = draft.data.get("links", {}).get("code", "")
    return found if isinstance(found, str) else next(iter(found), "")


def describe_venue(record: Record, catalog: Catalog) -> str:
    """Return the venue that the comment or the journal reference names, with its year, or an empty text."""
    venue, _ = read_venue(make_draft(record), catalog)
    return f"{venue['name']} {venue['year']}" if venue else ""
