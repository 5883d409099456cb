"""A cache of judgments in `.cache/`, by the content of the files.

The cache can be deleted at any time. Where it is missing, damaged or written by other code, every file
is read and judged again. So it is where the cache is not of this user on this machine, or git tracks it:
whoever writes an entry could else write its judgment too.

A file counts as unchanged if its size and times are. If these differ, or the file is too new for its
times to be trusted, its content is compared.
"""

import functools
import hmac
import os
import sys
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pydantic
import yaml
from pydantic_core import from_json, to_json

from generator.catalog.load_vocabularies import list_vocabulary_files
from generator.checking.cached_judgment import (
    CachedJudgment,
    make_cached,
    make_problem,
    take_stamp,
    to_problem_row,
)
from generator.checking.judging import Judgment
from generator.files.plain import read_plain
from generator.files.project import ProjectFileError, read_inside, write_inside
from generator.files.tracked import is_tracked
from generator.files.user_key import load_user_key
from generator.problems import Problem
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document

CACHE_FILE = ".cache/entries.json"
_CODE = Path(__file__).parents[1]
_MIN_AGE = 2_000_000_000
"""In nanoseconds. A file written so shortly before the cache may have changed again with equal times."""


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What the comparison of all entries found.

    It holds while the list has the same files with the same claims. Where in a file a finding is, and
    whether a comment silences it, the claims do not say: a file with findings must be unchanged.
    """

    with_hints: bool
    problems: list[Problem]
    paths: frozenset[str]
    """The files with findings, silenced ones too."""

    def to_row(self) -> list[Any]:
        return [self.with_hints, [to_problem_row(problem) for problem in self.problems], sorted(self.paths)]

    @classmethod
    def from_row(cls, with_hints: bool, rows: list[Any], paths: list[str]) -> "_Comparison":
        return cls(with_hints, [make_problem(*row) for row in rows], frozenset(paths))


class Cache:
    """The last judgments of the files of the list at `root`; `save` writes new ones to disk."""

    def __init__(self, root: Path, vocabularies: Path) -> None:
        self._root = str(root)
        self._key = load_user_key()
        self._version = _hash_dependencies(vocabularies)
        self._compared: _Comparison | None = None
        self._old, self._trusted_before = self._load()
        self._known: dict[str, CachedJudgment] = {}
        self._is_changed = self._is_compared = False
        self._reread: set[str] = set()
        """The files that are new or have other content."""

    def recall(self, path: str) -> CachedJudgment | None:
        """Return the judgment of the file at `path`, relative to the root, if the file is unchanged."""
        if path not in self._known and (old := self._old.get(path)):
            file = f"{self._root}/{path}"
            stamp = take_stamp(file)
            if stamp and old.stamp == stamp and stamp[1] < self._trusted_before:
                self._known[path] = old
            elif stamp and stamp[0] <= reading.MAX_BYTES and old.digest == _hash_file(Path(file)):
                self.remember(path, old._replace(stamp=stamp))
        return self._known.get(path)

    def remember(self, path: str, judged: CachedJudgment) -> None:
        """Keep the judgment of the file at `path`."""
        old = self._old.get(path)
        self._known[path] = judged
        self._is_changed = self._is_changed or bool(judged.stamp)
        if not old or old.digest != judged.digest:
            self._reread.add(path)

    def recall_comparison(self, *, with_hints: bool) -> list[Problem] | None:
        """Return what the comparison of all entries found, if it still holds."""
        known = self._compared
        if not known or (with_hints and not known.with_hints) or not self._holds(known):
            self._compared = None
            return None
        return known.problems

    def _holds(self, known: _Comparison) -> bool:
        return self._old.keys() == self._known.keys() and all(
            path not in known.paths and self._old[path].claims_json == self._known[path].claims_json
            for path in self._reread
        )

    def remember_comparison(
        self, problems: list[Problem], paths: Collection[str], *, with_hints: bool
    ) -> None:
        """Keep what the comparison of all entries found: the problems, and the `paths` with findings."""
        self._compared = _Comparison(with_hints, problems, frozenset(paths))
        self._is_compared = True

    def read(self, path: str) -> Document:
        """Return the file at `path` as `read_document` does, which is called only where it is not cached."""
        file = Path(self._root, path)
        known = self.recall(path)
        if not known:
            document = reading.read_document(file, path)
            known = make_cached(document, Judgment(document.data, problems=document.problems))
            self.remember(path, known)
        return known.make_document(path, file)

    def save(self) -> None:
        """Write the cache if anything is new. An error in writing is ignored: the cache is optional."""
        kept = {path: judged for path, judged in self._known.items() if judged.stamp}
        is_same = not self._is_changed and self._old.keys() == kept.keys()
        if self._key is None or (is_same and not self._is_compared):
            return
        index = {path: judged.to_row() for path, judged in kept.items()}
        # An unreadable file is not kept, so a change of it would not be noticed.
        is_whole = kept.keys() == self._known.keys()
        compared = self._compared.to_row() if self._compared and is_whole else None
        lines = [to_json([index, compared])]
        for judged in kept.values():
            lines += (judged.claims_json, judged.data)
        body = b"\n".join(lines)
        with suppress(ProjectFileError):
            write_inside(Path(self._root), f"{os.path.dirname(CACHE_FILE)}/.gitignore", "*\n")
            write_inside(Path(self._root), CACHE_FILE, _make_head(self._key, self._version, body) + body)

    def _load(self) -> tuple[dict[str, CachedJudgment], int]:
        """Return what the last run saved, and the time before which a file's times can be trusted."""
        body, written = self._read_signed()
        try:
            return self._parse(body) if body else {}, written - _MIN_AGE
        except (
            LookupError,
            ValueError,
            TypeError,
            AttributeError,
        ):  # of a form that this code does not write
            return {}, 0

    def _read_signed(self) -> tuple[bytes, int]:
        """Return what is signed in the file and when it was written; nothing if no run here wrote it."""
        root = Path(self._root)
        try:
            head, _, body = (read_inside(root, CACHE_FILE) or b"").partition(b"\n")
            written = (root / CACHE_FILE).stat().st_mtime_ns
        except (OSError, ProjectFileError):
            return b"", 0
        if self._key is None or not hmac.compare_digest(
            head + b"\n", _make_head(self._key, self._version, body)
        ):
            return b"", 0
        return (b"", 0) if is_tracked(root, CACHE_FILE) else (body, written)

    def _parse(self, body: bytes) -> dict[str, CachedJudgment]:
        index, *lines = body.split(b"\n")
        rows, compared = from_json(index)
        self._compared = compared and _Comparison.from_row(*compared)
        pairs = zip(rows.items(), lines[::2], lines[1::2], strict=True)
        return {path: CachedJudgment._make([*row, claims, data]) for (path, row), claims, data in pairs}


