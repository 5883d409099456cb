"""What the browse page filters by: the facets, their terms, and which entry bears which term."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.text import slug


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to filter; `written` gives what stands in an entry, terms of `vocabulary` where there is one."""

    name: str
    """The key in the address of a filtered page; it never changes."""
    label: str
    written: Callable[[Entry], Iterable[str]]
    vocabulary: str | None = None
    shown: bool = True
    """Whether the page lists its terms, or only heeds an address that names one."""


@dataclass(frozen=True, slots=True)
class Option:
    """A term of a facet that entries bear; `count` takes in the entries of the terms below it."""

    slug: str
    label: str
    parent: str | None
    count: int
    depth: int


def _of(part: str, field: str) -> Callable[[Entry], list[str]]:
    """What stands in `field` of a part that an entry may lack."""
    return lambda entry: [value] if (value := getattr(getattr(entry, part), field, None)) else []


TERMS = (
    Facet("task", "Task", lambda entry: entry.tasks, "tasks"),
    Facet("modality", "Modality", lambda entry: entry.modalities, "modalities"),
    Facet("anatomy", "Anatomy", lambda entry: entry.anatomy, "anatomy"),
    Facet("kind", "Kind", lambda entry: [entry.kind], "kinds"),
    Facet("venue", "Venue", _of("venue", "name"), "venues"),
    Facet("access", "Data access", _of("dataset", "access"), "access_levels"),
    Facet("license_weights", "License of weights", _of("license", "weights"), "licenses"),
    Facet("license_code", "License of code", _of("license", "code"), "licenses"),
    Facet("license_data", "License of data", _of("license", "data"), "licenses"),
    Facet("training", "Training", lambda entry: entry.training, "training"),
    Facet("domain", "Model domain", _of("model", "domain"), "domains"),
    Facet("base", "Base model", _of("model", "base")),
    Facet("dimension", "Dimension", lambda entry: entry.dimension, "dimensions"),
    Facet("language", "Language", lambda entry: entry.languages, "languages"),
    Facet("section", "Section", lambda entry: [entry.section], "sections", shown=False),
)
"""The facets of terms, in the order in which they are shown."""

AVAILABLE = {"code": "Code", "weights": "Weights", "data": "Data"}
"""The links by which entries are filtered, with their labels; each is a facet of one term."""


def slugs(facet: Facet, entry: Entry, catalog: Catalog) -> list[str]:
    """The terms of `entry` in `facet`, without those above them."""
    return [term for written in facet.written(entry) if (term := _slug(facet, written, catalog))]


def _slug(facet: Facet, written: str, catalog: Catalog) -> str:
    if facet.vocabulary:
        term = catalog.vocabulary(facet.vocabulary).get(written)
        return term.slug if term else ""
    return written if written in catalog.entries else slug(written)


def options(facet: Facet, catalog: Catalog) -> list[Option]:
    """The terms of `facet` that entries bear: the most frequent first, each with those below it."""
    counts = Counter(term for entry in catalog for term in _with_ancestors(facet, entry, catalog))
    labels, parents = _terms(facet, catalog)
    place = {term: index for index, term in enumerate(labels)}
    ordered = sorted(counts, key=lambda term: (-counts[term], place[term]))

    def below(parent: str | None, depth: int) -> Iterable[Option]:
        for term in ordered:
            if parents.get(term) == parent:
                yield Option(term, labels[term], parent, counts[term], depth)
                yield from below(term, depth + 1)

    return list(below(None, 0))


def _with_ancestors(facet: Facet, entry: Entry, catalog: Catalog) -> set[str]:
    own = slugs(facet, entry, catalog)
    if not facet.vocabulary:
        return set(own)
    terms = catalog.vocabulary(facet.vocabulary)
    return {*own, *(above.slug for term in own for above in terms.ancestors(term))}


def _terms(facet: Facet, catalog: Catalog) -> tuple[dict[str, str], dict[str, str | None]]:
    if facet.vocabulary:
        terms = list(catalog.vocabulary(facet.vocabulary))
        return {term.slug: term.label for term in terms}, {term.slug: term.parent for term in terms}
    labels: dict[str, str] = {}
    for written in sorted(written for entry in catalog for written in facet.written(entry)):
        labels.setdefault(_slug(facet, written, catalog), catalog.work_label(written))
    return labels, {}
