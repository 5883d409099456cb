"""Measure how many works of a week that belong into the list are among the first of `medvlm discover`.

    python -m tests.bench.discover [RECORDS LISTED [IDS…]]

RECORDS is a stream (JSON lines, also .gz). LISTED is the folder of a list. What is right are its entries and
the works that the other files name: JSON lines with `arxiv`, or lines that are arXiv ids. Without arguments
a made stream and its made list are taken.

Each week is ranked by what was known before its Monday: entries whose arXiv id or date is in or after the
week are left out, and the eight weeks of records before it are what is not wanted. The first week has none
before it, so each of its records is ranked by a model that learned from the others of the week. Beside it
a keyword query: the product of how much a record names each topic, and the least of them.
"""

# ruff: noqa: T201 - a measurement prints its results

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from math import prod
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.catalog.discovery import Discovery
from generator.checking.load import load
from generator.discover.command import LEARNED_WEEKS, load_discovery
from generator.discover.left_out import index_known_works
from generator.discover.ranking import make_text
from generator.discover.record import Record
from generator.discover.record_files import read_records
from generator.entry.model import Entry
from generator.learning.examples import Text
from generator.learning.relevance import Relevance, measure_topics
from generator.render.markdown import format_table
from generator.views.scopes import list_core
from tests.discover.made_stream import make_list, make_listed, make_stream

AT = (15, 25, 50)
FIRST = 10
LEVELS = (0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.01)
LARGE = 75_000


@dataclass
class Truth:
    """A stream, a list, and which records of the stream are right."""

    records: list[Record]
    catalog: Catalog
    discovery: Discovery
    right: set[str]
    on_lists: set[str]
    """Those that a public list names."""
    abstracts: dict[str, str]
    owners: dict[str, str] = field(default_factory=dict)
    """The entry of a record, by id of the record."""

    def __post_init__(self) -> None:
        known = index_known_works(self.catalog)
        self.owners = {one.id: found for one in self.records if (found := known.find(one))}
        self.right |= set(self.owners)
        self.right &= {one.id for one in self.records}
        self.on_lists &= self.right
        self.days = {found: one.announced for one in self.records if (found := self.owners.get(one.id))}

    def was_known(self, entry: Entry, monday: date) -> bool:
        """Whether the list could have had the entry before `monday`."""
        if entry.id in self.days:
            return self.days[entry.id] < monday.isoformat()
        month = f"{monday:%y%m}"
        if entry.arxiv and entry.arxiv[:4].isdigit() and entry.arxiv[:4] != month:
            return entry.arxiv[:4] < month
        written = entry.date or ""
        return written < monday.isoformat()[: len(written)] if written else not entry.arxiv


Ranking = list[tuple[str, float]]
"""Ids, the best first, with the share that the model says."""


def rank_week(truth: Truth, monday: date, week: Sequence[Record], before: Sequence[Record]) -> Ranking:
    """Rank a week as `medvlm discover` does, by what was known before it."""
    core = list_core(truth.catalog)
    known = {entry.id for entry in core if truth.was_known(entry, monday)}
    old = [one for one in before if truth.owners.get(one.id) in known or one.id not in truth.right]
    elsewhere = [entry for entry in core if entry.id in known - {truth.owners.get(one.id) for one in old}]
    texts = [*old, *week]
    model = Relevance(
        [make_text(entry, truth.abstracts) for entry in elsewhere],
        [Text(one.title, one.abstract) for one in texts],
        [truth.owners.get(one.id) in known for one in texts],
        [False] * len(old) + [True] * len(week),
        truth.discovery,
    )
    ranks = model.rank()[len(old) :]
    found = sorted(zip(week, ranks, strict=True), key=lambda pair: (-pair[1].score, pair[0].id))
    return [(one.id, rank.share) for one, rank in found]


def rank_by_keywords(truth: Truth, week: Sequence[Record]) -> Ranking:
    """Rank a week by how much each record names the topics."""
    scored = []
    for one in week:
        levels = measure_topics(truth.discovery.count(one.title), truth.discovery.count(one.abstract))
        scored.append((-prod(levels) - min(levels), one.id))
    return [(id_, -score) for score, id_ in sorted(scored)]


@dataclass
class Tally:
    """What is counted over the weeks for one way to rank."""

    rows: list[list[str]] = field(default_factory=list)
    sums: list[int] = field(default_factory=lambda: [0] * (len(AT) + 4))
    shares: list[tuple[float, bool]] = field(default_factory=list)
    unlisted: list[tuple[int, str]] = field(default_factory=list)
    """Place and id of what is not known to be right among the first."""

    def add(self, monday: date, ranking: Ranking, truth: Truth) -> None:
        """Count one week."""
        ids = [id_ for id_, _ in ranking]
        right, on_lists = truth.right & {*ids}, truth.on_lists & {*ids}
        found = [len(right & {*ids[:at]}) for at in AT]
        first = len(right & {*ids[:FIRST]})
        numbers = [len(right), *found, first, len(on_lists), len(on_lists & {*ids[: AT[1]]})]
        self.sums = [a + b for a, b in zip(self.sums, numbers, strict=True)]
        self.rows.append([monday.isoformat(), str(len(ids)), *map(str, numbers[:5])])
        self.shares += [(share, id_ in right) for id_, share in ranking]
        self.unlisted += [(at + 1, id_) for at, id_ in enumerate(ids[:FIRST]) if id_ not in right]

    def summary(self, label: str) -> list[str]:
        """One row of the table of all weeks."""
        total, *found, first, on_lists, on_lists_found = self.sums
        shares = [f"{number / max(total, 1):.3f}" for number in found]
        precision = f"{first / (FIRST * max(len(self.rows), 1)):.3f}"
        return [label, *shares, precision, f"{on_lists_found / max(on_lists, 1):.3f}"]


