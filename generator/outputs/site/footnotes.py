"""The notes of a table as footnotes: what all its cells share is said once, the rest is numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowMarks:
    """The numbers of the notes of a row: those of all its cells, of single cells, and its places."""

    row: tuple[int, ...]
    cells: Mapping[str, tuple[int, ...]]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Footnotes:
    """`numbered` begins with number 1; `rows` are in the order of the table's."""

    shared: tuple[str, ...]
    numbered: tuple[str, ...]
    rows: tuple[RowMarks, ...]


def number_footnotes(
    rows: Sequence[Mapping[str, Sequence[str]]], places: Sequence[Sequence[str]]
) -> Footnotes:
    """The notes of the cells of `rows`, by column, and the places of each row, after them."""
    shared = _in_all([cell for row in rows for cell in row.values()])
    numbers: dict[str, int] = {}
    notes = [_of_row(row, shared, numbers) for row in rows]
    of_places = [_numbered(place, numbers) for place in places]
    marks = (RowMarks(*found, place) for found, place in zip(notes, of_places, strict=True))
    return Footnotes(shared, tuple(numbers), tuple(marks))


def _in_all(cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    first, *others = cells or [()]
    return tuple(note for note in first if all(note in cell for cell in others))


def _of_row(
    row: Mapping[str, Sequence[str]], shared: Sequence[str], numbers: dict[str, int]
) -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
    """Number what is new in `row`; a note keeps the number that it first got."""
    rest = {column: [one for one in cell if one not in shared] for column, cell in row.items()}
    whole = _in_all([*rest.values()])
    of_row = _numbered(whole, numbers)
    of_cells = {
        column: _numbered([one for one in cell if one not in whole], numbers) for column, cell in rest.items()
    }
    return of_row, of_cells


def _numbered(notes: Sequence[str], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers.setdefault(note, len(numbers) + 1) for note in notes))
