"""Write a file completely or not at all."""

import os
from collections.abc import Iterable
from errno import EINVAL
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_ISDIR, S_ISREG

from generator.files.refusals import NO_FILE

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_file(path: Path, content: str | bytes | Iterable[str], *, fsync: bool = False) -> None:
    """Write `content`, text as UTF-8, to `path`; missing folders are made. A reader never sees half a file.

    A file that is there is replaced by one with the same permissions. Raises OSError, which names `path`,
    also for a device or a pipe, such as `/dev/stdout`: it is not replaced.
    Text may come in pieces; only one is in memory at a time. With `fsync` this is safe against a power
    loss too: the content is on disk before the file gets its name.
    """
    pieces = (content,) if isinstance(content, (str, bytes)) else content
    try:
        _write(path, pieces, fsync=fsync)
    except OSError as error:
        error.filename = str(path)  # the system names the temporary file, or none
        raise


def _write(path: Path, pieces: Iterable[str | bytes], *, fsync: bool) -> None:
    permissions = _find_permissions(path)
    handle, name = _make_temporary_file(path)
    try:
        if permissions is not None:
            os.chmod(name, permissions)
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece.encode() if isinstance(piece, str) else piece)
            if fsync:
                file.flush()
                os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _find_permissions(path: Path) -> int | None:
    """Return those of the file at `path`; None where there is none, or a link, which is replaced."""
    try:
        mode, own = os.stat(path).st_mode, os.lstat(path).st_mode
    except FileNotFoundError:
        return None
    if not (S_ISREG(mode) or S_ISDIR(mode)):
        raise OSError(EINVAL, f"{NO_FILE}: name a file", str(path))
    return S_IMODE(own) if S_ISREG(own) else None


def _make_temporary_file(path: Path) -> tuple[int, str]:
    """Make a new file in the folder of `path`, and the folder where it is missing.

    `tempfile.mkstemp` takes three times as long, and lets only the owner read the file.
    """
    folder, last = os.path.split(path)
    name = os.path.join(folder, f".{last[:40]}.{token_hex(8)}")
    try:
        return os.open(name, _NEW, 0o644), name
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        return os.open(name, _NEW, 0o644), name
