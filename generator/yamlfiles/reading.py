"""Read one YAML file that is not trusted: the result is plain data, or problems with their places.

The files use a subset of YAML: JSON plus comments and plain scalars. There are no anchors, aliases,
merge keys or tags, so a file cannot grow when it is read. Types are not guessed: dates, `yes` and
`1_000` are text.
"""

import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.files.refusals import NO_FILE
from generator.problems import Problem, Severity
from generator.text import quoted
from generator.yamlfiles.places import Keys, Places, find_places, start_of
from generator.yamlfiles.scalars import resolve_plain_scalar
from generator.yamlfiles.syntax_messages import describe_syntax_error, end_position

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_TEXT_LENGTH",
    "Document",
    "Keys",
    "find_size_fault",
    "parse_document",
    "read_document",
    "stat_plain_file",
]

MAX_BYTES = 256 * 1024
"""No entry needs more. A larger file is refused and not read."""

MAX_TEXT_LENGTH = 4000
"""The longest text of an entry has some hundred characters. Patterns of rules read no longer one."""

MAX_DEPTH = 8
"""An entry has about four levels. The bound keeps the recursion below shallow."""

_TOO_LONG = f"a text of more than {MAX_TEXT_LENGTH:,} characters: shorten it"


QuickReader = Callable[[str], Any]
"""Reads texts of some form sooner than YAML does; returns None for others."""


@dataclass
class Document:
    """What a file contains: `data` is None where `problems` says that it could not be read.

    A repeated key is a problem too, but `data` is there, with the first value of the key.

    >>> document = parse_document(b"title: Films", "entries/2024/films.yaml")
    >>> document.data, document.locate(("title",))
    ({'title': 'Films'}, (1, 8))
    """

    path: str
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    has_mark: bool = False
    """Whether the file begins with a byte order mark, which is not in `text`."""
    is_standard: bool = False
    """Whether it is surely in the standard layout: each key of the top level begins a line, no other does."""
    source: Path | None = None
    """The file on disk, where an earlier run read it and `text` is not in memory."""
    stat: os.stat_result | None = None
    """What the system said of the file before it was read; None where it is no plain file."""

    @cached_property
    def text(self) -> str:
        """The content of the file."""
        return self.source.read_bytes().decode("utf-8-sig", "replace") if self.source else ""

    def report(self, line: int, column: int, message: str, rule: str) -> None:
        """Add a problem at a place counted from 0, as YAML's marks are."""
        self.problems.append(Problem(self.path, line + 1, column + 1, rule, message))

    def locate(self, keys: Keys, *, at_key: bool = False) -> tuple[int, int]:
        """Return the line and column, from 1, of the value at `keys`, or of its key; `data` must be there.

        For a missing value this is the place of the innermost value that should contain it.
        """
        if self.is_standard and len(keys) == 1 and not at_key and (found := self._locate_value(keys[0])):
            return found
        while keys not in self._places:
            keys = keys[:-1]
            at_key = False
        return self._places[keys][at_key]

    def problem_at(
        self,
        keys: Keys,
        rule: str,
        message: str,
        severity: Severity = Severity.ERROR,
        *,
        at_key: bool = False,
    ) -> Problem:
        """Return a problem at the value at `keys`, or at its key; see `locate`."""
        return Problem(self.path, *self.locate(keys, at_key=at_key), rule, message, severity)

    def _locate_value(self, key: str | int) -> tuple[int, int] | None:
        """Return the place of a value that is on the line of its key at the top level."""
        before, found, _ = f"\n{self.text}".partition(f"\n{key}: ")
        return (before.count("\n") + 1, len(found)) if found else None

    @cached_property
    def _places(self) -> Places:
        return find_places(self.text)  # the file may have changed since an earlier run read it


def read_document(file: Path, path: str, read_standard: QuickReader | None = None) -> Document:
    """Read `file`, called `path` in problems. All errors of its form are reported at once; none is raised.

    What `read_standard` returns for its text, if anything, is what YAML reads.
    """
    document = Document(path, stat=stat_plain_file(file))
    if not document.stat:
        document.report(0, 0, _say_why_unread(file), "yaml-file")
        return document
    try:
        with file.open("rb", buffering=0) as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        document.report(0, 0, f"cannot be read: {error.strerror}", "yaml-file")
        return document
    return _parse(raw, document, read_standard)


def _say_why_unread(file: Path) -> str:
    try:
        mode = os.lstat(file).st_mode
    except (OSError, ValueError) as error:
        return f"cannot be read: {getattr(error, 'strerror', error)}"
    if S_ISLNK(mode):
        return "not a plain file: links are not followed"
    if S_ISDIR(mode):
        return "not a plain file but a folder: rename it"
    return f"not a plain file: {NO_FILE}; delete it"


