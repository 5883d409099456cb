"""The sections of the list with their entries, in the order of the vocabulary."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Scope, Term
from generator.views.order import SORT_ORDERS
from generator.views.scopes import CORE_SCOPES, OTHER_SCOPES, SCOPE_LABELS, find_scope


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its own entries, sorted, and its subsections; empty ones are left out."""

    term: Term
    entries: tuple[Entry, ...]
    children: tuple["Section", ...] = ()
    scope: Scope = "core"

    @property
    def scope_label(self) -> str:
        """The label of its scope, which is empty for core work."""
        return SCOPE_LABELS[self.scope]

    @property
    def count(self) -> int:
        """The number of entries here and in the subsections."""
        return len(self.entries) + sum(child.count for child in self.children)

    def all_entries(self) -> Iterator[Entry]:
        """Yield the entries here and then those of the subsections."""
        yield from self.entries
        for child in self.children:
            yield from child.all_entries()


def list_sections(catalog: Catalog, scopes: Collection[Scope] = CORE_SCOPES) -> list[Section]:
    """List the sections with entries of `scopes`, and only these entries, in the order of the vocabulary."""
    by_slug: dict[str, list[Entry]] = {}
    for entry in (entry for entry in catalog if find_scope(entry, catalog) in scopes):
        by_slug.setdefault(entry.section, []).append(entry)
    top = [term for term in catalog.vocabulary("sections") if not term.parent]
    found = (_build_section(term, by_slug, catalog) for term in top)
    return [section for section in found if section.count]


def _build_section(term: Term, by_slug: dict[str, list[Entry]], catalog: Catalog) -> Section:
    below = (
        _build_section(child, by_slug, catalog)
        for child in catalog.vocabulary("sections").children(term.slug)
    )
    entries = SORT_ORDERS[term.order](by_slug.get(term.slug, ()))
    scope = catalog.vocabulary("sections").find_scope(term.slug)
    return Section(term, tuple(entries), tuple(child for child in below if child.count), scope)


def list_other_sections(catalog: Catalog) -> list[Section]:
    """List the highest sections of background and of adjacent work, in the order of the vocabulary."""
    found = list_sections(catalog, OTHER_SCOPES)
    return [highest for section in found for highest in _find_highest_others(section)]


def _find_highest_others(section: Section) -> Iterator[Section]:
    if section.scope != "core":
        yield section
        return
    for child in section.children:
        yield from _find_highest_others(child)
