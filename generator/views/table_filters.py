"""The filters above the tables of models and of datasets, and the terms that each row has in them."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry import quantities
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views import browse_facets
from generator.views.browse_facets import NOT_STATED_TERM
from generator.views.facets import FACETS_BY_NAME
from generator.views.licenses import NOT_STATED

LINKED = "linked"
"""The term of models with a link to their weights."""

_NOT_STATED = {NOT_STATED_TERM: NOT_STATED.capitalize()}
_NOT_STATED_ACCESS = {NOT_STATED_TERM: f"Access {NOT_STATED}"}

_FindTerms = Callable[[Entry, Catalog], Sequence[str]]
_ListLabels = Callable[[Catalog], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class TableFilter:
    """One filter above a table; a row has any number of its terms.

    >>> MODEL_FILTERS[2].find_terms(entry, catalog)
    ['1b-8b']
    """

    name: str
    """Its key in the address of a filtered table; the browse page has the same key where it has the facet."""
    label: str
    find_terms: _FindTerms
    list_labels: _ListLabels
    """The label of every term by its slug, in the order in which readers see them."""
    is_by_count: bool = False
    """Whether readers see the most frequent terms first."""


@dataclass(frozen=True, slots=True)
class TableOption:
    """A term of a filter, and how many rows have it."""

    slug: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The numbers from `low` on and below `high`."""

    slug: str
    label: str
    low: float
    high: float


_PARAMETERS = (
    _Sizes("under-1b", "Under 1B", 0, 1e9),
    _Sizes("1b-8b", "1B to 8B", 1e9, 8e9 + 1),
    _Sizes("8b-40b", "Over 8B, up to 40B", 8e9 + 1, 40e9 + 1),
    _Sizes("over-40b", "Over 40B", 40e9 + 1, float("inf")),
)
_COUNTS = (
    _Sizes("under-1k", "Under 1,000", 0, 1_000),
    _Sizes("1k-10k", "1,000 to 10,000", 1_000, 10_000),
    _Sizes("10k-100k", "10,000 to 100,000", 10_000, 100_000),
    _Sizes("100k-1m", "100,000 to 1 million", 100_000, 1_000_000),
    _Sizes("over-1m", "1 million and more", 1_000_000, float("inf")),
)


def list_options(
    filter_: TableFilter, rows: Sequence[Collection[str]], catalog: Catalog
) -> list[TableOption]:
    """List the terms of `filter_` that `rows` have; each row is given by its terms."""
    counts = Counter(term for row in rows for term in row)
    labels = filter_.list_labels(catalog)
    options = [TableOption(slug, label, counts[slug]) for slug, label in labels.items() if counts[slug]]
    return sorted(options, key=lambda option: -option.count) if filter_.is_by_count else options


def find_counted(catalog: Catalog) -> Term | None:
    """Find what datasets are sorted by: the first term of the vocabulary of counts, such as images."""
    return next(iter(catalog.vocabulary("counts")), None)


def _make_facet_filter(name: str, label: str = "", *, is_by_count: bool = False) -> TableFilter:
    """The filter of a facet; a row also has the terms above its own."""
    facet = FACETS_BY_NAME[name]

    def find_terms(entry: Entry, catalog: Catalog) -> list[str]:
        own = browse_facets.list_term_slugs(facet, entry, catalog)
        vocabulary = catalog.vocabulary(facet.vocabulary or "")
        above = (term.slug for slug in own for term in vocabulary.ancestors(slug))
        return list(dict.fromkeys([*own, *above]))

    def list_labels(catalog: Catalog) -> dict[str, str]:
        return {term.slug: term.label for term in catalog.vocabulary(facet.vocabulary or "")} | _NOT_STATED

    return TableFilter(name, label or facet.label, find_terms, list_labels, is_by_count)


def _make_license_filter(part: str, label: str = "") -> TableFilter:
    """The classes of the licenses of a part; a row has the class of its license only."""
    whole = _make_facet_filter(f"license_{part}", label)

    def find_terms(entry: Entry, catalog: Catalog) -> list[str]:
        return [term for term in whole.find_terms(entry, catalog) if term in list_labels(catalog)]

    def list_labels(catalog: Catalog) -> dict[str, str]:
        classes = (term for term in catalog.vocabulary("licenses") if not term.parent)
        return {term.slug: term.label for term in classes} | _NOT_STATED

    return TableFilter(whole.name, whole.label, find_terms, list_labels)


def _make_weights_filter() -> TableFilter:
    """How to get the weights; `linked` has all works with a link to them."""
    access = _make_facet_filter("weights_access", "Weights")

    def find_terms(entry: Entry, catalog: Catalog) -> list[str]:
        return [*([LINKED] if entry.links.weights else []), *access.find_terms(entry, catalog)]

    def list_labels(catalog: Catalog) -> dict[str, str]:
        return {LINKED: "Linked", **access.list_labels(catalog), **_NOT_STATED_ACCESS}

    return TableFilter(access.name, access.label, find_terms, list_labels)


def _find_year(entry: Entry, catalog: Catalog) -> list[str]:
    return [str(entry.year)] if entry.year else []


def _list_years(catalog: Catalog) -> dict[str, str]:
    return {str(year): str(year) for year in sorted({entry.year or 0 for entry in catalog}, reverse=True)}


def _find_parameters(entry: Entry, catalog: Catalog) -> list[str]:
    stated = entry.model and entry.model.parameters
    ranges = quantities.list_ranges(stated) if stated else []
    fitting = (
        size.slug for size in _PARAMETERS if any(low < size.high and high >= size.low for low, high in ranges)
    )
    return list(fitting) or [NOT_STATED_TERM]


def _find_count(entry: Entry, catalog: Catalog) -> list[str]:
    counted = find_counted(catalog)
    stated = counted and entry.dataset and entry.dataset.counts.get(counted.slug)
    number = quantities.to_number(stated) if stated else -1
    return [size.slug for size in _COUNTS if size.low <= number < size.high] or [NOT_STATED_TERM]


def _make_size_lister(sizes: Sequence[_Sizes]) -> _ListLabels:
    labels = {size.slug: size.label for size in sizes} | _NOT_STATED
    return lambda catalog: labels


_YEAR = TableFilter("year", "Year", _find_year, _list_years)

MODEL_FILTERS = (
    _make_facet_filter("modality", is_by_count=True),
    _make_facet_filter("task", is_by_count=True),
    TableFilter("parameters", "Parameters", _find_parameters, _make_size_lister(_PARAMETERS)),
    _make_weights_filter(),
    _make_license_filter("weights"),
    _make_license_filter("code"),
    _YEAR,
)
"""The filters of models, in the order in which they are shown."""

DATA_FILTERS = (
    _make_facet_filter("modality", is_by_count=True),
    _make_facet_filter("task", is_by_count=True),
    TableFilter("size", "Size", _find_count, _make_size_lister(_COUNTS)),
    _make_facet_filter("access", "Access"),
    _make_license_filter("data", "License"),
    _make_facet_filter("kind", is_by_count=True),
    _YEAR,
)
"""The filters of datasets, in the order in which they are shown."""
