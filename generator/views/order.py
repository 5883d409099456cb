"""The orders in which outputs list entries; no output sorts by itself."""

from collections.abc import Callable, Iterable

from generator.entry.model import Entry
from generator.entry.vocabulary import SectionOrder
from generator.text import fold


def by_date(entries: Iterable[Entry]) -> list[Entry]:
    """Newest first; dateless entries last; ties by title."""
    return sorted(_by_whole_title(entries), key=lambda entry: entry.date or "", reverse=True)


def _by_whole_title(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (fold(entry.title), entry.id))


def by_date_oldest(entries: Iterable[Entry]) -> list[Entry]:
    """Oldest first; dateless entries last; ties by title."""
    return sorted(_by_whole_title(entries), key=lambda entry: (not entry.date, entry.date or ""))


def by_added(entries: Iterable[Entry]) -> list[Entry]:
    """Last added first; ties by date, newest first, then by id."""
    by_id = sorted(entries, key=lambda entry: entry.id)
    return sorted(by_id, key=lambda entry: (entry.added, entry.date or ""), reverse=True)


def by_title(entries: Iterable[Entry]) -> list[Entry]:
    """In the order of the short names or titles."""
    return sorted(entries, key=lambda entry: (fold(entry.label), entry.id))


ORDERS: dict[SectionOrder, Callable[[Iterable[Entry]], list[Entry]]] = {
    "newest": by_date,
    "oldest": by_date_oldest,
    "title": by_title,
}
"""The orders that a section can have, by the name in its term."""
