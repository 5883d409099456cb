"""The folder of a list: which of its files are entries, and which are none."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

ENTRIES = "entries"
VOCABULARY = "_vocabulary"
SUFFIXES = (".yaml", ".yml")


def entry_paths(root: Path) -> Iterator[str]:
    """The path, from `root`, of every file that is, or is meant to be, an entry of the list there."""
    return (path for path in _paths(root) if _is_entry(path))


def stray_paths(root: Path) -> Iterator[str]:
    """The path of every file that lies among the entries and is none."""
    return (path for path in _paths(root) if not _is_entry(path))


def id_of(path: str) -> str:
    """The id of the entry at `path`: its file's name."""
    return os.path.splitext(os.path.basename(path))[0]


def is_below(path: str, places: Collection[str]) -> bool:
    """Whether `path` is one of `places` or lies below one; without `places` everything does."""
    return not places or any(place in (path, ".") or path.startswith(f"{place}/") for place in places)


def _is_entry(path: str) -> bool:
    return path.endswith(SUFFIXES) and path.isprintable()  # what is not may be no text at all


def _paths(root: Path) -> Iterator[str]:
    top = str(root / ENTRIES)
    for folder, folders, files in os.walk(top):
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]
        if folder == top:
            folders[:] = [name for name in folders if name != VOCABULARY]
            files = [name for name in files if name != "LICENSE"]
        inside = (ENTRIES + folder[len(top) :]).replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in (*files, *links) if not _is_of_an_editor(name))


def _is_of_an_editor(name: str) -> bool:
    return name.startswith(".#") or (name.startswith(".") and not name.endswith(SUFFIXES))
