"""Each identifier, code repository and title belongs to one entry only.

Two works may share a repository if one of them names the other in `distinct_from`. If the repository
has a folder for each, link the folder.

Passes:
    arxiv: "2401.99999"

Fails:
    arxiv: "2401.00001"  # another entry has it
"""

from collections.abc import Iterator

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
            others = [
                catalog.paths[other]
                for other in owners.get(identifier, ())
                if other != claims.id and not _is_shared_on_purpose(identifier, claims, catalog.claims[other])
            ]
            if others:
                yield Finding(keys, _message(identifier, others))


def _is_shared_on_purpose(identifier: str, claims: Claims, other: Claims) -> bool:
    is_distinct = other.id in claims.distinct_from or claims.id in other.distinct_from
    return is_distinct and identifier.startswith(REPOSITORY)


def _message(identifier: str, paths: list[str]) -> str:
    kind, _, text = identifier.rpartition(" ")
    what = TITLE if kind == TITLE else f"{kind} {quoted(text)}"
    fix = "one work is one entry"
    if kind == REPOSITORY:
        fix = "link a folder of it, or name the other entry in `distinct_from`"
    rest = len(paths) - MAX_SHOWN
    places = ", ".join(paths[:MAX_SHOWN]) + (f" and {rest:,} more" if rest > 0 else "")
    return f"the {what} is also in {places}: {fix}"


def _find_owners_of_shared(catalog: Catalog) -> dict[str, list[str]]:
    """Return the entries that have a value, for each value that several have."""
    first_owner: dict[str, str] = {}
    owners: dict[str, list[str]] = {}
    for claims in catalog.claims.values():
        for identifier in claims.unique_values:
            first = first_owner.setdefault(identifier, claims.id)
            if first != claims.id:
                owners.setdefault(identifier, [first]).append(claims.id)
    return owners
