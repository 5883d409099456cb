"""What is known of the files since the last run, in `.cache/`: what they hold, and which are sound.

Nothing needs it: without it, or where it is broken or made by other code, every file is read again.
A file is known by size and times; where these differ, or are too young to tell, by its content.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pydantic
import yaml

from generator import yamlfile
from generator.yamlfile import Document

FILE = ".cache/entries.json"
_CODE = Path(__file__).parent
_YOUNG = 2_000_000_000
"""Nanoseconds; a file written that shortly before the cache may have been written again since."""


@dataclass(slots=True)
class _Known:
    """A file at the time it was read."""

    stamp: list[int]
    digest: str
    data: Any
    sound: bool = False


class Cache:
    """The files of the list at `root` as they were last read; `save` keeps what was learnt."""

    def __init__(self, root: Path, vocabularies: Path) -> None:
        self._file = root / FILE
        self._version = _version(vocabularies)
        self._old, self._trusted_before = self._load()
        self._known: dict[str, _Known] = {}
        self._is_changed = False

    def read(self, file: Path, path: str) -> Document:
        """As `yamlfile.read`, which is asked where the file is not known without a fault."""
        known = self._old.get(path)
        if known and not file.is_symlink():
            stamp = _stamp(file)
            if known.stamp == stamp and stamp[1] < self._trusted_before:
                return self._remembered(file, path, known)
            if stamp[0] <= yamlfile.MAX_BYTES and known.digest == _digest(file):
                known.stamp, self._is_changed = stamp, True
                return self._remembered(file, path, known)
        return self._fresh(file, path)

    def _remembered(self, file: Path, path: str, known: _Known) -> Document:
        self._known[path] = known
        return Document(path, data=known.data, source=file)

    def _fresh(self, file: Path, path: str) -> Document:
        stamp = [] if file.is_symlink() or not file.is_file() else _stamp(file)
        document = yamlfile.read(file, path)
        if stamp and not document.problems:
            digest = sha256(document.text.encode()).hexdigest()
            self._known[path], self._is_changed = _Known(stamp, digest, document.data), True
        return document

    def is_sound(self, path: str) -> bool:
        """Whether nothing was found wrong with the file at `path` by itself, as it now is."""
        return path in self._known and self._known[path].sound

    def mark_sound(self, path: str) -> None:
        """Remember that nothing is wrong with the file at `path` by itself."""
        if path in self._known and not self._known[path].sound:
            self._known[path].sound = self._is_changed = True

    def save(self) -> None:
        """Write the cache where anything is new; a folder that cannot be written stays without."""
        if not self._is_changed and self._old.keys() == self._known.keys():
            return
        files = {path: [one.stamp, one.digest, one.data, one.sound] for path, one in self._known.items()}
        body = json.dumps(files, ensure_ascii=False, separators=(",", ":")).encode()
        new = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            (self._file.parent / ".gitignore").write_text("*\n")
            new.write_bytes(_head(self._version, body) + body)
            new.replace(self._file)

    def _load(self) -> tuple[dict[str, _Known], int]:
        """What the last run saved and how old a file must be to be known by its times; or nothing."""
        try:
            head, _, body = self._file.read_bytes().partition(b"\n")
            written = self._file.stat().st_mtime_ns
        except OSError:
            return {}, 0
        if head + b"\n" != _head(self._version, body):
            return {}, 0
        return {path: _Known(*known) for path, known in json.loads(body).items()}, written - _YOUNG


def _head(version: str, body: bytes) -> bytes:
    return f"{version} {sha256(body).hexdigest()}\n".encode()


def _stamp(file: Path) -> list[int]:
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _version(vocabularies: Path) -> str:
    """A hash of all that says what is made of a file: this code, its libraries, the vocabularies."""
    found = sha256(f"{sys.version} {yaml.__version__} {pydantic.VERSION}".encode())
    for file in (*sorted(_CODE.rglob("*.py")), *sorted(vocabularies.glob("*"))):
        if file.is_file():
            found.update(f"{file.name} {_digest(file)}\n".encode())
    return found.hexdigest()
