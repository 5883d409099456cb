"""Read and write the files that a person names on the command line; they may be anywhere."""

import os
import sys
from errno import EACCES, EISDIR
from pathlib import Path

from generator.files.plain import refuse_device
from generator.files.refusals import explain
from generator.options import WrongUsage
from generator.write import write_file

MAX_BYTES = 64 * 1024 * 1024


def read_named(file: Path, most: int = MAX_BYTES) -> bytes:
    """Return the content of `file`. Raises WrongUsage if it cannot be read or has more than `most` bytes.

    A pipe on the disk is refused, as nobody may write to it. The one of `<(…)` is not: bash names it in
    `/dev`, zsh in `/proc`.
    """
    try:
        if not file.is_relative_to("/dev") and not file.is_relative_to("/proc"):
            refuse_device(file)
        with file.open("rb") as stream:
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise WrongUsage(f"{file} cannot be read: {explain(error)}") from error
    if len(content) > most:
        raise WrongUsage(f"{file} is larger than {most // 1024} KiB: is it the right file?")
    return content


def read_input(most: int = MAX_BYTES) -> bytes:
    """Return standard input, at most one byte more than `most`. Raises WrongUsage if it cannot be read."""
    if sys.stdin is None:
        raise WrongUsage("standard input is closed: name a file")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise WrongUsage(f"standard input cannot be read: {explain(error)}") from error


def write_named(file: Path, text: str) -> None:
    """Write `text` to `file`; a link of that name is replaced, not followed. Raises WrongUsage."""
    require_writable(file)
    try:
        write_file(file, text)
    except (OSError, ValueError) as error:
        raise WrongUsage(f"{file} cannot be written: {explain(error)}") from error


def require_writable(file: Path) -> None:
    """Raise WrongUsage if `file` surely cannot be written; asked before work whose result goes there."""
    fault = _find_fault(file)
    if fault:
        raise WrongUsage(f"{file} cannot be written: {fault}")


def _find_fault(file: Path) -> str:
    if not os.path.isdir(file.parent):
        return f"there is no folder {file.parent}; make it first"
    if not os.access(file.parent, os.W_OK | os.X_OK):  # the new file is made beside the old one
        return explain(PermissionError(EACCES, os.strerror(EACCES)))
    if os.path.isdir(file) and not os.path.islink(file):
        return explain(IsADirectoryError(EISDIR, os.strerror(EISDIR)))
    try:
        refuse_device(file)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return explain(error)
    return ""
