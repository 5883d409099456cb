"""Write files whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write(path: Path, content: str | bytes) -> None:
    """Make `path`, and the folders to it, hold `content`, text as UTF-8; a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
        try:
            file.write(content.encode() if isinstance(content, str) else content)
            os.fchmod(file.fileno(), 0o644)
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise
