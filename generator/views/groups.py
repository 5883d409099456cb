"""Group entries by what they share: a term, a year, a venue, an author."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.facets import FACETS, Facet
from generator.views.order import sort_newest_first


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that share a term (or one of the terms below it), newest first."""

    slug: str
    label: str
    description: str
    entries: tuple[Entry, ...]
    parent: str | None = None


def list_groups(catalog: Catalog, facet: str) -> list[Group]:
    """List the groups with entries of the facet named `facet`, in the order of the facet.

    Raises KeyError for an unknown facet.
    """
    return catalog.index(_BUILDERS[facet])


def find_term_slug(facet: Facet, value: str, catalog: Catalog) -> str:
    """Return the slug of a term, the id of an entry, or the part of an address for a plain text.

    It is empty for a term that the vocabulary does not have.
    """
    if facet.names_works and value in catalog.entries:
        return value
    if facet.vocabulary:
        term = catalog.vocabulary(facet.vocabulary).get(value)
        return term.slug if term else ""
    return facet.slug_of(value)


def find_term_label(facet: Facet, value: str, catalog: Catalog) -> str:
    """Return what a reader sees for `value`."""
    if facet.vocabulary:
        return catalog.label(facet.vocabulary, value)
    return catalog.work_label(value) if facet.names_works else value


def build_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    """Build the groups of `facet`; `list_groups` does so only once for each catalog."""
    return _term_groups(facet, catalog) if facet.vocabulary else _text_groups(facet, catalog)


def _term_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    terms = catalog.vocabulary(facet.vocabulary or "")
    members: dict[str, dict[str, Entry]] = {}
    for entry in catalog:
        for value in facet.read_values(entry):
            if term := terms.get(value):
                for group in (term, *terms.ancestors(term.slug)):
                    members.setdefault(group.slug, {})[entry.id] = entry
    return [
        Group(
            term.slug,
            term.label,
            term.description or term.name,
            tuple(sort_newest_first(found.values())),
            term.parent,
        )
        for term in terms
        if (found := members.get(term.slug))
    ]


def _text_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    labels: dict[str, str] = {}
    members: dict[str, dict[str, Entry]] = {}
    for entry in catalog:
        for value in facet.read_values(entry):
            if name := find_term_slug(facet, value, catalog):
                labels.setdefault(name, find_term_label(facet, value, catalog))
                members.setdefault(name, {})[entry.id] = entry
    ordered = sorted(members, key=lambda name: facet.sort_key(labels[name]))
    return [
        Group(name, labels[name], "", tuple(sort_newest_first(members[name].values()))) for name in ordered
    ]


_BUILDERS: dict[str, Callable[[Catalog], list[Group]]] = {
    facet.name: partial(build_groups, facet) for facet in FACETS
}
"""One function for each facet: a catalog remembers its groups by the identity of the function."""
