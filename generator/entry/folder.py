"""The folder of a list: which of its files are entries, and which are not."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

ENTRIES_FOLDER = "entries"
VOCABULARY_FOLDER = "_vocabulary"
DECLINED_FILE = "_declined.yaml"
ENTRY_SUFFIXES = (".yaml", ".yml")


def find_entry_paths(root: Path) -> Iterator[str]:
    """Yield the path, from `root`, of every file of the list that is, or is meant to be, an entry."""
    return (path for path in _paths(root) if _is_entry(path))


def find_stray_paths(root: Path) -> Iterator[str]:
    """Yield the path of every other file among the entries."""
    return (path for path in _paths(root) if not _is_entry(path))


def get_entry_id(path: str) -> str:
    """Return the id of the entry at `path`: the name of its file without the suffix."""
    return os.path.splitext(os.path.basename(path))[0]


def is_below(path: str, places: Collection[str]) -> bool:
    """Whether `path` is one of `places` or is below one; without `places` it always is."""
    return not places or any(place in (path, ".") or path.startswith(f"{place}/") for place in places)


def is_of_an_editor(name: str) -> bool:
    """Whether an editor made the file `name` beside another: a lock, a copy, or what is not saved yet."""
    is_hidden = name.startswith(".") and (name.startswith(".#") or not name.endswith(ENTRY_SUFFIXES))
    return is_hidden or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


def _is_entry(path: str) -> bool:
    return path.endswith(ENTRY_SUFFIXES) and path.isprintable()  # other names may not even be valid Unicode


def _paths(root: Path) -> Iterator[str]:
    top = str(root / ENTRIES_FOLDER)
    for folder, folders, files in os.walk(top):
        # os.walk does not follow links to folders; each is reported as a stray path.
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]
        if folder == top:
            folders[:] = [name for name in folders if name != VOCABULARY_FOLDER]
            files = [name for name in files if name not in ("LICENSE", DECLINED_FILE)]
        inside = (ENTRIES_FOLDER + folder[len(top) :]).replace(os.sep, "/")
        yield from (f"{inside}/{name}" for name in (*files, *links) if not is_of_an_editor(name))
