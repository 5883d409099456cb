"""Lay out the rows of a table of results: one line for each, with the numbers in columns."""

from collections.abc import Sequence
from typing import NamedTuple

_MAX_HEAD = 100
_MAX_CELL = 20
_MAX_MAPPING = 60
"""A longer text is not aligned, so that it does not make all other rows long."""


class RowTexts(NamedTuple):
    """The written parts of a row: keys before its values, the values, and keys after them."""

    before: Sequence[str]
    values: Sequence[str]
    after: Sequence[str]


def align_rows(rows: Sequence[RowTexts]) -> list[str]:
    """Return one line for each row.

    >>> align_rows([RowTexts(["model: Net"], ["9.5", "~"], []), RowTexts(["model: Web"], ["10", "7"], [])])
    ['{model: Net, values: [9.5, ~]}', '{model: Web, values: [ 10, 7]}']
    """
    heads = ["".join(f"{part}, " for part in row.before) for row in rows]
    head = _measure_texts(heads, _MAX_HEAD)
    columns: list[list[str]] = [[] for _ in max((row.values for row in rows), key=len, default=())]
    for row in rows:
        for column, value in zip(columns, row.values, strict=False):
            column.append(value)
    widths = list(map(_measure_cells, columns))
    lines = []
    for before, row in zip(heads, rows, strict=True):
        values = ", ".join(value.rjust(width) for value, width in zip(row.values, widths, strict=False))
        after = "".join(f", {part}" for part in row.after)
        lines.append(f"{{{before.ljust(head)}values: [{values}]{after}}}")
    return lines


def _measure_cells(cells: Sequence[str]) -> int:
    """Return the width of a column. Cells that are mappings count only where all cells are mappings."""
    numbers = [cell for cell in cells if not cell.startswith("{")]
    if all(cell == "~" for cell in numbers):
        return _measure_texts(cells, _MAX_MAPPING)
    return _measure_texts(numbers, _MAX_CELL)


def _measure_texts(texts: Sequence[str], widest: int) -> int:
    return max((len(text) for text in texts if len(text) <= widest), default=0)
