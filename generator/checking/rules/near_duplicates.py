"""Two entries with very similar titles may be one work: a preprint and its published version.

This is a warning. `distinct_from: [id]` in either entry says that they are two works.

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

MIN_SIMILARITY = 0.6
"""The share of word pairs that two titles have in common; a version with a new title keeps more."""

MAX_TITLES_PER_PAIR = 50
"""Word pairs in more titles than this are ignored: they say little and take quadratic time."""

_Pairs = frozenset[str]


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Report every entry with a similar title."""
    for id_ in sorted(_find_similar(claims, catalog)):
        other = catalog.claims[id_]
        is_distinct = id_ in claims.distinct_from or claims.id in other.distinct_from
        same = "".join(claims.title) == "".join(other.title)  # `distinct_entries` reports it
        if not same and not is_distinct:
            fix = f"one entry for one work, or `distinct_from: [{id_}]`"
            message = f"almost the title of {catalog.paths[id_]}: {fix}"
            yield Finding(("title",), message, Severity.WARNING)


def _find_similar(claims: Claims, catalog: Catalog) -> Iterator[str]:
    """Yield the entries with similar titles.

    Of two entries each reports the other, as `check` may be run on one of them only.
    """
    all_pairs, owners = catalog.index(_index_pairs), catalog.index(_index_owners)
    pairs = all_pairs[claims.id]
    needed = MIN_SIMILARITY * len(pairs)  # at least; more if the other title has pairs of its own
    shared_pairs = owners.keys() & pairs
    if len(shared_pairs) < needed:  # true of most titles
        return
    for id_, shared in Counter(chain.from_iterable([owners[pair] for pair in shared_pairs])).items():
        is_candidate = shared >= needed and id_ != claims.id
        if is_candidate and shared >= MIN_SIMILARITY * len(pairs | all_pairs[id_]):
            yield id_


def _index_pairs(catalog: Catalog) -> dict[str, _Pairs]:
    # Strings, because they keep their hash, and the garbage collector does not visit them as it does tuples.
    return {id_: frozenset(map(" ".join, pairwise(claims.title))) for id_, claims in catalog.claims.items()}


def _index_owners(catalog: Catalog) -> dict[str, list[str]]:
    """Return the entries with each telling pair; titles with too few of them, as most have, are left out."""
    telling = _find_telling_pairs(catalog)
    owners: dict[str, list[str]] = defaultdict(list)
    for id_, pairs in catalog.index(_index_pairs).items():
        shared = pairs & telling
        if len(shared) >= MIN_SIMILARITY * len(pairs):
            for pair in shared:
                owners[pair].append(id_)
    return owners


def _find_telling_pairs(catalog: Catalog) -> set[str]:
    """Return the pairs that more than one title has, and few enough to say something."""
    counts = Counter(chain.from_iterable(catalog.index(_index_pairs).values()))
    return {pair for pair, count in counts.items() if 1 < count <= MAX_TITLES_PER_PAIR}
