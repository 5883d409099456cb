"""Each identifier, code repository and title belongs to one entry only.

Two works may share a repository if one of them names the other in `distinct_from`. If the repository
has a folder for each, link the folder.

Passes:
    arxiv: "2401.99999"

Fails:
    arxiv: "2401.00001"  # another entry has it
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import REPOSITORY, TITLE, Claims, find_unique_values
from generator.text import quoted

MAX_SHOWN = 3
"""The most files that a message names: of a file copied a hundred times, each copy names a few others."""


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Report each entry that has a value which only this entry may have."""
    owners = catalog.index(_find_owners_of_shared)
    if not owners.keys().isdisjoint(claims.unique_values):
        for identifier, keys in find_unique_values(catalog.entries[claims.id]):
            sharers = owners.get(identifier, {})
            left_out = {claims.id, *_find_shared_on_purpose(identifier, claims, catalog)} & sharers.keys()
            if count := len(sharers) - len(left_out):
                # Only a few are looked at: of ten thousand copies of one file, each would look at all.
                others = islice((other for other in sharers if other not in left_out), MAX_SHOWN)
                yield Finding(
                    keys, _write_message(identifier, [catalog.paths[other] for other in others], count)
                )


def _find_shared_on_purpose(identifier: str, claims: Claims, catalog: Catalog) -> Collection[str]:
    """Return the entries that may share a repository with this one."""
    if not identifier.startswith(REPOSITORY):
        return ()
    return {*claims.distinct_from, *catalog.index(_find_those_that_name).get(claims.id, ())}


def _find_those_that_name(catalog: Catalog) -> dict[str, list[str]]:
    """Return the entries that name an entry in `distinct_from`, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for claims in catalog.claims.values():
        for other in claims.distinct_from:
            found[other].append(claims.id)
    return found


def _write_message(identifier: str, paths: list[str], count: int) -> str:
    kind, _, text = identifier.rpartition(" ")
    what = TITLE if kind == TITLE else f"{kind} {quoted(text)}"
    fix = "one work is one entry"
    if kind == REPOSITORY:
        fix = "link a folder of it, or name the other entry in `distinct_from`"
    rest = count - len(paths)
    places = ", ".join(paths) + (f" and {rest:,} more" if rest > 0 else "")
    return f"the {what} is also in {places}: {fix}"


def _find_owners_of_shared(catalog: Catalog) -> dict[str, dict[str, None]]:
    """Return the entries that have a value, in order, for each value that several have."""
    first_owner: dict[str, str] = {}
    owners: dict[str, dict[str, None]] = {}
    for claims in catalog.claims.values():
        for identifier in claims.unique_values:
            first = first_owner.setdefault(identifier, claims.id)
            if first != claims.id:
                owners.setdefault(identifier, {first: None})[claims.id] = None
    return owners