def stat_plain_file(file: Path | str) -> os.stat_result | None:
    """Return what the system says of a plain file; None for anything else."""
    try:
        found = os.lstat(file)
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return None
    return found if S_ISREG(found.st_mode) else None


def find_size_fault(raw: bytes) -> str:
    """Return why a file must not be written with the content `raw`, or an empty text."""
    if len(raw) <= MAX_BYTES:
        return ""
    limit = f"{MAX_BYTES // 1024} KiB"
    return (
        f"not changed: it would be larger than {limit}, and no such file is read: shorten it, then try again"
    )


def parse_document(raw: bytes, path: str) -> Document:
    """Read the bytes of a file called `path`; see `read_document`."""
    return _parse(raw, Document(path))


def _parse(raw: bytes, document: Document, read_standard: QuickReader | None = None) -> Document:
    if len(raw) > MAX_BYTES:
        document.report(0, 0, f"larger than {MAX_BYTES // 1024} KiB: an entry is short", "file-size")
        return document
    try:
        document.text = raw.decode("utf-8-sig")
        document.has_mark = raw.startswith(BOM_UTF8)
    except UnicodeDecodeError as error:
        place = end_position(raw[: error.start].decode("utf-8-sig"))
        document.report(*place, "not UTF-8: save the file in that encoding", "encoding")
        return document
    if read_standard and not document.has_mark and (data := read_standard(document.text)) is not None:
        document.data, document.is_standard = data, True
    else:
        _load(document)
    return document


def _load(document: Document) -> None:
    try:
        data = _Builder(document).build(iter(yaml.CSafeLoader(document.text).get_event, None))
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        document.report(*describe_syntax_error(error, document.text), "yaml-syntax")
    except _TooDeep as error:
        message = f"nested more than {MAX_DEPTH} deep: an entry is flat"
        document.report(error.line, error.column, message, "yaml-depth")
    else:
        is_usable = all(problem.rule == "duplicate-key" for problem in document.problems)
        if is_usable:
            document.data = data


class _TooDeep(Exception):
    def __init__(self, event: Event) -> None:
        super().__init__()
        self.line, self.column = start_of(event)


class _Builder:
    """Builds data from YAML events; what is not in the subset is reported and left out."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def build(self, events: Iterator[Event]) -> Any:
        data, documents = None, 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._report(event, "a second document (`---`): one file is one entry")
            elif isinstance(event, NodeEvent):
                data = self._value(event, events, 0)
        if not documents:
            self._document.report(0, 0, "the file is empty", "yaml-syntax")
        return data

    def _report(self, event: Event, message: str, rule: str = "yaml-syntax") -> None:
        self._document.report(*start_of(event), message, rule)

    def _value(self, event: Event, events: Iterator[Event], depth: int) -> Any:
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag:
                self._refuse(event)
            text: str = event.value
            if len(text) > MAX_TEXT_LENGTH:
                self._report(event, _TOO_LONG, "text-size")
            return resolve_plain_scalar(text) if event.implicit[0] else text
        if isinstance(event, AliasEvent):
            self._report(event, f"an alias ({quoted(f'*{event.anchor}')}): write the value out", "yaml-alias")
            return None
        self._refuse(event)
        if depth == MAX_DEPTH:
            raise _TooDeep(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, depth)
        return self._sequence(events, depth)

    def _refuse(self, event: Event) -> None:
        """Report an anchor or a tag of `event`, a value or a key."""
        if isinstance(event, NodeEvent) and event.anchor:
            message = f"an anchor ({quoted(f'&{event.anchor}')}): none is needed here"
            self._report(event, message, "yaml-alias")
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag:
            self._report(event, "a tag (`!…`): none is needed here", "yaml-tag")

    def _sequence(self, events: Iterator[Event], depth: int) -> list[Any]:
        items = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(self._value(event, events, depth + 1))
        return items

    def _mapping(self, events: Iterator[Event], depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            key = self._key(event, events, depth)
            if key in items:
                message = f"the key {quoted(key)} is here twice: keep one of the two"
                self._report(event, message, "duplicate-key")
            value = self._value(next(events), events, depth + 1)
            items.setdefault(key, value)
        return items

    def _key(self, event: Event, events: Iterator[Event], depth: int) -> str:
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag:
                self._refuse(event)
            if event.value == "<<":
                self._report(event, "a merge key (`<<`): write the values out", "yaml-alias")
            return str(event.value)
        self._report(event, "a key must be a plain word")
        self._value(event, events, depth + 1)
        return ""
