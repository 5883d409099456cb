"""Read an entry file that is in the standard layout, in less time than YAML takes.

Each part of the file, a key of the top level with its value, is read by a guess. The guess counts only
where the layout writes it as the very text of the part: what the layout writes is read back unchanged.
"""

import re
from operator import lt
from typing import Any

from generator.entry.layout.writing import index_fields, write_mapping
from generator.entry.model import Entry
from generator.yamlfiles.reading import parse_document
from generator.yamlfiles.scalars import resolve_plain_scalar

_COMMENTS = re.compile(r"^(?:#(?:[^\n]*\S)?\n)++(?=([^\s#])?)", re.MULTILINE)
"""Comments, and the start of a key of the top level below them: the layout does not move such comments."""
_PART = re.compile(r"^[a-z_]+:(?: [^\n]*)?\n(?: [^\n]*\n)*", re.MULTILINE)
MAX_GUESSED = 1000
"""In characters of a line, or of a folded text. YAML has limits for longer keys and texts."""
MAX_KEPT_LENGTH = 100
MAX_KEPT = 4096
"""Longer parts are rarely in two files, so they are not kept. With more parts, all are forgotten."""

_REFUSED = re.compile(r"<<|\n {10}")
"""What YAML may refuse though the layout writes it: a merge key, and deep nesting."""

_NEXT_KEY = re.compile(r"\n  (?! )")
_PADDING = re.compile(r"(?<=\[) +|(?<=,) +(?= )")
"""What aligns the rows of a table."""
_ITEM = re.compile(r'(?:^|(?<=, ))("[^"]*"|\{[^{}]*\}|[^],[{}]+)(?:, |$)')
_PAIR = re.compile(r'(?:^|(?<=, ))([\w-]+): ("[^"]*"|\[[^][]*\]|\{[^{}]*\}|[^],[{}]+)(?:, |$)')
"""They begin where a comma ends the last one, and not at each letter of a word that is none."""

_Item = tuple[str, Any]
_kept: dict[str, _Item] = {}
"""What short parts contain. Half of all parts are in many files: a kind, a section, a day."""


def read_standard(text: str) -> dict[str, Any] | None:
    """Return what the file `text` contains if it is surely in the standard layout, else None.

    Files with equal parts share the values of these, so the values must not be changed.

    >>> read_standard("# a comment\\ntitle: Films\\ntasks: [vqa]\\n")
    {'title': 'Films', 'tasks': ['vqa']}
    >>> read_standard("tasks: [ vqa ]\\n")
    """
    if not text.replace("\n", "").isprintable():  # a comment may have a line break of YAML
        return None
    bare = _COMMENTS.sub(_drop_above_key, text)
    parts = _PART.findall(bare)
    if not parts or sum(map(len, parts)) != len(bare):
        return None
    new = [part for part in parts if part not in _kept]
    if (read := _read_parts(new)) is None:
        return None
    items = [_kept.get(part) or read[part] for part in parts]
    _keep(read)
    return dict(items) if _are_in_order(items) else None


def _drop_above_key(comments: re.Match[str]) -> str:
    return "" if comments[1] else comments[0]


def _keep(read: dict[str, _Item]) -> None:
    if len(_kept) > MAX_KEPT:
        _kept.clear()
    _kept.update((part, item) for part, item in read.items() if len(part) < MAX_KEPT_LENGTH)


def _are_in_order(items: list[_Item]) -> bool:
    """Whether the keys are those of an entry, each once, in the standard order."""
    order = index_fields(Entry)
    places = [order.get(key, -1) for key, _ in items]
    return all(map(lt, [-1, *places], places))


def _read_parts(parts: list[str]) -> dict[str, _Item] | None:
    """Return what each of `parts` contains, or None if one is not in the standard layout."""
    if not parts:
        return {}
    text = "".join(parts)
    data = _guess_parts(parts)
    if write_mapping(data, Entry) != text:
        document = parse_document(text.encode(), "")
        if document.problems or write_mapping(document.data, Entry) != text:
            return None
        data = document.data
    return dict(zip(parts, data.items(), strict=True))


def _guess_parts(parts: list[str]) -> dict[str, Any]:
    pairs = [part[:-1].partition(":") for part in parts if _can_be_guessed(part)]
    return {key: _guess(written) for key, _, written in pairs}


def _can_be_guessed(part: str) -> bool:
    has_short_lines = len(part) < MAX_GUESSED or max(map(len, part.split("\n"))) < MAX_GUESSED
    return has_short_lines and not _REFUSED.search(part)


def _guess(written: str) -> Any:
    """Return what may be `written` after a key and its colon."""
    if written.startswith("\n  - "):
        return [_guess_item(item) for item in written[len("\n  - ") :].split("\n  - ")]
    if written.startswith("\n"):
        pairs = [line.partition(":") for line in _NEXT_KEY.split(written)[1:]]
        return {key: _guess(value.replace("\n  ", "\n")) for key, _, value in pairs}
    if written.startswith(" >-\n  ") and len(written) < MAX_GUESSED:
        return written[len(" >-\n  ") :].replace("\n  ", " ")
    return _guess_line(written[1:])


def _guess_item(written: str) -> Any:
    """Return what may be `written` after a dash; on several lines it is a mapping, as a table is."""
    if "\n" in written:
        return _guess("\n  " + _PADDING.sub("", written).replace("\n  ", "\n"))
    return _guess_line(written)


def _guess_line(written: str) -> Any:
    first = written[:1]
    if first == '"':
        return written[1:-1]
    if first == "[":
        return [_guess_line(item) for item in _ITEM.findall(written[1:-1])]
    if first == "{":
        return {key: _guess_line(value) for key, value in _PAIR.findall(written[1:-1])}
    return resolve_plain_scalar(written)
