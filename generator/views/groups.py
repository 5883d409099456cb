"""Entries grouped by what they share: a term, a year, a venue, an author."""

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
    """The groups of the facet called `facet` that hold entries, in the facet's own order."""
    return catalog.index(_BUILDERS[facet])


def find_term_slug(facet: Facet, written: str, catalog: Catalog) -> str:
    """The slug of a term, the id of an entry, or the part of an address for a plain text."""
    if facet.names_works and written in catalog.entries:
        return written
    if facet.vocabulary:
        term = catalog.vocabulary(facet.vocabulary).get(written)
        return term.slug if term else ""
    return facet.slug_of(written)


def find_term_label(facet: Facet, written: str, catalog: Catalog) -> str:
    """What a reader sees for `written`."""
    if facet.vocabulary:
        return catalog.label(facet.vocabulary, written)
    return catalog.work_label(written) if facet.names_works else written


def build_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    """The groups of `facet`, made anew; `list_groups` makes those of a catalog once."""
    return _term_groups(facet, catalog) if facet.vocabulary else _text_groups(facet, catalog)


def _term_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    terms = catalog.vocabulary(facet.vocabulary or "")
    members: dict[str, dict[str, Entry]] = {}
    for entry in catalog:
        for written in facet.written(entry):
            if term := terms.get(written):
                for one in (term, *terms.ancestors(term.slug)):
                    members.setdefault(one.slug, {})[entry.id] = entry
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
        for written in facet.written(entry):
            if name := find_term_slug(facet, written, catalog):
                labels.setdefault(name, find_term_label(facet, written, catalog))
                members.setdefault(name, {})[entry.id] = entry
    ordered = sorted(members, key=lambda name: facet.order(labels[name]))
    return [
        Group(name, labels[name], "", tuple(sort_newest_first(members[name].values()))) for name in ordered
    ]


_BUILDERS: dict[str, Callable[[Catalog], list[Group]]] = {
    facet.name: partial(build_groups, facet) for facet in FACETS
}
"""One object a facet, by which a catalog remembers its groups."""
