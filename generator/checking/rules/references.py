"""Another work is named by the id, the name or an alias of its entry; one without an entry by its own name.

What has the form of an id (all lower case, no space) must lead to an entry. `distinct_from` takes ids only.

Passes:
    uses: {trained_on: [Tiny Films, Films of Nobody]}

Fails:
    uses: {trained_on: [plain-films]}  # no entry has this id or name
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry import identifiers
from generator.entry.claims import Claims
from generator.entry.references import mentions
from generator.text import key, nearest, quoted

MOST_GUESSES = 20
"""For one entry: comparing a name with thousands of ids takes a tenth of a second."""


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Find what every mention of another work leads to."""
    named = [*((work, False) for work in claims.works), *((id_, True) for id_ in claims.distinct_from)]
    faults: dict[tuple[str, bool], str] = {}
    for work, is_id in named:
        if fault := _fault(work, claims, catalog, is_id=is_id, can_guess=len(faults) < MOST_GUESSES):
            faults[work, is_id] = fault
    if faults:
        for mention in mentions(catalog.as_written(claims.id)):
            if fault := faults.get((mention.text, mention.is_id)):
                yield Finding(mention.keys, fault)


def _fault(work: str, claims: Claims, catalog: Catalog, *, is_id: bool, can_guess: bool) -> str | None:
    if work == claims.id:
        return f"{quoted(work)} is this entry itself: delete it"
    if work in catalog.paths:
        return None
    if new := catalog.ids_by_former_id.get(work):
        return f"{quoted(work)} is now called `{new}`: write that"
    known = catalog.ids_by_name.get(key(work))
    if known and not is_id:
        return None
    if not is_id and not identifiers.is_entry_id(work):
        return None
    guess = known or (nearest(work, catalog.paths) if can_guess else None)
    fix = f"did you mean `{guess}`?" if guess else "write a plain name as its owners do"
    return f"no entry has the id {quoted(work)}: {fix}"
