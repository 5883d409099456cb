"""Another work is named by the id, name or alias of its entry, or without an entry by a plain name.

A text in the form of an id (lower case, no space) must lead to an entry. `distinct_from` has only ids.
In a list, each name is an item of its own.

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
from generator.entry.references import find_mentions
from generator.text import find_nearest, normalize_name, quoted

MAX_GUESSES = 20
"""At most for one entry, as comparing a name with thousands of ids takes a tenth of a second."""


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Check that every mention of another work leads to an entry or is a plain name."""
    named = [*((work, False) for work in claims.works), *((id_, True) for id_ in claims.distinct_from)]
    errors: dict[tuple[str, bool], str] = {}
    for work, is_id in named:
        if error := _find_error(work, claims, catalog, is_id=is_id, can_guess=len(errors) < MAX_GUESSES):
            errors[work, is_id] = error
    joined = {work for work in claims.works if _is_several(work, catalog)}
    if errors or joined:
        for mention in find_mentions(catalog.get_source_entry(claims.id)):
            if error := errors.get((mention.text, mention.is_id)):
                yield Finding(mention.keys, error)
            elif mention.text in joined and isinstance(mention.keys[-1], int):
                yield Finding(mention.keys, f"{quoted(mention.text)} is several names: write each one apart")


def _is_several(work: str, catalog: Catalog) -> bool:
    """Whether `work` is no name but names with commas between them, of which at least one has an entry."""
    names = catalog.ids_by_name
    return (
        "," in work
        and normalize_name(work) not in names
        and any(normalize_name(part) in names for part in work.split(","))
    )


def _find_error(work: str, claims: Claims, catalog: Catalog, *, is_id: bool, can_guess: bool) -> str | None:
    if work == claims.id:
        return f"{quoted(work)} is this entry itself: delete it"
    if work in catalog.paths:
        return None
    if new := catalog.ids_by_former_id.get(work):
        return f"{quoted(work)} is a former id: write `{new}`"
    if not is_id and not identifiers.is_entry_id(work):
        return None
    known = catalog.ids_by_name.get(normalize_name(work))
    if known and not is_id:
        return None
    guess = known or (find_nearest(work, catalog.paths) if can_guess else None)
    fix = f"did you mean `{guess}`?" if guess else "for a work without an entry write its name"
    return f"no entry has the id {quoted(work)}: {fix}"
