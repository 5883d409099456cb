"""Read, write and delete files inside the project only: a path has no `..`, and no link is followed.

The tree of a pull request is written by anybody, so a folder of it may be a link to any place.
"""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.files.refusals import explain
from generator.text import quoted
from generator.write import write_file


class ProjectFileError(Exception):
    """A file of the project cannot be used; the message says which, why, and what to do."""


def find_inside(root: Path, path: str) -> Path:
    """Return the file at `path`, relative to `root`, which may not exist yet.

    Raises ProjectFileError where the path leads out of the project, or may do so by a link.
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise ProjectFileError(f"{quoted(path)} leads out of the project: nothing was read or written")
    place = root
    for part in parts:
        place /= part
        try:
            is_link = place.is_symlink()
        except (OSError, ValueError) as error:
            raise _make_error(path, "used", error) from error
        if is_link:
            shown = quoted(place.relative_to(root).as_posix())
            raise ProjectFileError(f"{shown} is a link, and links are not followed: delete it")
    return place


def refuse_links_in(root: Path, path: str) -> None:
    """Raise ProjectFileError if the folder at `path`, or anything directly in it, is a link."""
    folder = find_inside(root, path)
    for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
        find_inside(root, f"{path}/{name}")


def refuse_unusable(root: Path, path: str) -> None:
    """Raise ProjectFileError if anything in the folder at `path` is a link, cannot be read, or is no file.

    A hidden link to nowhere is the lock of an editor, which nobody reads.
    """

    def fail(error: OSError) -> None:
        raise _make_error(Path(error.filename).relative_to(root).as_posix(), "read", error) from error

    for folder, folders, files in os.walk(find_inside(root, path), onerror=fail):
        for name in (*folders, *files):
            if not name.startswith(".") or os.path.exists(f"{folder}/{name}"):
                _refuse_unusable(root, f"{Path(folder).relative_to(root).as_posix()}/{name}")


def _refuse_unusable(root: Path, path: str) -> None:
    file = find_inside(root, path)
    _refuse_device(file, path)
    if file.exists() and not os.access(file, os.R_OK):
        raise ProjectFileError(f"{quoted(path)} cannot be read: Permission denied")


def _refuse_device(file: Path, path: str) -> None:
    """Refuse what is no file, such as a pipe: reading it would wait for somebody who writes."""
    if file.exists() and not (file.is_file() or file.is_dir()):
        raise ProjectFileError(f"{quoted(path)} is neither a file nor a folder: delete it")


def read_inside(root: Path, path: str, most: int | None = None) -> bytes | None:
    """Return the content of the file at `path`, or None if there is none. Raises ProjectFileError.

    A file with more than `most` bytes is an error.
    """
    file = find_inside(root, path)
    if not file.exists():
        return None
    _refuse_device(file, path)
    try:
        with file.open("rb") as stream:
            content = stream.read(-1 if most is None else most + 1)
    except OSError as error:
        raise _make_error(path, "read", error) from error
    if most is not None and len(content) > most:
        raise ProjectFileError(f"{quoted(path)} is larger than {most // 1024} KiB: make it shorter")
    return content


def write_inside(root: Path, path: str, content: str | bytes | Iterable[str]) -> None:
    """Write `content` to the file at `path` as `write_file` does. Raises ProjectFileError."""
    file = find_inside(root, path)
    try:
        write_file(file, content)
    except OSError as error:
        raise _make_error(path, "written", error) from error


def delete_inside(root: Path, path: str) -> None:
    """Delete the file at `path`, and its folder if nothing else is in it. Raises ProjectFileError."""
    file = find_inside(root, path)
    try:
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
    except OSError as error:
        raise _make_error(path, "deleted", error) from error


def _make_error(path: str, done: str, error: OSError | ValueError) -> ProjectFileError:
    return ProjectFileError(f"{quoted(path)} cannot be {done}: {explain(error)}")
