"""Write a tree of nodes as text in the one layout."""

import re
import textwrap
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.entry.identifiers import IDENTIFIERS
from generator.entry.layout.scalars import can_fold, write_scalar
from generator.entry.layout.tables import RowTexts, align_rows
from generator.entry.layout.tree import LayoutNode
from generator.entry.model_fields import find_model_in
from generator.entry.result_forms import find_number_error
from generator.entry.result_tables import ResultCell, ResultColumn, ResultRow, ResultTable
from generator.yamlfiles.reading import resolve_plain_scalar

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

_WRAPPER = textwrap.TextWrapper(
    WIDTH,
    initial_indent=_INDENT,
    subsequent_indent=_INDENT,
    break_long_words=False,
    break_on_hyphens=False,
)

_Model = type[BaseModel] | None


def write_mapping(root: LayoutNode, model: type[BaseModel]) -> str:
    """Return `root`, a mapping whose keys are the fields of `model`, as the text of a file."""
    for node in root.children or ():
        if node.key in _ALWAYS_BLOCK:
            _mark_block(node)
    lines = [*_block(root, model, 0), *([] if root.children else ["{}"])]
    return "\n".join(lines) + "\n"


def _mark_block(node: LayoutNode) -> None:
    """Mark `node`, and the mappings in it if it is one, to be written on several lines."""
    node.is_block = True
    for child in node.children or ():
        child.is_block = node.is_mapping and child.is_mapping


def _block(holder: LayoutNode, model: _Model, depth: int) -> Iterator[str]:
    """Yield the lines of the children of `holder`."""
    indent = _INDENT * depth
    children = _ordered(holder, model)
    for child in children if not holder.is_mapping else ():
        _hoist_comments(child, model)
    rows = _align_rows(holder) if model is ResultRow and holder.key == "rows" else {}
    for place, child in enumerate(children):
        yield from (indent + comment for comment in child.comments_above)
        yield from _write_node(child, _model_of(child, model), depth, holder.is_mapping, rows.get(place))
    yield from (indent + comment for comment in holder.comments_after_children)


def _hoist_comments(item: LayoutNode, model: _Model) -> None:
    """Move the comments above what comes first in an item of a list above its dash: they are read there."""
    if not item.has_inner_comments or not item.children:
        return
    first = _ordered(item, model)[0]
    if not item.is_mapping:
        _hoist_comments(first, model)
    if first.comments_above:
        item.comments_above += first.comments_above
        first.comments_above = []
        item.mark_inner_comments()


def _ordered(holder: LayoutNode, model: _Model) -> list[LayoutNode]:
    children = holder.children or []
    if not holder.is_mapping or not model:
        return children
    order = _field_order(model)
    return sorted(children, key=lambda child: order.get(child.key or "", len(order)))


@cache
def _field_order(model: type[BaseModel]) -> dict[str, int]:
    return {name: place for place, name in enumerate(model.model_fields)}


def _model_of(child: LayoutNode, model: _Model) -> _Model:
    if child.key is None or not model:
        return model
    return _model_at(model, child.key)


@cache
def _model_at(model: type[BaseModel], key: str) -> _Model:
    if model is ResultCell:  # the parts of a cell are written like a cell that is a single number
        return model
    found = model.model_fields.get(key)
    return find_model_in(found.annotation) if found else None


def _write_node(
    node: LayoutNode, model: _Model, depth: int, in_mapping: bool, line: str | None = None
) -> Iterator[str]:
    """Yield the lines of `node`; `line` is the text of a row of a table, without its start."""
    indent = _INDENT * depth
    start = f"{indent}{write_scalar(node.key or '')}:" if in_mapping else f"{indent}-"
    *early, comment = [*node.trailing_comments] or [""]
    yield from (indent + other for other in early)
    comment = comment and f"  {comment}"
    if node.children is None and depth == 0 and node.key in _FOLDED and can_fold(node.scalar):
        yield f"{start} >-{comment}"
        yield from _WRAPPER.wrap(node.scalar)
    elif (inline := line or _fit_on_line(node, model, start, depth)) is not None:
        yield f"{start} {inline}{comment}"
    elif in_mapping:
        yield f"{start}{comment}"
        yield from _block(node, model, depth + 1)
    else:
        yield from (indent + last for last in node.trailing_comments[-1:])
        yield from _after_dash(node, model, depth)


