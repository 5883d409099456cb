"""A work that has an entry is named by the entry's id; any other by the name its owners give it.

What has the form of an id (all lower case, no space) must be one. `distinct_from` takes ids only.

Passes:
    uses: {trained_on: [Plain Films]}

Fails:
    uses: {trained_on: [plain-films]}  # no entry has this id
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry import identifiers
from generator.entry.claims import Claims, works
from generator.text import key, nearest, quoted

MOST_GUESSES = 20
"""Of one entry: comparing a name with thousands of ids takes a tenth of a second."""


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Look up every value that names another work."""
    named = [*((work, False) for work in claims.works), *((id_, True) for id_ in claims.distinct_from)]
    faults: dict[tuple[str, bool], str] = {}
    for work in named:
        if fault := _fault(*work, claims, catalog, guesses=len(faults) < MOST_GUESSES):
            faults[work] = fault
    if faults:
        for text, keys, id_only in works(catalog.entries[claims.id]):
            if fault := faults.get((text, id_only)):
                yield Finding(keys, fault)


def _fault(work: str, id_only: bool, claims: Claims, catalog: Catalog, *, guesses: bool) -> str | None:
    if work in catalog.paths:
        return f"`{work}` is this entry itself: delete it" if work == claims.id else None
    if (known := catalog.ids_by_name.get(key(work))) and known != claims.id:
        return f"{quoted(work)} has an entry: write its id, `{known}`"
    if id_only or identifiers.is_entry_id(work):
        guess = nearest(work, catalog.paths) if guesses else None
        mend = f"did you mean `{guess}`?" if guess else "write a plain name as its owners do"
        return f"no entry has the id {quoted(work)}: {mend}"
    return None
