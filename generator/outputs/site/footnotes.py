"""The notes of a table as footnotes: a note of all cells appears once above it, the others are numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowMarks:
    """The numbers of the notes of a row: for all its cells, and for single cells."""

    row: tuple[int, ...]
    cells: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of a table; `numbered` starts with note 1, `rows` has the order of the table."""

    shared: tuple[str, ...]
    numbered: tuple[str, ...]
    rows: tuple[RowMarks, ...]


def number_footnotes(rows: Sequence[Mapping[str, Sequence[str]]]) -> Footnotes:
    """Number the notes of the cells of `rows`, by column."""
    shared = _find_in_all([cell for row in rows for cell in row.values()])
    numbers: dict[str, int] = {}
    marks = tuple(RowMarks(*_number_row(row, shared, numbers)) for row in rows)
    return Footnotes(shared, tuple(numbers), marks)


def _find_in_all(cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    first, *others = cells or [()]
    return tuple(note for note in first if all(note in cell for cell in others))


def _number_row(
    row: Mapping[str, Sequence[str]], shared: Sequence[str], numbers: dict[str, int]
) -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
    """Number the new notes of `row`; a note keeps its first number."""
    rest = {column: [note for note in cell if note not in shared] for column, cell in row.items()}
    whole = _find_in_all([*rest.values()])
    of_row = _number_notes(whole, numbers)
    of_cells = {
        column: _number_notes([note for note in cell if note not in whole], numbers)
        for column, cell in rest.items()
    }
    return of_row, of_cells


def _number_notes(notes: Sequence[str], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers.setdefault(note, len(numbers) + 1) for note in notes))
