"""Find what was changed by hand in files that are made, and name the entries to edit instead."""

from collections.abc import Collection, Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.committing import Change
from generator.views.links import labeled_links

MOST = 5
"""So many entries are named; who changed more has changed the template's part."""


def refusals(
    changes: Sequence[Change], touched: Collection[str], catalog: Catalog, revision: str
) -> list[str]:
    """A sentence for each made file that was `touched` since `revision` and is not as it is made.

    One that is merely behind the entries is nobody's fault here: it is made anew after the merge.
    """
    return [_refusal(change, catalog, revision) for change in changes if change.path in touched]


def _refusal(change: Change, catalog: Catalog, revision: str) -> str:
    paths = [catalog.paths[entry.id] for entry in catalog if _is_named(entry, change.lines())]
    places = ", ".join(paths[:MOST]) if 0 < len(paths) <= MOST else "the files in entries/ or templates/"
    undo = f"`git checkout {revision} -- {change.path}` undoes this change"
    return f"{change.path} is made from the entries: edit {places} instead; {undo}"


def _is_named(entry: Entry, lines: Sequence[str]) -> bool:
    marks = [entry.title, *(link.url for link in labeled_links(entry))]
    return any(mark in line for line in lines for mark in marks)
