"""The judgments of the last run, kept in `.cache/` by the content of their files.

Nothing depends on it: without it, or where it is broken or made by other code, every file is read and
judged again. A file is the same if its size and times are; where these differ, or the file is too
young for its times to be trusted, its content is compared.
"""

import functools
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Any

import pydantic
import yaml

from generator.checking.judging import Judgment
from generator.entry.claims import Claims
from generator.problems import Problem, Severity
from generator.write import write
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document

FILE = ".cache/entries.json"
_CODE = Path(__file__).parents[1]
_YOUNG = 2_000_000_000
"""Nanoseconds; a file written that shortly before the cache may have been written again since."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The judgment of a file as it was at one time; without a `stamp` it holds for this run only."""

    stamp: list[int] | None
    """Its size and times."""
    digest: str
    data: str
    """The data of the judgment as JSON: most runs need it of few files."""
    judgment: Judgment
    """The judgment without its data."""

    def document(self, path: str, source: Path) -> Document:
        """The file as `reading.read` returned it; its text is read again where someone asks for it."""
        problems = list(self.judgment.problems)
        return Document(path, json.loads(self.data), problems, source)


def read_and_judge(file: Path, path: str, judge: Callable[[Document], Judgment]) -> Remembered:
    """Read `file`, called `path` in problems, and have it judged."""
    stamp = _stamp(str(file))
    document = reading.read(file, path)
    judgment = judge(document)
    digest = sha256(document.text.encode()).hexdigest()
    is_readable = judgment.data is not None
    return Remembered(
        stamp if is_readable else None, digest, _json(judgment.data), replace(judgment, data=None)
    )


class Cache:
    """The files of the list at `root` as they were last judged; `save` keeps what was learned."""

    def __init__(self, root: Path, vocabularies: Path) -> None:
        self._root = str(root)
        self._file = root / FILE
        self._version = _version(vocabularies)
        self._old, self._trusted_before = self._load()
        self._known: dict[str, Remembered] = {}
        self._is_changed = False

    def recall(self, path: str) -> Remembered | None:
        """What is known of the file at `path`, from the root, if it is still the same."""
        if path not in self._known and (old := self._old.get(path)):
            file = f"{self._root}/{path}"
            stamp = _stamp(file)
            if stamp and old.stamp == stamp and stamp[1] < self._trusted_before:
                self._known[path] = old
            elif stamp and stamp[0] <= reading.MAX_BYTES and old.digest == _digest(Path(file)):
                self.remember(path, replace(old, stamp=stamp))
        return self._known.get(path)

    def remember(self, path: str, judged: Remembered) -> None:
        """Keep what was learned of the file at `path`."""
        self._known[path] = judged
        self._is_changed = self._is_changed or bool(judged.stamp)

    def read(self, path: str) -> Document:
        """The file at `path` as `reading.read` returns it, which is asked only where it is not known."""
        file = Path(self._root, path)
        known = self.recall(path)
        if not known:
            known = read_and_judge(file, path, lambda read: Judgment(read.data, problems=read.problems))
            self.remember(path, known)
        return known.document(path, file)

    def save(self) -> None:
        """Write the cache where anything is new; a folder that cannot be written stays without."""
        kept = {path: judged for path, judged in self._known.items() if judged.stamp}
        if not self._is_changed and self._old.keys() == kept.keys():
            return
        index = {path: _row(judged) for path, judged in kept.items()}
        body = "\n".join([_json(index), *(judged.data for judged in kept.values())]).encode()
        with suppress(OSError):
            write(self._file.with_name(".gitignore"), "*\n")
            write(self._file, _head(self._version, body) + body)

    def _load(self) -> tuple[dict[str, Remembered], int]:
        """What the last run saved, and how old a file must be for its times to be trusted; or nothing."""
        try:
            head, _, body = self._file.read_bytes().partition(b"\n")
            written = self._file.stat().st_mtime_ns
        except OSError:
            return {}, 0
        if head + b"\n" != _head(self._version, body):
            return {}, 0
        try:
            return dict(_saved(body)), written - _YOUNG
        except (ValueError, TypeError, AttributeError):  # of a form that this code does not write
            return {}, 0


def _row(judged: Remembered) -> list[Any]:
    """What is saved of a file in the index, as plain values."""
    judgment = judged.judgment
    problems = [
        (problem.line, problem.column, problem.rule, problem.message, problem.severity)
        for problem in judgment.problems
    ]
    return [judged.stamp, judged.digest, judgment.claims, problems, judgment.left_out]


def _saved(body: bytes) -> Iterator[tuple[str, Remembered]]:
    index, *lines = body.decode().split("\n")
    for (path, row), data in zip(json.loads(index).items(), lines, strict=True):
        stamp, digest, claims, problems, left_out = row
        judgment = Judgment(
            claims=claims and Claims(*claims),
            problems=[_problem(path, *values) for values in problems],
            left_out=[tuple(keys) for keys in left_out],
        )
        yield path, Remembered(stamp, digest, data, judgment)


def _problem(path: str, line: int, column: int, rule: str, message: str, severity: str) -> Problem:
    return Problem(path, line, column, rule, message, Severity(severity))


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
    """A hash of all that decides what is made of a file: this code, its libraries, the vocabularies."""
    found = sha256(_code().encode())
    for file in sorted(vocabularies.glob("*")):
        stamp = _stamp(str(file))
        if stamp and stamp[0] <= reading.MAX_BYTES:
            found.update(f"{file.name} {_digest(file)}\n".encode())
    return found.hexdigest()


@functools.cache
def _code() -> str:
    """A hash of the code as it was loaded, even if its files change while this process lives."""
    found = sha256(f"{sys.version} {yaml.__version__} {pydantic.VERSION}".encode())
    for file in sorted(_CODE.rglob("*.py")):
        found.update(f"{file.name} {_digest(file)}\n".encode())
    return found.hexdigest()