def _after_dash(node: LayoutNode, model: _Model, depth: int) -> Iterator[str]:
    """Yield a mapping or list in a list. It begins on the line of its dash."""
    first, *others = _block(node, model, depth + 1)
    yield f"{_INDENT * depth}- {first.lstrip()}"
    yield from others


def _fit_on_line(node: LayoutNode, model: _Model, start: str, depth: int) -> str | None:
    """Return `node` on one line, or None where it needs several."""
    if node.children is None:
        return _scalar(node, model, inline=False, quoted=depth == 0 and node.key in _QUOTED)
    if not node.children:
        return "{}" if node.is_mapping else "[]"
    if node.has_inner_comments or node.is_block or _is_table(node, model):
        return None
    text = _inline(node, model)
    return text if len(start) + 1 + len(text) <= WIDTH else None


def _is_table(node: LayoutNode, model: _Model) -> bool:
    """Whether `node` is a table of results, its columns or its rows; a table of one number does not count."""
    if model is ResultTable and node.is_mapping:
        parts = {child.key: child for child in node.children or ()}
        return "columns" in parts or "rows" not in parts or len(parts["rows"].children or ()) != 1
    return (model, node.key) in ((ResultColumn, "columns"), (ResultRow, "rows"))


def _align_rows(holder: LayoutNode) -> dict[int, str]:
    """Return the aligned lines of the rows that fit on one line each, by index."""
    parts = {place: _row_texts(row) for place, row in enumerate(holder.children or ())}
    rows = {place: row for place, row in parts.items() if row}
    return dict(zip(rows, align_rows([*rows.values()]), strict=True))


def _row_texts(row: LayoutNode) -> RowTexts | None:
    children = _ordered(row, ResultRow)
    values = next((place for place, child in enumerate(children) if child.key == "values"), None)
    if not row.is_mapping or row.has_inner_comments or values is None:
        return None
    cells = children[values]
    if not cells.children or cells.is_mapping:
        return None
    parts = [_pair(child, _model_of(child, ResultRow)) for child in children]
    texts = [_inline(cell, ResultCell) for cell in cells.children]
    return RowTexts(parts[:values], texts, parts[values + 1 :])


def _pair(node: LayoutNode, model: _Model) -> str:
    return f"{write_scalar(node.key or '', inline=True)}: {_inline(node, model)}"


def _inline(node: LayoutNode, model: _Model) -> str:
    if node.children is None:
        return _scalar(node, model, inline=True)
    write = _pair if node.is_mapping else _inline
    text = ", ".join(write(child, _model_of(child, model)) for child in _ordered(node, model))
    return f"{{{text}}}" if node.is_mapping else f"[{text}]"


def _scalar(node: LayoutNode, model: _Model, *, inline: bool, quoted: bool = False) -> str:
    if model is ResultCell and _is_printed_number(node.scalar):
        return str(node.scalar)
    if (plain := UNQUOTED_FIELDS.get(node.key or "")) and plain.fullmatch(str(node.scalar)):
        return str(node.scalar)
    if isinstance(node.scalar, str):
        return write_scalar(node.scalar, inline=inline, quoted=quoted)
    return node.source


def _is_printed_number(scalar: object) -> bool:
    """Whether `scalar` is a text such as `50.00`, which stays a text without quotes."""
    return (
        isinstance(scalar, str) and not find_number_error(scalar) and resolve_plain_scalar(scalar) == scalar
    )