def measure(truth: Truth) -> tuple[Tally, Tally]:
    """Rank all weeks by the model, and by keywords."""
    model, keywords = Tally(), Tally()
    days = [date.fromisoformat(one.announced) for one in truth.records]
    mondays = sorted({day - timedelta(days=day.weekday()) for day in days})
    for monday in mondays:
        first, end = monday - timedelta(weeks=LEARNED_WEEKS), monday + timedelta(days=7)
        week = _between(truth.records, monday, end)
        model.add(monday, rank_week(truth, monday, week, _between(truth.records, first, monday)), truth)
        keywords.add(monday, rank_by_keywords(truth, week), truth)
    return model, keywords


def _between(records: Iterable[Record], first: date, end: date) -> list[Record]:
    return [one for one in records if first.isoformat() <= one.announced < end.isoformat()]


def print_tables(truth: Truth, model: Tally, keywords: Tally) -> None:
    """Print the weeks, all of them together, and how far the shares are right."""
    ats = [f"found in {at}" for at in AT]
    print(format_table(["Week", "Records", "Right", *ats, f"right of {FIRST}"], model.rows), "\n")
    headers = ["", *(f"Recall at {at}" for at in AT), f"Precision at {FIRST}", "On lists, at 25"]
    print(format_table(headers, [model.summary("the model"), keywords.summary("keywords")]), "\n")
    rows = []
    for low, high in pairwise(LEVELS):
        inside = [right for share, right in model.shares if low <= share < high]
        said = [share for share, _ in model.shares if low <= share < high]
        if inside:
            row = [f"{sum(said) / len(said):.3f}", f"{sum(inside) / len(inside):.3f}", str(len(inside))]
            rows.append(row)
    print(format_table(["Share said", "Share right", "Records"], rows), "\n")
    titles = {one.id: one.title for one in truth.records}
    print("Among the first and not known to be right:")
    print("\n".join(f"{place}. {id_} {titles[id_]}" for place, id_ in model.unlisted), "\n")


def print_cost(truth: Truth) -> None:
    """Print seconds and memory for a week after eight weeks, and for many records."""
    for label, number in (("a week", 0), (f"{LARGE:,} records", LARGE)):
        records = truth.records
        copies = [
            Record(f"{place:08}.{at}", one.title, one.authors, one.abstract, announced=one.announced)
            for at in range(number // len(records))
            for place, one in enumerate(records)
        ]
        last = date.fromisoformat(max(one.announced for one in records))
        monday = last - timedelta(days=last.weekday())
        pool = [*records, *copies][: number or None]
        week = [one for one in pool if one.announced >= monday.isoformat()]
        before = [one for one in pool if one.announced < monday.isoformat()]
        if not number:
            before = _between(before, monday - timedelta(weeks=LEARNED_WEEKS), monday)
        start, cpu = time.perf_counter(), time.process_time()
        rank_week(truth, monday, week, before)
        seconds, busy = time.perf_counter() - start, time.process_time() - cpu
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{label}: {len(week) + len(before):,} records, "
            f"{seconds:.1f} s ({busy:.1f} s at work), {memory:.0f} MB"
        )


def read_truth(records: Path, listed: Path, others: Sequence[Path]) -> Truth:
    """Read a stream, a list and the files that say what is right."""
    right: set[str] = set()
    on_lists: set[str] = set()
    abstracts: dict[str, str] = {}
    for file in others:
        for line in file.read_text("utf-8").splitlines():
            if not line.startswith("{"):
                right.add(line.strip())
                continue
            row = json.loads(line)
            id_ = row.get("arxiv") or ""
            right.add(id_)
            if row.get("list_names") or row.get("lists"):
                on_lists.add(id_)
            if abstract := (row.get("arxiv_record") or {}).get("abstract"):
                abstracts[id_] = abstract
    stream = read_records([records])
    abstracts |= {one.id: one.abstract for one in stream}
    return Truth(stream, load(listed).catalog, load_discovery(listed), right - {""}, on_lists, abstracts)


def make_truth(folder: Path) -> Truth:
    """Make a stream of twelve weeks, and a list of works about the same."""
    make_list(folder, make_listed(60))
    stream, right = make_stream(12, a_week=120, wanted=10)
    return Truth(stream, load(folder).catalog, load_discovery(folder), right, set(right), {})


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        if arguments:
            records, listed, *others = map(Path, arguments)
            truth = read_truth(records, listed, others)
        else:
            truth = make_truth(Path(folder))
        print(f"{len(truth.records):,} records, {len(truth.right)} right, {len(truth.on_lists)} on lists\n")
        print_tables(truth, *measure(truth))
        if len(truth.records) >= 5000:
            print_cost(truth)


if __name__ == "__main__":
    main(sys.argv[1:])
