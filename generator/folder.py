"""The folder of a list: which of its files are entries, and which are none."""

import os
from collections.abc import Iterator
from pathlib import Path

ENTRIES = "entries"
VOCABULARY = "_vocabulary"
SUFFIXES = (".yaml", ".yml")


def entry_paths(root: Path) -> Iterator[str]:
    """The path, from `root`, of every file that is, or is meant to be, an entry of the list there."""
    return (path for path in _paths(root) if path.endswith(SUFFIXES))


def stray_paths(root: Path) -> Iterator[str]:
    """The path of every file that lies among the entries and is none."""
    return (path for path in _paths(root) if not path.endswith(SUFFIXES) and "/." not in path)


def id_of(path: str) -> str:
    """The id of the entry at `path`: its file's name."""
    return os.path.splitext(os.path.basename(path))[0]


def _paths(root: Path) -> Iterator[str]:
    top = str(root / ENTRIES)
    for folder, folders, files in os.walk(top):
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]
        if folder == top:
            folders[:] = [name for name in folders if name != VOCABULARY]
            files = [name for name in files if name != "LICENSE"]
        inside = (ENTRIES + folder[len(top) :]).replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in (*files, *links))
