"""What outputs show of a catalogue: its entries sorted, grouped and linked; no output sorts itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.model import OTHERS, Entry
from generator.text import fold, slug
from generator.vocabulary import Order, Term


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address of an entry; `kind` is the key of `links`, or arxiv or doi."""

    kind: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its own entries, sorted, and its subsections; empty ones are left out."""

    term: Term
    entries: tuple[Entry, ...]
    children: tuple["Section", ...] = ()

    @property
    def count(self) -> int:
        """Entries here and in the subsections."""
        return len(self.entries) + sum(child.count for child in self.children)

    def all_entries(self) -> Iterator[Entry]:
        """Entries here and then those of the subsections."""
        yield from self.entries
        for child in self.children:
            yield from child.all_entries()


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that share a term (or one of the terms below it), newest first."""

    slug: str
    label: str
    description: str
    entries: tuple[Entry, ...]
    parent: str | None = None


LINK_LABELS = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "paper": "Paper",
    "pdf": "PDF",
    "code": "Code",
    "weights": "Weights",
    "data": "Data",
    "project": "Project",
    "demo": "Demo",
}


def links(entry: Entry) -> list[Link]:
    """All links of `entry`, those to the paper first."""
    return list(_links(entry))


def _links(entry: Entry) -> Iterator[Link]:
    if entry.arxiv:
        yield Link("arxiv", LINK_LABELS["arxiv"], f"https://arxiv.org/abs/{entry.arxiv}")
    if entry.doi:
        yield Link("doi", LINK_LABELS["doi"], f"https://doi.org/{entry.doi}")
    for kind in type(entry.links).model_fields:
        for url in getattr(entry.links, kind):
            yield Link(kind, LINK_LABELS[kind], url)


def main_link(entry: Entry) -> Link | None:
    """Where the title leads: the paper if it can be had, else whatever there is."""
    return next(_links(entry), None)


def other_links(entry: Entry) -> list[Link]:
    """The links that are no second way to the paper, without the one of the title."""
    papers = ("arxiv", "doi", "paper", "pdf")
    found = links(entry)
    return [link for link in found if link.kind not in papers and link != found[0]]


def first_authors(entry: Entry, most: int = 3) -> str:
    """The authors' names, cut to the first few."""
    known = [name for name in entry.authors if name != OTHERS]
    names = ", ".join(known[:most])
    return f"{names}, et al." if len(entry.authors) > min(most, len(known)) else names


def venue(entry: Entry, catalog: Catalog) -> str:
    """Venue, year and track as one reads them, such as `EMNLP 2020 Findings`."""
    if not entry.venue:
        return ""
    track = entry.venue.track
    suffix = f" {catalog.label('tracks', track)}" if track and track != "main" else ""
    return f"{entry.venue.name} {entry.venue.year}{suffix}"


def card(entry: Entry, catalog: Catalog) -> str | None:
    """The table that an entry of this kind stands in: model, dataset or none."""
    kind = catalog.vocabulary("kinds").get(entry.kind)
    return kind.card if kind else None


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


_ORDERS: dict[Order, Callable[[Iterable[Entry]], list[Entry]]] = {
    "newest": by_date,
    "oldest": by_date_oldest,
    "title": by_title,
}


def sections(catalog: Catalog) -> list[Section]:
    """The sections that hold entries, in the order of the vocabulary."""
    by_slug: dict[str, list[Entry]] = {}
    for entry in catalog:
        by_slug.setdefault(entry.section, []).append(entry)
    top = [term for term in catalog.vocabulary("sections") if not term.parent]
    found = (_section(term, by_slug, catalog) for term in top)
    return [section for section in found if section.count]


def _section(term: Term, by_slug: dict[str, list[Entry]], catalog: Catalog) -> Section:
    below = (
        _section(child, by_slug, catalog) for child in catalog.vocabulary("sections").children(term.slug)
    )
    entries = _ORDERS[term.order](by_slug.get(term.slug, ()))
    return Section(term, tuple(entries), tuple(child for child in below if child.count))


def groups(catalog: Catalog, facet: str) -> list[Group]:
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
