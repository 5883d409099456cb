"""Two titles that share most of their words may be one work: a preprint and its published version.

A warning; `distinct_from: [id]` in either entry says that they are two works.

Passes:
    title: Learning Sounds and Words Apart

Fails:
    title: Learning Pictures and Words Together from Some Invented Pairs  # "from Invented Pairs" is another
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.problems import Severity

SIMILAR = 0.6
"""Share of common word pairs among all pairs of both titles; a retitled version keeps more."""

COMMON = 50
"""A pair of words in more titles than this says nothing, and would cost the square of its titles."""

_Pairs = frozenset[tuple[str, str]]


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Name every entry with a similar title."""
    for id_ in sorted(_alike(claims, catalog)):
        other = catalog.claims[id_]
        told_apart = id_ in claims.distinct_from or claims.id in other.distinct_from
        same = "".join(claims.title) == "".join(other.title)  # an error of another rule
        if not same and not told_apart:
            mend = f"one entry for one work, or `distinct_from: [{id_}]`"
            message = f"nearly the title of {catalog.paths[id_]}: {mend}"
            yield Finding(("title",), message, Severity.WARNING)


def _alike(claims: Claims, catalog: Catalog) -> Iterator[str]:
    """Entries with similar titles: at each of two, as one may be looked at alone."""
    all_pairs, owners = catalog.index(_pairs), catalog.index(_owners)
    pairs = all_pairs[claims.id]
    telling = (owners[pair] for pair in pairs if 1 < len(owners[pair]) <= COMMON)
    for id_, shared in Counter(chain.from_iterable(telling)).items():
        may_be = shared >= SIMILAR * len(pairs) and id_ != claims.id  # cheap to tell, and most are not
        if may_be and shared >= SIMILAR * len(pairs | all_pairs[id_]):
            yield id_


def _pairs(catalog: Catalog) -> dict[str, _Pairs]:
    return {id_: frozenset(pairwise(claims.title)) for id_, claims in catalog.claims.items()}


def _owners(catalog: Catalog) -> dict[tuple[str, str], list[str]]:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, pairs in catalog.index(_pairs).items():
        for pair in pairs:
            owners[pair].append(id_)
    return owners
