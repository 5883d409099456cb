"""The orders in which outputs list entries; no output has an order of its own."""

from collections.abc import Callable, Iterable, Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import SectionOrder
from generator.text import fold


def sort_newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by date, newest first; entries without a date are last; ties by title."""
    return sorted(_sort_by_whole_title(entries), key=lambda entry: entry.date or "", reverse=True)


def list_newest_first(catalog: Catalog) -> Sequence[Entry]:
    """List all entries of the catalog, as `sort_newest_first` sorts them; callers share the list."""
    return catalog.index(_sort_newest_first)


def _sort_newest_first(catalog: Catalog) -> Sequence[Entry]:
    return tuple(sort_newest_first(catalog))


def _sort_by_whole_title(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (fold(entry.title), entry.id))


def sort_oldest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by date, oldest first; entries without a date are last; ties by title."""
    return sorted(_sort_by_whole_title(entries), key=lambda entry: (not entry.date, entry.date or ""))


def sort_by_added(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by the day they were added, last added first; ties by date, newest first, then by id."""
    by_id = sorted(entries, key=lambda entry: entry.id)
    return sorted(by_id, key=lambda entry: (entry.added, entry.date or ""), reverse=True)


def sort_by_title(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by the short name or, without one, the title."""
    return sorted(entries, key=lambda entry: (fold(entry.label), entry.id))


SORT_ORDERS: dict[SectionOrder, Callable[[Iterable[Entry]], list[Entry]]] = {
    "newest": sort_newest_first,
    "oldest": sort_oldest_first,
    "title": sort_by_title,
}
"""The orders that a section can have, by the name that its term gives."""
