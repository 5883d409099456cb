"""An identifier, a code repository and a title belong to one entry each.

Two works may share a repository if one names the other in `distinct_from`; then a folder of it
is the better link where there is one.

Passes:
    arxiv: "2401.99999"

Fails:
    arxiv: "2401.00001"  # another entry has it
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import REPOSITORY, TITLE, Claims, identifiers
from generator.text import quoted


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Name the other entry that bears one of this entry's identifiers."""
    owners = catalog.index(_owners)
    if any(len(owners[identifier]) > 1 for identifier in claims.identifiers):
        for identifier, keys in identifiers(catalog.entries[claims.id]):
            for other in owners[identifier]:
                if other != claims.id and not _on_purpose(identifier, claims, catalog.claims[other]):
                    yield Finding(keys, _message(identifier, catalog.paths[other]))


def _on_purpose(identifier: str, one: Claims, other: Claims) -> bool:
    told_apart = other.id in one.distinct_from or one.id in other.distinct_from
    return told_apart and identifier.startswith(REPOSITORY)


def _message(identifier: str, path: str) -> str:
    kind, _, text = identifier.rpartition(" ")
    what = TITLE if kind == TITLE else f"{kind} {quoted(text)}"
    mend = "one work is one entry"
    if kind == REPOSITORY:
        mend = "link a folder of it, or name the other entry in `distinct_from`"
    return f"the {what} stands in {path} too: {mend}"


def _owners(catalog: Catalog) -> dict[str, list[str]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for claims in catalog.claims.values():
        for identifier in claims.identifiers:
            owners[identifier].append(claims.id)
    return owners
