"""Read and write the files that a person names on the command line; they may be anywhere."""

import sys
from pathlib import Path

from generator.files.plain import refuse_device
from generator.files.refusals import explain
from generator.options import WrongUsage
from generator.write import write_file

MAX_BYTES = 64 * 1024 * 1024


def read_named(file: Path, most: int = MAX_BYTES) -> bytes:
    """Return the content of `file`. Raises WrongUsage if it cannot be read or has more than `most` bytes.

    A pipe on the disk is refused, as nobody may write to it; `<(…)` of a shell names one in `/dev`.
    """
    try:
        if not file.is_relative_to("/dev"):
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
    require_folder(file)
    try:
        write_file(file, text)
    except (OSError, ValueError) as error:
        raise WrongUsage(f"{file} cannot be written: {explain(error)}") from error


def require_folder(file: Path) -> None:
    """Raise WrongUsage if the folder of `file` is missing; asked before work whose result goes there."""
    if not file.parent.is_dir():
        raise WrongUsage(f"{file} cannot be written: there is no folder {file.parent}; make it first")
