"""What is known of the files since the last run, in `.cache/`: what they hold, and which are sound.

Nothing needs it: without it, or where it is broken or made by other code, every file is read again.
A file is known by size and times; where these differ, or are too young to tell, by its content.
"""

import functools
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

import pydantic
import yaml

from generator.entry.claims import Claims
from generator.write import write
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document

FILE = ".cache/entries.json"
_CODE = Path(__file__).parents[1]
_YOUNG = 2_000_000_000
"""Nanoseconds; a file written that shortly before the cache may have been written again since."""


class Known(NamedTuple):
    """A file that can be read, at the time when it was."""

    stamp: list[int]
    digest: str
    data: str
    """What it holds, as JSON."""
    claims: Claims | None = None
    """Those of an entry that is sound by itself: no rule finds anything in it without the others."""


def look(file: Path, path: str) -> tuple[Document, Known | None]:
    """`file`, called `path`, as `yamlfile.read` has it, and what to remember of it."""
    stamp = _stamp(str(file))
    document = reading.read(file, path)
    if not stamp or document.problems:
        return document, None
    data = _json(document.data)
    return document, Known(stamp, sha256(document.text.encode()).hexdigest(), data)


class Cache:
    """The files of the list at `root` as they were last read; `save` keeps what was learnt."""

    def __init__(self, root: Path, vocabularies: Path) -> None:
        self._root = str(root)
        self._file = root / FILE
        self._version = _version(vocabularies)
        self._old, self._trusted_before = self._load()
        self._known: dict[str, Known] = {}
        self._is_changed = False

    def known(self, path: str) -> Known | None:
        """What is known of the file at `path`, seen from the root, as it now is."""
        if path not in self._known and (old := self._old.get(path)):
            file = f"{self._root}/{path}"
            stamp = _stamp(file)
            if stamp and old.stamp == stamp and stamp[1] < self._trusted_before:
                self._known[path] = old
            elif stamp and stamp[0] <= reading.MAX_BYTES and old.digest == _digest(Path(file)):
                self.remember(path, old._replace(stamp=stamp))
        return self._known.get(path)

    def remember(self, path: str, known: Known) -> None:
        """Keep what was learnt of the file at `path`."""
        self._known[path], self._is_changed = known, True

    def read(self, path: str) -> Document:
        """The file at `path` as `yamlfile.read` has it, which is asked where it is not known."""
        file = Path(self._root, path)
        if known := self.known(path):
            return Document(path, data=json.loads(known.data), source=file)
        document, learnt = look(file, path)
        if learnt:
            self.remember(path, learnt)
        return document

    def save(self) -> None:
        """Write the cache where anything is new; a folder that cannot be written stays without."""
        if not self._is_changed and self._old.keys() == self._known.keys():
            return
        index = {path: [one.stamp, one.digest, one.claims] for path, one in self._known.items()}
        lines = [_json(index), *(known.data for known in self._known.values())]
        body = "\n".join(lines).encode()
        with suppress(OSError):
            write(self._file.with_name(".gitignore"), "*\n")
            write(self._file, _head(self._version, body) + body)

    def _load(self) -> tuple[dict[str, Known], int]:
        """What the last run saved and how old a file must be to be known by its times; or nothing."""
        try:
            head, _, body = self._file.read_bytes().partition(b"\n")
            written = self._file.stat().st_mtime_ns
        except OSError:
            return {}, 0
        if head + b"\n" != _head(self._version, body):
            return {}, 0
        return dict(_saved(body)), written - _YOUNG


def _saved(body: bytes) -> Iterator[tuple[str, Known]]:
    index, *lines = body.decode().split("\n")
    for (path, (stamp, digest, claims)), data in zip(json.loads(index).items(), lines, strict=True):
        yield path, Known(stamp, digest, data, claims and Claims(*claims))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _head(version: str, body: bytes) -> bytes:
    return f"{version} {sha256(body).hexdigest()}\n".encode()


def _stamp(file: str) -> list[int] | None:
    """Size and times of a plain file; None for anything else."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns] if S_ISREG(found.st_mode) else None


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _version(vocabularies: Path) -> str:
    """A hash of all that says what is made of a file: this code, its libraries, the vocabularies."""
    found = sha256(_code().encode())
    for file in sorted(vocabularies.glob("*")):
        stamp = _stamp(str(file))
        if stamp and stamp[0] <= reading.MAX_BYTES:
            found.update(f"{file.name} {_digest(file)}\n".encode())
    return found.hexdigest()


@functools.cache
def _code() -> str:
    """Of the code as it was loaded, also where the files are changed while this process goes on."""
    found = sha256(f"{sys.version} {yaml.__version__} {pydantic.VERSION}".encode())
    for file in sorted(_CODE.rglob("*.py")):
        found.update(f"{file.name} {_digest(file)}\n".encode())
    return found.hexdigest()
