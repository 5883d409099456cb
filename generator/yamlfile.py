"""Read one YAML file: plain data out, or problems with their place; nothing in it is trusted.

The subset is that of JSON plus comments and plain scalars: no anchors, aliases, merge keys or
tags, so that a file cannot grow when read, and no guessing: dates, `yes` and `1_000` are text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.problems import Problem

MAX_BYTES = 256 * 1024
"""No entry needs more; what is larger is refused unread."""

MAX_DEPTH = 8
"""An entry nests four deep; the bound keeps the reading below from recursing far."""

Keys = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists from the top of the file."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_MAX_DIGITS = 18  # no number of an entry is longer, and int() of a huge one is slow

_ADVICE = {
    "mapping values are not allowed": "a colon and a space inside a value: put it in double quotes",
    "could not find expected ':'": "a line without `key: value`; is a colon or a quote missing?",
    "did not find expected key": "a key is expected here; check the indentation and the quotes",
    "did not find expected '-'": "a list item `- …` is expected here; check the indentation",
    "did not find expected ',' or ']'": "a list `[…]` is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "a mapping `{…}` is not closed, or lacks a comma",
    "found character that cannot start": "this character cannot start a value: put it in quotes",
    "found unexpected end of stream": "a quote is opened and never closed",
    "found undefined tag handle": "tags (`!`) are not used here: put the value in quotes",
    "found unknown escape character": 'a backslash in double quotes: write `\\\\`, or use \'…\'',
    "control characters are not allowed": "a control character: delete it",
    "special characters are not allowed": "a control character: delete it",
}


@dataclass(slots=True)
class Document:
    """What a file holds: `data` is None where `problems` says that it could not be read."""

    path: str
    text: str = ""
    data: Any = None
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, column: int, message: str, rule: str) -> None:
        """Add a problem at a place counted from 0, as YAML's marks are."""
        self.problems.append(Problem(self.path, line + 1, column + 1, rule, message))

    def locate(self, keys: Keys, *, at_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `keys`, or of its key."""
        return locate(self.text, keys, at_key=at_key)


def read(file: Path, path: str) -> Document:
    """Read `file`, called `path` in problems; every fault of its form is reported at once."""
    document = Document(path)
    if file.is_symlink() or not file.is_file():
        document.report(0, 0, "not a plain file: links are not followed", "yaml-file")
        return document
    with file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    return parse(raw, path)


def parse(raw: bytes, path: str) -> Document:
    """Read the bytes of a file called `path`; see `read`."""
    document = Document(path)
    if len(raw) > MAX_BYTES:
        document.report(0, 0, f"larger than {MAX_BYTES // 1024} KiB: an entry is short", "file-size")
        return document
    try:
        document.text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start)
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1)
        document.report(line, column, "not UTF-8: save the file in that encoding", "encoding")
        return document
    _load(document)
    return document


def _load(document: Document) -> None:
    events = yaml.parse(document.text, Loader=yaml.CSafeLoader)
    try:
        data = _Builder(document).document(events)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        document.report(*place, _advice(error.problem or ""), "yaml-syntax")
    except yaml.reader.ReaderError as error:
        before = document.text[: error.position]
        place = (before.count("\n"), error.position - (before.rfind("\n") + 1))
        document.report(*place, _advice(error.reason), "yaml-syntax")
    except _TooDeep as error:
        message = f"nested more than {MAX_DEPTH} deep: an entry is flat"
        document.report(error.line, error.column, message, "yaml-depth")
    else:
        document.data = None if document.problems else data


def _advice(problem: str) -> str:
    for start, advice in _ADVICE.items():
        if start in problem:
            return advice
    return "this cannot be read as YAML; check indentation, quotes and brackets"


class _TooDeep(Exception):
    def __init__(self, event: Event) -> None:
        super().__init__()
        self.line, self.column = event.start_mark.line, event.start_mark.column


class _Builder:
    """Builds data from YAML events; what the subset refuses is reported and left out."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def document(self, events: Iterator[Event]) -> Any:
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
        self._document.report(event.start_mark.line, event.start_mark.column, message, rule)

    def _value(self, event: NodeEvent, events: Iterator[Event], depth: int) -> Any:
        if isinstance(event, AliasEvent):
            self._report(event, f"an alias (`*{event.anchor}`): write the value out", "yaml-alias")
            return None
        self._refuse_extras(event)
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if depth == MAX_DEPTH:
            raise _TooDeep(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, depth)
        return self._sequence(events, depth)

    def _refuse_extras(self, event: NodeEvent) -> None:
        if event.anchor:
            self._report(event, f"an anchor (`&{event.anchor}`): none is needed here", "yaml-alias")
        if event.tag and event.tag != "!":
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
                message = f"the key `{key}` stands here a second time: keep one of the two"
                self._report(event, message, "duplicate-key")
            value = self._value(next(events), events, depth + 1)
            items.setdefault(key, value)
        return items

    def _key(self, event: Event, events: Iterator[Event], depth: int) -> str:
        if isinstance(event, ScalarEvent):
            self._refuse_extras(event)
            return str(event.value)
        self._report(event, "a key must be a plain word")
        self._value(event, events, depth + 1)
        return ""


def _scalar(event: ScalarEvent) -> str | int | float | bool | None:
    """A quoted scalar is text; a plain one may be a number, true, false or nothing."""
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= _MAX_DIGITS:
        if _INTEGER.match(text):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
    return text


def locate(text: str, keys: Keys, *, at_key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of the value at `keys` in `text`, a file that `parse` accepted.

    With `at_key` the place of the last key itself. What is missing is placed at the nearest
    value around it. The text is read again: only a reported problem pays for its place.
    """
    node: Node = yaml.compose(text, Loader=yaml.CSafeLoader)
    mark = node.start_mark
    for step, key in enumerate(keys):
        found = _child(node, key)
        if found is None:
            break
        key_node, node = found
        last = step == len(keys) - 1
        mark = (key_node if at_key and last else node).start_mark
    return mark.line + 1, mark.column + 1


def _child(node: Node, key: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        for key_node, value in node.value:
            if isinstance(key_node, ScalarNode) and key_node.value == str(key):
                return key_node, value
    elif isinstance(node, SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None
