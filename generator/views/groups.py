"""Group entries by what they share: a term, a year, a venue, an author."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Scope, Term, Vocabulary
from generator.views.facets import FACETS, FACETS_BY_NAME, Facet
from generator.views.order import list_newest_first
from generator.views.scopes import SCOPE_LABELS, find_scope


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that share a term (or one of the terms below it).

    The core work among them is in `entries`, the rest in `others`, both newest first. In the group of a
    section of background or adjacent work, its own work is in `entries`.
    """

    slug: str
    label: str
    description: str
    entries: tuple[Entry, ...]
    others: tuple[Entry, ...] = ()
    parent: str | None = None
    scope: Scope = "core"
    """The scope of `entries`."""

    @property
    def scope_label(self) -> str:
        """The label of its scope, which is empty for core work."""
        return SCOPE_LABELS[self.scope]

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """The entries, then the others."""
        return self.entries + self.others


def list_groups(catalog: Catalog, facet: str) -> list[Group]:
    """List the groups of the facet named `facet` that have enough entries, in the order of the facet.

    Raises KeyError for an unknown facet.
    """
    return catalog.index(_BUILDERS[facet])


def find_term_slug(facet: Facet, value: str, catalog: Catalog) -> str:
    """Return the slug of a term, the id of an entry, or the part of an address for a plain text.

    It is empty for a term that the vocabulary does not have. All spellings of one name have one slug.
    """
    if facet.names_works and value in catalog.entries:
        return value
    if facet.vocabulary:
        term = catalog.vocabulary(facet.vocabulary).get(value)
        return term.slug if term else ""
    joined = _find_joined(facet, value, catalog)
    return joined.slug if joined else facet.slug_of(value)


def list_author_slugs(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    """List the authors of `entry`, each as printed and as a slug; callers share the list."""
    return catalog.make_once(_list_author_slugs, entry)


def _list_author_slugs(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    facet = FACETS_BY_NAME["author"]
    return [(name, find_term_slug(facet, name, catalog)) for name in facet.read_values(entry)]


def find_term_label(facet: Facet, value: str, catalog: Catalog) -> str:
    """Return what a reader sees for `value`."""
    if facet.vocabulary:
        return catalog.label(facet.vocabulary, value)
    if facet.names_works:
        return catalog.work_label(value)
    joined = _find_joined(facet, value, catalog)
    return joined.label if joined else value


def list_indexed_facets(catalog: Catalog) -> list[Facet]:
    """List the facets with an index page: those with a page that counts core work."""
    return [facet for facet in FACETS if facet.plural and list_index(facet, catalog)]


def list_index(facet: Facet, catalog: Catalog) -> list[Group]:
    """List the groups on the index page of `facet`."""
    groups = list_groups(catalog, facet.name)
    return [group for group in groups if group.entries and has_page(facet, group.slug, catalog)]


def has_page(facet: Facet, slug: str, catalog: Catalog) -> bool:
    """Return whether the group `slug` of `facet` has enough entries for a page."""
    return slug in catalog.index(_PAGE_FINDERS[facet.name])


def build_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    """Build the groups of `facet`; `list_groups` does so only once for each catalog."""
    return _list_term_groups(facet, catalog) if facet.vocabulary else _list_text_groups(facet, catalog)


def _list_term_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    terms = catalog.vocabulary(facet.vocabulary or "")
    paths = {terms.entry_value(term): [found.slug for found in terms.path(term.slug)] for term in terms}

    def slugs_of(entry: Entry) -> Iterator[str]:
        return (slug for value in facet.read_values(entry) for slug in paths.get(value, ()))

    members = _gather_members(slugs_of, catalog)
    known = [term for term in terms if term.slug in members]
    return [_make_term_group(term, terms, members[term.slug], catalog) for term in known]


def _make_term_group(term: Term, terms: Vocabulary, found: Iterable[Entry], catalog: Catalog) -> Group:
    scope = terms.find_scope(term.slug)
    entries, others = _split(found, scope, catalog)
    return Group(term.slug, term.label, term.description or term.name, entries, others, term.parent, scope)


def _gather_members(slugs_of: Callable[[Entry], Iterable[str]], catalog: Catalog) -> dict[str, list[Entry]]:
    """The entries with each slug, newest first."""
    members: dict[str, list[Entry]] = {}
    for entry in list_newest_first(catalog):
        for slug in dict.fromkeys(slugs_of(entry)):
            members.setdefault(slug, []).append(entry)
    return members


def _split(
    found: Iterable[Entry], scope: Scope, catalog: Catalog
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the entries of `scope`, and the others, both in the order of `found`."""
    entries: list[Entry] = []
    others: list[Entry] = []
    for entry in found:
        (entries if find_scope(entry, catalog) == scope else others).append(entry)
    return tuple(entries), tuple(others)


def _list_text_groups(facet: Facet, catalog: Catalog) -> list[Group]:
    slugs: dict[str, str] = {}
    values: dict[str, str] = {}
    for value in (value for entry in catalog for value in facet.read_values(entry)):
        if value not in slugs:
            slugs[value] = find_term_slug(facet, value, catalog)
            values.setdefault(slugs[value], value)
    members = _gather_members(lambda entry: map(slugs.__getitem__, facet.read_values(entry)), catalog)
    enough = [slug for slug, found in members.items() if slug and len(found) >= facet.min_entries]
    labels = {slug: find_term_label(facet, values[slug], catalog) for slug in enough}
    ordered = sorted(enough, key=lambda slug: facet.sort_key(labels[slug]))
    return [Group(slug, labels[slug], "", *_split(members[slug], "core", catalog)) for slug in ordered]


def _find_joined(facet: Facet, value: str, catalog: Catalog) -> Term | None:
    """Find the term that joins `value` with other spellings; punctuation does not count."""
    return catalog.index(_JOINERS[facet.name]).get(facet.slug_of(value)) if facet.spellings else None


def _index_spellings(facet: Facet, catalog: Catalog) -> dict[str, Term]:
    terms = catalog.vocabulary(facet.spellings or "")
    return {facet.slug_of(name): term for term in terms for name in (term.label, *term.aliases)}


def _find_slugs_with_page(facet: Facet, catalog: Catalog) -> set[str]:
    groups = list_groups(catalog, facet.name) if facet.plural else []
    return {group.slug for group in groups if len(group.all_entries) >= facet.min_entries}


_BUILDERS: dict[str, Callable[[Catalog], list[Group]]] = {
    facet.name: partial(build_groups, facet) for facet in FACETS
}
"""One function for each facet: a catalog remembers its groups by the identity of the function."""

_PAGE_FINDERS: dict[str, Callable[[Catalog], set[str]]] = {
    facet.name: partial(_find_slugs_with_page, facet) for facet in FACETS
}
_JOINERS: dict[str, Callable[[Catalog], dict[str, Term]]] = {
    facet.name: partial(_index_spellings, facet) for facet in FACETS
}
