"""Write the data of an entry as text in the standard layout, with its comments where it has some."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel

from generator.entry.identifiers import IDENTIFIERS
from generator.entry.layout.node_comments import AsWritten, NodeComments
from generator.entry.layout.scalars import can_fold, fold_text, write_scalar
from generator.entry.layout.tables import RowTexts, align_rows
from generator.entry.model_fields import find_model_in
from generator.entry.result_forms import find_number_error
from generator.entry.result_tables import ResultCell, ResultColumn, ResultRow, ResultTable
from generator.yamlfiles.scalars import resolve_plain_scalar

WIDTH = 100
"""The longest line of a list, a mapping or a folded text; only a single long part may be longer."""

_INDENT = "  "
_ALWAYS_BLOCK = ("links", "results")
_FOLDED = ("summary", "note")
_QUOTED = frozenset(row.field for row in IDENTIFIERS if row.is_quoted)
_YEAR = re.compile("[1-9][0-9]{3}")
_WHOLE = re.compile("[1-9][0-9]{0,9}")
UNQUOTED_FIELDS = {"date": _YEAR, "added": _YEAR, "volume": _WHOLE, "number": _WHOLE, "pages": _WHOLE}
"""Texts of these fields that are written as numbers; the model reads them as the same texts."""

_write_key = lru_cache(maxsize=1024)(write_scalar)  # few keys are in all files

_EMPTY: tuple[Any, ...] = (None, [], {})
_Model = type[BaseModel] | None
_Comments = NodeComments | None


def write_mapping(data: Mapping[str, Any], model: type[BaseModel], comments: _Comments = None) -> str:
    """Return `data`, whose keys are the fields of `model`, as the text of a file.

    Empty values (None, lists, mappings) are left out of mappings; `AsWritten` keeps one.
    """
    lines = _write_mapping(data, model, 0, comments)
    return "\n".join([*lines, *([] if any(map(_is_written, data.values())) else ["{}"])]) + "\n"


def _write_mapping(
    data: Mapping[str, Any], model: _Model, depth: int, comments: _Comments, *, is_split: bool = False
) -> list[str]:
    """Return the lines of a mapping; with `is_split`, mappings in it are on several lines, however short."""
    indent = _INDENT * depth
    lines: list[str] = []
    for key, value in _order_items(data, model):
        start = f"{indent}{_write_key(key)}:"
        own = comments.inside.get(key) if comments else None
        inner = _find_model(model, key) if model else None
        must_split = key in _ALWAYS_BLOCK if depth == 0 else is_split and isinstance(value, dict)
        if depth == 0 and key in _FOLDED and can_fold(value):
            found = [f"{start} >-", *fold_text(value, WIDTH, _INDENT)]
        elif not isinstance(value, (dict, list)):
            found = [f"{start} {_write_value(value, key, inner, quoted=depth == 0 and key in _QUOTED)}"]
        elif (text := _fit_on_line(value, key, inner, start, own, must_split)) is not None:
            found = [f"{start} {text}"]
        else:
            found = [start, *_write_block(value, key, inner, depth + 1, own)]
        lines += _add_comments(found, own, indent) if own else found
    return lines + _write_last_comments(comments, indent)


def _write_list(
    items: Sequence[Any], key: str | None, model: _Model, depth: int, comments: _Comments
) -> list[str]:
    """Return the lines of the list at `key`."""
    indent = _INDENT * depth
    start = f"{indent}-"
    if not model and not comments and {*map(type, items)} == {str}:  # most lists
        return [f"{start} {write_scalar(item)}" for item in items]
    lines: list[str] = []
    for place, item in enumerate(items) if comments else ():
        _hoist_comments(item, model, comments.inside.get(place) if comments else None)
    rows = _align_rows(items, comments) if model is ResultRow and key == "rows" else {}
    for place, item in enumerate(items):
        own = comments.inside.get(place) if comments else None
        text = rows.get(place) or _fit_on_line(item, None, model, start, own, False)
        if text is not None:
            found = [f"{start} {text}"]
        else:
            found = _write_block(item, None, model, depth + 1, own)
            found[0] = f"{start} {found[0].lstrip()}"
        lines += _add_comments(found, own, indent, is_block=text is None) if own else found
    return lines + _write_last_comments(comments, indent)


def _write_block(value: Any, key: str | None, model: _Model, depth: int, comments: _Comments) -> list[str]:
    if isinstance(value, dict):
        is_split = depth == 1 and key in _ALWAYS_BLOCK
        return _write_mapping(value, model, depth, comments, is_split=is_split)
    return _write_list(value, key, model, depth, comments)


def _add_comments(
    lines: list[str], comments: NodeComments, indent: str, *, is_block: bool = False
) -> list[str]:
    """Return the lines of a value with its comments; `is_block` where it begins on the line of a dash."""
    *above, last = [*comments.above, *(comments.trailing or [""])]
    if last and is_block:
        above.append(last)
    elif last:
        lines[0] = f"{lines[0]}  {last}"
    return [*(indent + comment for comment in above), *lines]


def _write_last_comments(comments: _Comments, indent: str) -> list[str]:
    return [indent + comment for comment in comments.after_children] if comments else []


def _hoist_comments(item: Any, model: _Model, comments: _Comments) -> None:
    """Give the item of a list the comments of its first part: above the dash, both are in the same place."""
    if not comments or not comments.is_inside or not isinstance(item, (dict, list)):
        return
    first = _order_items(item, model)[0][0] if isinstance(item, dict) else 0
    found = comments.inside.get(first)
    if isinstance(item, list):
        _hoist_comments(item[0], model, found)
    if found:
        comments.above += found.above
        found.above = []


def _is_written(value: Any) -> bool:
    return bool(value) or value not in _EMPTY


def _order_items(data: Mapping[str, Any], model: _Model) -> list[tuple[str, Any]]:
    """Return the items of a mapping that are written, in the order of `model`."""
    items = [item for item in data.items() if item[1] or _is_written(item[1])]
    if not model:
        return items
    order = index_fields(model)
    places = [order.get(key, len(order)) for key, _ in items]
    if places == sorted(places):  # true of most mappings
        return items
    return [items[index] for index in sorted(range(len(items)), key=places.__getitem__)]


@cache
def index_fields(model: type[BaseModel]) -> dict[str, int]:
    """Return the place of each field of `model`."""
    return {name: place for place, name in enumerate(model.model_fields)}


@cache
def _find_model(model: type[BaseModel], key: str) -> _Model:
    if model is ResultCell:  # the parts of a cell are written like a cell that is a single number
        return model
    found = model.model_fields.get(key)
    return find_model_in(found.annotation) if found else None


def _fit_on_line(
    value: Any, key: str | None, model: _Model, start: str, comments: _Comments, must_split: bool
) -> str | None:
    """Return `value` on one line, or None where it needs several."""
    if not isinstance(value, (dict, list)):
        return _write_value(value, key, model)
    needs_lines = must_split or (comments and comments.is_inside) or _is_table(value, key, model)
    if needs_lines and (_order_items(value, None) if isinstance(value, dict) else value):
        return None
    has_texts_only = not model and isinstance(value, list) and {*map(type, value)} == {str}
    if has_texts_only and sum(map(len, value)) > WIDTH:
        return None
    text = _write_inline(value, None, model)
    return text if len(start) + 1 + len(text) <= WIDTH or len(text) == len("[]") else None


def _is_table(value: Any, key: str | None, model: _Model) -> bool:
    """Whether `value` is a table of results, its columns or its rows; one of a single number is not."""
    if model is ResultTable and isinstance(value, dict):
        rows = value.get("rows")
        return bool(value.get("columns")) or not isinstance(rows, (dict, list)) or len(rows) != 1
    return (model, key) in ((ResultColumn, "columns"), (ResultRow, "rows"))


def _align_rows(rows: Sequence[Any], comments: _Comments) -> dict[int, str]:
    """Return the aligned lines of the rows that fit on one line each, by index."""
    parts: dict[int, RowTexts] = {}
    for place, row in enumerate(rows):
        own = comments.inside.get(place) if comments else None
        if isinstance(row, dict) and not (own and own.is_inside) and (texts := _make_row_texts(row)):
            parts[place] = texts
    return dict(zip(parts, align_rows([*parts.values()]), strict=True))


def _make_row_texts(row: Mapping[str, Any]) -> RowTexts | None:
    items = _order_items(row, ResultRow)
    values = next((place for place, (key, _) in enumerate(items) if key == "values"), None)
    if values is None or not isinstance(items[values][1], list):
        return None
    parts = [_write_pair(key, value, ResultRow) for key, value in items]
    texts = [_write_inline(cell, None, ResultCell) for cell in items[values][1]]
    return RowTexts(parts[:values], texts, parts[values + 1 :])


def _write_pair(key: str, value: Any, model: _Model) -> str:
    inner = _find_model(model, key) if model else None
    return f"{_write_key(key, True)}: {_write_inline(value, key, inner)}"


def _write_inline(value: Any, key: str | None, model: _Model) -> str:
    if isinstance(value, list):
        texts = [
            write_scalar(item, True)
            if not model and isinstance(item, str)
            else _write_inline(item, None, model)
            for item in value  # most are texts
        ]
        return f"[{', '.join(texts)}]"
    if isinstance(value, dict):
        pairs = [_write_pair(name, item, model) for name, item in _order_items(value, model)]
        return f"{{{', '.join(pairs)}}}"
    return _write_value(value, key, model, inline=True)


def _write_value(
    value: Any, key: str | None, model: _Model, *, inline: bool = False, quoted: bool = False
) -> str:
    if model is ResultCell and _is_printed_number(value):
        return str(value)
    if key in UNQUOTED_FIELDS and UNQUOTED_FIELDS[key].fullmatch(str(value)):
        return str(value)
    if isinstance(value, str):
        return write_scalar(value, inline, quoted)
    if isinstance(value, AsWritten):
        return value.text
    return "~" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _is_printed_number(scalar: object) -> bool:
    """Whether `scalar` is a text such as `50.00`, which stays a text without quotes."""
    return (
        isinstance(scalar, str) and not find_number_error(scalar) and resolve_plain_scalar(scalar) == scalar
    )
