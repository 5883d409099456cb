"""Write a tree of items as text in the one layout."""

import re
import textwrap
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generator.entry.identifiers import IDENTIFIERS
from generator.entry.layout.scalars import as_text, can_fold
from generator.entry.layout.tables import RowTexts, align
from generator.entry.layout.tree import Item
from generator.entry.result_forms import number_fault
from generator.entry.result_tables import ResultCell, ResultColumn, ResultRow, ResultTable
from generator.entry.validation_messages import model_in
from generator.yamlfiles.reading import plain

WIDTH = 100
"""A line of a list, a mapping or a folded text is no longer, if its parts let it."""

_INDENT = "  "
_ALWAYS_BLOCK = ("links", "results")
_FOLDED = ("summary", "note")
_QUOTED = frozenset(row.field for row in IDENTIFIERS if row.is_quoted)
_DATES = ("date", "added")
_YEAR = re.compile("[1-9][0-9]{3}")
"""A year alone is written as a number, which the model takes for the same date."""

_WRAPPER = textwrap.TextWrapper(
    WIDTH,
    initial_indent=_INDENT,
    subsequent_indent=_INDENT,
    break_long_words=False,
    break_on_hyphens=False,
)

_Model = type[BaseModel] | None


def written(root: Item, model: type[BaseModel]) -> str:
    """`root`, a mapping, as the text of a file."""
    for item in root.children or ():
        if item.key in _ALWAYS_BLOCK:
            _mark_block(item)
    lines = [*_block(root, model, 0), *([] if root.children else ["{}"])]
    return "\n".join(lines) + "\n"


def _mark_block(item: Item) -> None:
    """Have `item`, and the mappings of a mapping, on lines of their own; a table of results need not be."""
    item.is_block = True
    for child in item.children or ():
        child.is_block = item.mapping and child.mapping


def _block(holder: Item, model: _Model, depth: int) -> Iterator[str]:
    """The children of `holder`, each on lines of its own."""
    indent = _INDENT * depth
    children = _ordered(holder, model)
    rows = _rows(holder) if model is ResultRow and holder.key == "rows" else {}
    for place, child in enumerate(children):
        yield from (indent + comment for comment in child.above)
        yield from _item(child, _model_of(child, model), depth, holder.mapping, rows.get(place))
    yield from (indent + comment for comment in holder.tail)


def _ordered(holder: Item, model: _Model) -> list[Item]:
    children = holder.children or []
    if not holder.mapping or not model:
        return children
    order = _places(model)
    return sorted(children, key=lambda child: order.get(child.key or "", len(order)))


@cache
def _places(model: type[BaseModel]) -> dict[str, int]:
    return {name: place for place, name in enumerate(model.model_fields)}


def _model_of(child: Item, model: _Model) -> _Model:
    if child.key is None or not model:
        return model
    return _model_at(model, child.key)


@cache
def _model_at(model: type[BaseModel], key: str) -> _Model:
    if model is ResultCell:  # its parts are written as a cell is that is no mapping
        return model
    found = model.model_fields.get(key)
    return model_in(found.annotation) if found else None


def _item(item: Item, model: _Model, depth: int, in_mapping: bool, line: str | None = None) -> Iterator[str]:
    """The lines of `item`; of a row of a table, all but its start is in `line`."""
    indent = _INDENT * depth
    start = f"{indent}{as_text(item.key or '')}:" if in_mapping else f"{indent}-"
    *early, comment = [*item.beside] or [""]
    yield from (indent + other for other in early)
    comment = comment and f"  {comment}"
    if item.children is None and depth == 0 and item.key in _FOLDED and can_fold(item.scalar):
        yield f"{start} >-{comment}"
        yield from _WRAPPER.wrap(item.scalar)
    elif (inline := line or _fitting(item, model, start, depth)) is not None:
        yield f"{start} {inline}{comment}"
    elif in_mapping or comment:
        yield f"{start}{comment}"
        yield from _block(item, model, depth + 1)
    else:
        yield from _after_dash(item, model, depth)


def _after_dash(item: Item, model: _Model, depth: int) -> Iterator[str]:
    """A mapping or list in a list begins on the line of its dash, comments above it."""
    indent = _INDENT * depth
    lines = [*_block(item, model, depth + 1)]
    while lines[0].lstrip().startswith("#"):
        yield indent + lines.pop(0).lstrip()
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _fitting(item: Item, model: _Model, start: str, depth: int) -> str | None:
    """`item` on one line, or None where it has to stand on several."""
    if item.children is None:
        return _scalar(item, model, inline=False, quoted=depth == 0 and item.key in _QUOTED)
    if not item.children:
        return "{}" if item.mapping else "[]"
    if item.has_inner_comments or item.is_block or _is_table(item, model):
        return None
    text = _inline(item, model)
    return text if len(start) + 1 + len(text) <= WIDTH else None


def _is_table(item: Item, model: _Model) -> bool:
    """Whether `item` is a table of results, its columns or its rows; one lone number is none."""
    if model is ResultTable and item.mapping:
        parts = {child.key: child for child in item.children or ()}
        return "columns" in parts or "rows" not in parts or len(parts["rows"].children or ()) != 1
    return (model, item.key) in ((ResultColumn, "columns"), (ResultRow, "rows"))


def _rows(holder: Item) -> dict[int, str]:
    """The rows of a table that can be on one line each, by their place."""
    parts = {place: _row_texts(row) for place, row in enumerate(holder.children or ())}
    rows = {place: row for place, row in parts.items() if row}
    return dict(zip(rows, align([*rows.values()]), strict=True))


def _row_texts(row: Item) -> RowTexts | None:
    children = _ordered(row, ResultRow)
    values = next((place for place, child in enumerate(children) if child.key == "values"), None)
    if not row.mapping or row.has_inner_comments or values is None:
        return None
    cells = children[values]
    if not cells.children or cells.mapping:
        return None
    parts = [_pair(child, _model_of(child, ResultRow)) for child in children]
    texts = [_inline(cell, ResultCell) for cell in cells.children]
    return RowTexts(parts[:values], texts, parts[values + 1 :])


def _pair(item: Item, model: _Model) -> str:
    return f"{as_text(item.key or '', inline=True)}: {_inline(item, model)}"


def _inline(item: Item, model: _Model) -> str:
    if item.children is None:
        return _scalar(item, model, inline=True)
    write = _pair if item.mapping else _inline
    text = ", ".join(write(child, _model_of(child, model)) for child in _ordered(item, model))
    return f"{{{text}}}" if item.mapping else f"[{text}]"


def _scalar(item: Item, model: _Model, *, inline: bool, quoted: bool = False) -> str:
    if model is ResultCell and _is_plain_number(item.scalar):
        return str(item.scalar)
    if item.key in _DATES and _YEAR.fullmatch(str(item.scalar)):
        return str(item.scalar)
    if isinstance(item.scalar, str):
        return as_text(item.scalar, inline=inline, quoted=quoted)
    return item.source


def _is_plain_number(scalar: object) -> bool:
    """Whether `scalar` is a text such as `50.00`, which is read as text without quotes too."""
    return isinstance(scalar, str) and not number_fault(scalar) and plain(scalar) == scalar
