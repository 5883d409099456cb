"""Find generated files that were edited by hand, and name the entries to edit instead."""

from collections.abc import Collection, Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.committed.changes import FileChange
from generator.views.links import list_links

MAX_NAMED_ENTRIES = 5
"""At most so many entries are named: who changed more lines has changed text that a template holds."""


def refuse_hand_edits(
    changes: Sequence[FileChange], touched: Collection[str], catalog: Catalog, revision: str
) -> list[str]:
    """Return a sentence for each out-of-date file that was `touched` since `revision`.

    A file that is only older than the entries is nobody's error: it is generated again after the merge.
    """
    return [_refusal(change, catalog, revision) for change in changes if change.path in touched]


def _refusal(change: FileChange, catalog: Catalog, revision: str) -> str:
    lines = change.changed_lines()
    paths = [catalog.paths[entry.id] for entry in catalog if _is_named(entry, lines)]
    few = 0 < len(paths) <= MAX_NAMED_ENTRIES
    places = ", ".join(paths) if few else "the files in entries/ or templates/"
    undo = f"`git checkout {revision} -- {change.path}` undoes this change"
    return f"{change.path} is generated from the entries: edit {places} instead; {undo}"


def _is_named(entry: Entry, lines: Sequence[str]) -> bool:
    texts = [entry.title, *(link.url for link in list_links(entry))]
    return any(text in line for line in lines for text in texts)
