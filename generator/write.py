"""Write files whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkstemp


def write(path: Path, content: str | bytes | Iterable[str], *, fsync: bool = False) -> None:
    """Make `path`, and the folders to it, hold `content`, text as UTF-8; a reader never sees half of it.

    Text may come in pieces, of which one at a time is held. With `fsync` that is true after a loss of
    power too: the content is on the disk before the file takes its name.
    """
    pieces = (content,) if isinstance(content, (str, bytes)) else content
    handle, name = _beside(path)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece.encode() if isinstance(piece, str) else piece)
            if fsync:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _beside(path: Path) -> tuple[int, str]:
    """A new file in the folder of `path`, which is made where it is missing."""
    prefix = f".{path.name[:40]}."
    try:
        return mkstemp(dir=path.parent, prefix=prefix)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return mkstemp(dir=path.parent, prefix=prefix)
