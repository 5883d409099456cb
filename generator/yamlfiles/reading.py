"""Read one YAML file that is not trusted: the result is plain data, or problems with their places.

The files use a subset of YAML: JSON plus comments and plain scalars. There are no anchors, aliases,
merge keys or tags, so a file cannot grow when it is read. Types are not guessed: dates, `yes` and
`1_000` are text.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import yaml
from yaml.error import Mark
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
    SequenceStartEvent,
)

from generator.problems import Problem, Severity
from generator.text import quoted
from generator.yamlfiles.syntax_messages import describe_syntax_error, end_position

MAX_BYTES = 256 * 1024
"""No entry needs more. A larger file is refused and not read."""

MAX_TEXT_LENGTH = 4000
"""The longest text of an entry has some hundred characters. Patterns of rules read no longer one."""

MAX_DEPTH = 8
"""An entry has about four levels. The bound keeps the recursion below shallow."""

Keys = tuple[str | int, ...]
"""The path to a value, from the top of the file: keys of mappings and indexes of lists.

`("links", "code", 1)` is the second address under `code` in `links`.
"""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER_STARTS = "+-0123456789"
_TOO_LONG = f"a text of more than {MAX_TEXT_LENGTH:,} characters: shorten it"
_MAX_DIGITS = 18  # no entry has a longer number, and int() is slow for a huge one


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
    source: Path | None = None
    """The file on disk, where an earlier run read it and `text` is not in memory."""
    _events: list[Event] = field(default_factory=list, repr=False, compare=False)
    """What `data` was built from; empty where an earlier run read the file."""

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

    @cached_property
    def _places(self) -> "_Places":
        """Each value's place, so that only a file with a problem pays for it."""
        places: _Places = {}
        with suppress(yaml.YAMLError):  # the file may have changed since an earlier run read it
            events = iter(self._events or [*yaml.parse(self.text, Loader=yaml.CSafeLoader)])
            if root := next((event for event in events if isinstance(event, NodeEvent)), None):
                _collect((), root, root, events, places)
        places.setdefault((), ((1, 1), (1, 1)))
        return places


def read_document(file: Path, path: str) -> Document:
    """Read `file`, called `path` in problems. All errors of its form are reported at once; none is raised."""
    document = Document(path)
    if file.is_symlink() or not file.is_file():
        document.report(0, 0, "not a plain file: links are not followed", "yaml-file")
        return document
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        document.report(0, 0, f"cannot be read: {error.strerror}", "yaml-file")
        return document
    return parse_document(raw, path)


def parse_document(raw: bytes, path: str) -> Document:
    """Read the bytes of a file called `path`; see `read_document`."""
    document = Document(path)
    if len(raw) > MAX_BYTES:
        document.report(0, 0, f"larger than {MAX_BYTES // 1024} KiB: an entry is short", "file-size")
        return document
    try:
        document.text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = end_position(raw[: error.start].decode("utf-8-sig"))
        document.report(*place, "not UTF-8: save the file in that encoding", "encoding")
        return document
    _load(document)
    return document


def _load(document: Document) -> None:
    events: list[Event] = []
    try:
        data = _Builder(document).build(_keep_events(document.text, events))
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        document.report(*describe_syntax_error(error, document.text), "yaml-syntax")
    except _TooDeep as error:
        message = f"nested more than {MAX_DEPTH} deep: an entry is flat"
        document.report(error.line, error.column, message, "yaml-depth")
    else:
        is_usable = all(problem.rule == "duplicate-key" for problem in document.problems)
        if is_usable:
            document.data, document._events = data, events


def _keep_events(text: str, kept: list[Event]) -> Iterator[Event]:
    """Yield the events of `text`, and add each to `kept`."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        kept.append(event)
        yield event


class _TooDeep(Exception):
    def __init__(self, event: Event) -> None:
        super().__init__()
        self.line, self.column = _start(event)


def _start(event: Event) -> tuple[int, int]:
    mark = cast(Mark, event.start_mark)
    return mark.line, mark.column


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
        self._document.report(*_start(event), message, rule)

    def _value(self, event: Event, events: Iterator[Event], depth: int) -> Any:
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag:
                self._refuse(event)
            if len(event.value) > MAX_TEXT_LENGTH:
                self._report(event, _TOO_LONG, "text-size")
            return _scalar(event)
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
            self._refuse(event)
            if event.value == "<<":
                self._report(event, "a merge key (`<<`): write the values out", "yaml-alias")
            return str(event.value)
        self._report(event, "a key must be a plain word")
        self._value(event, events, depth + 1)
        return ""


def _scalar(event: ScalarEvent) -> str | int | float | bool | None:
    text: str = event.value
    return resolve_plain_scalar(text) if event.implicit[0] else text


def resolve_plain_scalar(text: str) -> str | int | float | bool | None:
    """Return what `text` without quotes is read as; in quotes it is always text.

    A number that Python would write with other digits, such as `50.00`, stays text, so that no digit
    is lost.

    >>> resolve_plain_scalar("48"), resolve_plain_scalar("50.00"), resolve_plain_scalar("~")
    (48, '50.00', None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if is_number(text):
        number = int(text) if _INTEGER.match(text) else float(text)
        return number if str(number) == text else text
    return text


def is_number(text: str) -> bool:
    """Whether a YAML reader takes `text` without quotes for a number."""
    if not text or text[0] not in _NUMBER_STARTS or len(text) > _MAX_DIGITS:
        return False
    return bool(_INTEGER.match(text) or _FLOAT.match(text))


_Places = dict[Keys, tuple[tuple[int, int], tuple[int, int]]]


def _collect(keys: Keys, key: Event, value: Event, events: Iterator[Event], places: _Places) -> None:
    """Note the places of `value`, its `key` and what is in it; a repeated key keeps its first place."""
    if keys in places:
        places = {}
    places[keys] = (_place(value), _place(key))
    if isinstance(value, MappingStartEvent):
        while not isinstance(name := next(events), MappingEndEvent):
            if not isinstance(name, ScalarEvent):
                raise yaml.YAMLError("a key must be a plain word")
            _collect((*keys, str(name.value)), name, next(events), events, places)
    elif isinstance(value, SequenceStartEvent):
        index = 0
        while not isinstance(item := next(events), SequenceEndEvent):
            _collect((*keys, index), item, item, events, places)
            index += 1


def _place(event: Event) -> tuple[int, int]:
    line, column = _start(event)
    return line + 1, column + 1
