"""The secret key of this user on this machine, with which a file of a run here is signed.

It is outside every project, so a file that came with a repository cannot have its signature.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from generator.files.plain import read_plain

_LENGTH = 32


def load_user_key() -> bytes | None:
    """Return the key, which is made on its first use; None where there is no place to keep it."""
    try:
        file = _find_file()
        with suppress(FileExistsError):
            _make(file)
        key = read_plain(file)
    except (OSError, RuntimeError):  # RuntimeError: the user has no home
        return None
    return key if len(key) == _LENGTH else None


def _find_file() -> Path:
    caches = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(caches) if os.path.isabs(caches) else Path.home() / ".cache"
    return folder / "medvlm" / "key"


def _make(file: Path) -> None:
    """Write a new key. Raises FileExistsError where there is one, also if another run is just making it."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(secrets.token_bytes(_LENGTH))
        os.link(temporary, file)  # unlike a rename, this never replaces the key of another run
    finally:
        temporary.unlink()
