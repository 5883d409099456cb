"""What the browse page filters by: the facets, their terms, and which entry has which term."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.facets import FACETS, Facet
from generator.views.groups import find_term_label, find_term_slug
from generator.views.licenses import NOT_STATED, has_part
from generator.views.scopes import list_core


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A term of a facet.

    `count` is the number of core works with it, or with a term below it; it may be 0.
    """

    slug: str
    label: str
    parent: str | None
    count: int
    depth: int


FILTER_FACETS = tuple(facet for facet in FACETS if facet.filter != "other")
"""The facets whose terms the browse page filters by."""

AVAILABILITY_LABELS = {"code": "Code", "weights": "Weights", "data": "Data"}
"""The kinds of links by which entries are filtered, with their labels; each is a facet of one term."""

NOT_STATED_TERM = "not-stated"
"""The term of works that have what a facet is about, but no value."""


def list_term_slugs(facet: Facet, entry: Entry, catalog: Catalog) -> list[str]:
    """List the terms of `entry` in `facet`, without those above them."""
    found = [term for value in facet.read_values(entry) if (term := find_term_slug(facet, value, catalog))]
    is_missing = not found and facet.part and has_part(entry, facet.part)
    return [NOT_STATED_TERM] if is_missing else found


def index_term_slugs(facet: Facet, catalog: Catalog) -> Mapping[str, Sequence[str]]:
    """Return what `list_term_slugs` lists for each entry of the catalog, by the entry's id."""
    return catalog.index(_make_indexer(facet))


@cache  # one function for each facet: a catalog remembers its terms by the identity of the function
def _make_indexer(facet: Facet) -> Callable[[Catalog], dict[str, list[str]]]:
    return lambda catalog: {entry.id: list_term_slugs(facet, entry, catalog) for entry in catalog}


def has_several_terms(facet: Facet, catalog: Catalog) -> bool:
    """Whether an entry may have several terms of `facet`, so that a reader can ask for all of them."""
    return any(len(terms) > 1 for terms in index_term_slugs(facet, catalog).values())


def list_options(facet: Facet, catalog: Catalog) -> list[FacetOption]:
    """List the terms of `facet` that core work has, the most frequent first, each before those below it.

    *Not stated* is the last one. Callers share the list.
    An open facet also has the terms of other works only, which the cards of these works show.
    """
    return catalog.index(_make_lister(facet))


@cache
def _make_lister(facet: Facet) -> Callable[[Catalog], list[FacetOption]]:
    """Make one function for each facet, as `Catalog.index` knows what it keeps by the function."""
    return partial(_list_options, facet)


def _list_options(facet: Facet, catalog: Catalog) -> list[FacetOption]:
    own, families = index_term_slugs(facet, catalog), _list_families(facet, catalog)
    counts = _count_terms([own[entry.id] for entry in list_core(catalog)], families)
    known = set().union(*families.values()) if facet.is_open else counts.keys()
    labels, parents = _list_terms(facet, catalog)
    position = {term: index for index, term in enumerate(labels)}
    ordered = sorted(known, key=lambda term: (term == NOT_STATED_TERM, -counts[term], position[term]))

    def list_below(parent: str | None, depth: int) -> Iterable[FacetOption]:
        for term in ordered:
            if parents.get(term) == parent:
                yield FacetOption(term, labels[term], parent, counts[term], depth)
                yield from list_below(term, depth + 1)

    return list(list_below(None, 0))


def _count_terms(
    terms_of_entries: Iterable[Sequence[str]], families: Mapping[str, Sequence[str]]
) -> Counter[str]:
    """How many entries have each term, or one below it; those with equal terms are counted at once."""
    counts: Counter[str] = Counter()
    for terms, count in Counter(map(tuple, terms_of_entries)).items():
        for term in set().union(*map(families.__getitem__, terms)):
            counts[term] += count
    return counts


def _list_families(facet: Facet, catalog: Catalog) -> dict[str, list[str]]:
    """Each term that an entry has, with itself and the terms above it."""
    vocabulary = catalog.vocabulary(facet.vocabulary or "")
    own = {term for terms in index_term_slugs(facet, catalog).values() for term in terms}
    return {term: [term, *(above.slug for above in vocabulary.ancestors(term))] for term in own}


def _list_terms(facet: Facet, catalog: Catalog) -> tuple[dict[str, str], dict[str, str | None]]:
    if facet.vocabulary:
        terms = list(catalog.vocabulary(facet.vocabulary))
        known = {term.slug: term.label for term in terms}
        return {**known, **_describe_not_stated(facet)}, {term.slug: term.parent for term in terms}
    labels = _describe_not_stated(facet)
    for value in sorted(value for entry in catalog for value in facet.read_values(entry)):
        labels.setdefault(find_term_slug(facet, value, catalog), find_term_label(facet, value, catalog))
    return labels, {}


def _describe_not_stated(facet: Facet) -> dict[str, str]:
    return {NOT_STATED_TERM: NOT_STATED.capitalize()} if facet.part else {}
