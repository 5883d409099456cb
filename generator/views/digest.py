"""What happened in a month: works added, published and withdrawn, and candidates that came up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalog.candidates import Candidate
from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import NOTHING_HAPPENED, Chronicle
from generator.catalog.history import CameUp, Event
from generator.entry.identifiers import ARXIV
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.text import count_noun
from generator.views.order import sort_newest_first
from generator.views.scopes import keep_core

_DAY_LENGTH = len("2026-11-24")


@dataclass(frozen=True, slots=True)
class Digest:
    """A month, `YYYY-MM`; each work is named once in each part."""

    month: str
    added: Sequence[tuple[Term, Sequence[Entry]]] = ()
    """Core work by section, in the order of the vocabulary; the newest publications first."""
    others: int = 0
    """How many entries of background and adjacent work were added."""
    published: Sequence[Entry] = ()
    """Listed works that got a venue."""
    withdrawn: Sequence[tuple[str, Entry]] = ()
    """Listed works with their new status."""
    candidates: Sequence[tuple[CameUp, Entry | None]] = ()
    """Works that came up, each with its entry if it was added since."""

    @property
    def count(self) -> int:
        """The number of core works that were added."""
        return sum(len(entries) for _, entries in self.added)

    @property
    def summary(self) -> str:
        """The numbers of its parts in words."""
        parts = [f"{count_noun(self.count, 'work')} added"] if self.count else []
        parts += (
            [f"{count_noun(self.others, 'entry')} of background and adjacent work"] if self.others else []
        )
        parts += [f"{len(self.published):,} published"] if self.published else []
        parts += [f"{len(self.withdrawn):,} withdrawn, retracted or superseded"] if self.withdrawn else []
        parts += [f"{count_noun(len(self.candidates), 'candidate')} came up"] if self.candidates else []
        return "; ".join(parts)


def list_digests(catalog: Catalog, chronicle: Chronicle) -> list[Digest]:
    """List the digest of each month in which something happened, the last month first."""
    months = list_months(catalog, chronicle)
    return [make_digest(month, catalog, chronicle) for month in sorted(months, reverse=True)]


def list_months(catalog: Catalog, chronicle: Chronicle = NOTHING_HAPPENED) -> set[str]:
    """List the months in which something happened; an entry without a whole day of addition has none."""
    days = [entry.added for entry in catalog if len(entry.added) == _DAY_LENGTH]
    days += [event.day for event in chronicle.history.events]
    days += [one.day for one in chronicle.history.candidates]
    return {day[:7] for day in days}


def make_digest(month: str, catalog: Catalog, chronicle: Chronicle) -> Digest:
    """Make the digest of `month`, which is empty where nothing happened."""
    added = [entry for entry in catalog if entry.added.startswith(f"{month}-")]
    core = keep_core(added, catalog)
    events = [event for event in chronicle.history.events if event.day.startswith(month)]
    entries = _index_entries(catalog)
    came_up = [one for one in chronicle.history.candidates if one.day.startswith(month)]
    return Digest(
        month,
        added=list(_group_by_section(core, catalog)),
        others=len(added) - len(core),
        published=[entry for event, entry in _find_entries(events, catalog) if event.kind == "published"],
        withdrawn=[
            (event.kind, entry)
            for event, entry in _find_entries(events, catalog)
            if event.kind != "published"
        ],
        candidates=[(one, entries.get(one.id)) for one in came_up if one.id not in chronicle.declined],
    )


def list_waiting(catalog: Catalog, chronicle: Chronicle) -> list[tuple[str, list[Candidate]]]:
    """List the candidates about which nobody has decided, by the day they came up, the last day first.

    Within a day the best is first, as in the file.
    """
    listed = _index_entries(catalog)
    found = [
        one
        for one in chronicle.waiting.candidates
        if one.id not in listed and one.id not in chronicle.declined
    ]
    days = sorted({one.day for one in found}, reverse=True)
    return [(day, [one for one in found if one.day == day]) for day in days]


def _index_entries(catalog: Catalog) -> dict[str, Entry]:
    return {id_: entry for entry in catalog for row, id_ in entry.identifiers if row is ARXIV}


def _group_by_section(entries: Iterable[Entry], catalog: Catalog) -> Iterable[tuple[Term, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for entry in sort_newest_first(entries):
        groups.setdefault(entry.section, []).append(entry)
    return ((term, groups[term.slug]) for term in catalog.vocabulary("sections") if term.slug in groups)


def _find_entries(events: Iterable[Event], catalog: Catalog) -> Iterable[tuple[Event, Entry]]:
    """Yield the events of entries that exist, also under a new id; the first of a kind counts."""
    seen = set()
    for event in events:
        entry = catalog.entries.get(catalog.ids_by_former_id.get(event.id, event.id))
        if entry and (event.kind, entry.id) not in seen:
            seen.add((event.kind, entry.id))
            yield event, entry
