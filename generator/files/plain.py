"""Read a plain file, and nothing that could keep a command waiting."""

import os
from errno import EINVAL
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from generator.files.refusals import NO_FILE


def read_plain(file: Path, most: int = -1) -> bytes:
    """Return the content of `file`, or its first `most` bytes.

    Raises OSError, also for what is no file: a pipe would wait for somebody who writes.
    """
    refuse_device(file)
    with file.open("rb") as stream:
        return stream.read(most)


def refuse_device(file: Path) -> None:
    """Raise OSError for what is there and neither a file nor a folder; a link to one is the same."""
    mode = os.stat(file).st_mode
    if not (S_ISREG(mode) or S_ISDIR(mode)):
        raise OSError(EINVAL, f"{NO_FILE}: name a file", str(file))
