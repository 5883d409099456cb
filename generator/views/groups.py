"""Entries grouped by what they share: a term, a year, a venue, an author."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import OTHERS, Entry
from generator.text import fold, slug
from generator.views.order import by_date


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that share a term (or one of the terms below it), newest first."""

    slug: str
    label: str
    description: str
    entries: tuple[Entry, ...]
    parent: str | None = None


def list_groups(catalog: Catalog, facet: str) -> list[Group]:
    """The groups of `facet`, one of `FACETS`, that hold entries, in the facet's own order."""
    return FACETS[facet].groups(catalog)


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to group entries; its name is the first part of its pages' addresses."""

    name: str
    label: str
    plural: str
    groups: Callable[[Catalog], list[Group]]


def _by_terms(
    vocabulary: str, terms_of: Callable[[Entry], Iterable[str]]
) -> Callable[[Catalog], list[Group]]:
    def build(catalog: Catalog) -> list[Group]:
        return _term_groups(catalog, vocabulary, terms_of)

    def groups_of(catalog: Catalog) -> list[Group]:
        return catalog.index(build)

    return groups_of


def _term_groups(
    catalog: Catalog, vocabulary: str, terms_of: Callable[[Entry], Iterable[str]]
) -> list[Group]:
    terms = catalog.vocabulary(vocabulary)
    members: dict[str, dict[str, Entry]] = {}
    for entry in catalog:
        for written in terms_of(entry):
            if term := terms.get(written):
                for one in (term, *terms.ancestors(term.slug)):
                    members.setdefault(one.slug, {})[entry.id] = entry
    return [
        Group(
            term.slug, term.label, term.description or term.name, tuple(by_date(found.values())), term.parent
        )
        for term in terms
        if (found := members.get(term.slug))
    ]


def _years(catalog: Catalog) -> list[Group]:
    years = sorted({entry.year for entry in catalog if entry.year}, reverse=True)
    by_year = {year: [entry for entry in catalog if entry.year == year] for year in years}
    return [Group(str(year), str(year), "", tuple(by_date(found))) for year, found in by_year.items()]


def _authors(catalog: Catalog) -> list[Group]:
    labels: dict[str, str] = {}
    members: dict[str, dict[str, Entry]] = {}
    for entry in catalog:
        for name in entry.authors:
            if name != OTHERS and (author := author_slug(name)):
                labels.setdefault(author, name)
                members.setdefault(author, {})[entry.id] = entry
    ordered = sorted(members, key=lambda author: (fold(labels[author].split()[-1]), fold(labels[author])))
    return [Group(author, labels[author], "", tuple(by_date(members[author].values()))) for author in ordered]


def author_slug(name: str) -> str:
    """What stands for an author in an address; names that differ only in accents are one."""
    return slug(name) or "-".join(f"{ord(char):x}" for char in fold(name) if char.isalnum())


FACETS = {
    facet.name: facet
    for facet in (
        Facet("section", "Section", "Sections", _by_terms("sections", lambda entry: [entry.section])),
        Facet("task", "Task", "Tasks", _by_terms("tasks", lambda entry: entry.tasks)),
        Facet("modality", "Modality", "Modalities", _by_terms("modalities", lambda entry: entry.modalities)),
        Facet("year", "Year", "Years", lambda catalog: catalog.index(_years)),
        Facet(
            "venue",
            "Venue",
            "Venues",
            _by_terms("venues", lambda entry: [entry.venue.name] if entry.venue else []),
        ),
        Facet("author", "Author", "Authors", lambda catalog: catalog.index(_authors)),
    )
}
"""Every facet that has pages, by name, in the order in which they are shown."""
