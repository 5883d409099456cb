"""The folder of a list: which of its files are entries, and which are not."""

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import filterfalse
from pathlib import Path

from generator.problems import Problem

ENTRIES_FOLDER = "entries"
VOCABULARY_FOLDER = "_vocabulary"
DECLINED_FILE = "_declined.yaml"
ENTRY_SUFFIXES = (".yaml", ".yml")
LINK_MESSAGE = "a link: links are not followed, so move the folder itself here"


@dataclass(frozen=True, slots=True)
class FolderPaths:
    """The paths, from the project's folder, of all that is in the folder of a list but its vocabularies."""

    entries: list[str] = field(default_factory=list)
    """Files that are, or are meant to be, entries."""
    strays: list[str] = field(default_factory=list)
    """Other files."""
    unread: list[Problem] = field(default_factory=list)
    """Folders whose files are not known."""


def list_paths(root: Path) -> FolderPaths:
    """List the folder of the list at `root`, which may be missing. No error is raised: see `unread`."""
    top = str(root / ENTRIES_FOLDER)
    found = FolderPaths()

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            found.unread.append(report_folder(_find_path(error.filename, top), describe_unreadable(error)))

    for folder, folders, files in os.walk(top, onerror=note):
        inside = _find_path(folder, top)
        if folder == top:
            folders[:] = [name for name in folders if name != VOCABULARY_FOLDER]
            files = [name for name in files if name not in ("LICENSE", DECLINED_FILE)]
        for name in filterfalse(is_of_an_editor, files):
            (found.entries if _is_entry(name) else found.strays).append(f"{inside}/{name}")
        for name in folders:
            if os.path.islink(f"{folder}/{name}"):  # os.walk follows none
                found.unread.append(report_folder(f"{inside}/{name}", LINK_MESSAGE))
    return found


def get_entry_id(path: str) -> str:
    """Return the id of the entry at `path`: the name of its file without the suffix."""
    return os.path.splitext(os.path.basename(path))[0]


def is_below(path: str, places: Collection[str]) -> bool:
    """Whether `path` is one of `places` or is below one; without `places` it always is."""
    return not places or any(place in (path, ".") or path.startswith(f"{place}/") for place in places)


def report_folder(path: str, message: str) -> Problem:
    """Return the problem of a folder whose files are not known."""
    return Problem(path, 1, 1, "folder-access", message)


def is_of_an_editor(name: str) -> bool:
    """Whether an editor made the file `name` beside another: a lock, a copy, or what is not saved yet."""
    is_hidden = name.startswith(".") and (name.startswith(".#") or not name.endswith(ENTRY_SUFFIXES))
    return is_hidden or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


def describe_unreadable(error: OSError) -> str:
    """Return what is wrong with a folder, and what to do.

    >>> describe_unreadable(PermissionError(13, "Permission denied"))
    'cannot be read (Permission denied): make it readable, as nothing in it is known'
    """
    return f"cannot be read ({error.strerror}): make it readable, as nothing in it is known"


def _is_entry(name: str) -> bool:
    return name.endswith(ENTRY_SUFFIXES) and name.isprintable()  # other names may not even be valid Unicode


def _find_path(path: str, top: str) -> str:
    return (ENTRIES_FOLDER + path[len(top) :]).replace(os.sep, "/")
