"""Two titles that share most of their words may be one work: a preprint and its published version.

A warning; `distinct_from: [id]` in either entry says that they are two works.

Passes:
    title: Learning Sounds and Words Apart

Fails:
    title: Learning Pictures and Words Together from Some Invented Pairs  # "from Invented Pairs" is another
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.catalog import Catalog
from generator.model import Entry
from generator.problems import Severity
from generator.rules.finding import Finding
from generator.text import key, words

SIMILAR = 0.6
"""Share of common word pairs among all pairs of both titles; a retitled version keeps more."""

COMMON = 50
"""A pair of words in more titles than this says nothing, and would cost the square of its titles."""

_Pairs = frozenset[tuple[str, str]]


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Name the later of two entries with similar titles."""
    pairs = _pairs(entry.title)
    owners = catalog.index(_owners)
    shared = Counter(id_ for pair in pairs if len(owners[pair]) <= COMMON for id_ in owners[pair])
    for id_ in sorted(id_ for id_, count in shared.items() if count / len(pairs) >= SIMILAR):
        other = catalog.entries[id_]
        alike = id_ < entry.id and shared[id_] / len(pairs | _pairs(other.title)) >= SIMILAR
        told_apart = id_ in entry.distinct_from or entry.id in other.distinct_from
        same = alike and key(entry.title) == key(other.title)  # an error of another rule
        if alike and not same and not told_apart:
            mend = f"one entry for one work, or `distinct_from: [{id_}]`"
            message = f"nearly the title of {catalog.paths[id_]}: {mend}"
            yield Finding(("title",), message, Severity.WARNING)


def _pairs(title: str) -> _Pairs:
    found = words(title)
    return frozenset(pairwise(found))


def _owners(catalog: Catalog) -> dict[tuple[str, str], list[str]]:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in catalog:
        for pair in _pairs(entry.title):
            owners[pair].append(entry.id)
    return owners
