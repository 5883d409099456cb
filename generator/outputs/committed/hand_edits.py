"""Find generated files that were edited by hand, and name the entries to edit instead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.committed.changes import FileChange
from generator.views.links import list_links

MAX_NAMED_ENTRIES = 5
"""The most entries that are named: who changed more lines has changed text that a template holds."""


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A generated file that was edited by hand; `entries` are the files to edit instead, if they are few."""

    path: str
    entries: tuple[str, ...]


def find_hand_edits(
    changes: Sequence[FileChange], touched: Collection[str], catalog: Catalog
) -> list[HandEdit]:
    """Find the out-of-date files that were `touched`.

    A file that is only older than the entries is nobody's error: it is generated again after the merge.
    """
    return [
        HandEdit(change.path, _find_entries(change, catalog)) for change in changes if change.path in touched
    ]


def refuse_hand_edits(
    changes: Sequence[FileChange], touched: Collection[str], catalog: Catalog, revision: str
) -> list[str]:
    """Return a sentence for each file that was edited by hand since `revision`."""
    return [_describe_refusal(edit, revision) for edit in find_hand_edits(changes, touched, catalog)]


def _describe_refusal(edit: HandEdit, revision: str) -> str:
    places = ", ".join(edit.entries) or "the files in entries/ or templates/"
    undo = f"`git checkout {revision} -- {edit.path}` undoes this change"
    return f"{edit.path} is generated from the entries: edit {places} instead; {undo}"


def _find_entries(change: FileChange, catalog: Catalog) -> tuple[str, ...]:
    lines = change.changed_lines()
    paths = [catalog.paths[entry.id] for entry in catalog if _is_named(entry, catalog, lines)]
    return tuple(paths) if len(paths) <= MAX_NAMED_ENTRIES else ()


def _is_named(entry: Entry, catalog: Catalog, lines: Sequence[str]) -> bool:
    texts = [entry.title, *(link.url for link in list_links(entry, catalog))]
    return any(text in line for line in lines for text in texts)