def _make_head(key: bytes, version: str, body: bytes) -> bytes:
    """Return the first line of the cache: what it depends on, and the signature of both."""
    return f"{version} {hmac.digest(key, version.encode() + body, 'sha256').hex()}\n".encode()


def _hash_file(file: Path) -> str | None:
    """Return a hash of what is in `file`; None where it cannot be read, which a check of it reports."""
    try:
        return sha256(read_plain(file)).hexdigest()
    except OSError:
        return None


def _hash_dependencies(vocabularies: Path) -> str:
    """Return a hash of all that a judgment depends on besides its file: code, libraries and vocabularies."""
    found = sha256(_hash_code().encode())
    files, error = list_vocabulary_files(vocabularies)
    found.update(f"{error}\n".encode())
    for file in files:
        stamp = take_stamp(str(file))
        if stamp and stamp[0] <= reading.MAX_BYTES:
            found.update(f"{file.name} {_hash_file(file)}\n".encode())
    return found.hexdigest()


@functools.cache
def _hash_code() -> str:
    """Return a hash of the code. It is computed once: the code in memory stays when its files change."""
    found = sha256(f"{sys.version} {yaml.__version__} {pydantic.VERSION}".encode())
    for file in sorted(_CODE.rglob("*.py")):
        found.update(f"{file.name} {_hash_file(file)}\n".encode())
    return found.hexdigest()
