"""The notes of a table as footnotes: what all its cells share is said once, the rest is numbered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")


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


def footnotes(rows: Sequence[Mapping[str, str]], places: Sequence[Sequence[str]]) -> Footnotes:
    """The notes of the cells of `rows`, sentence by sentence, and the places of each row, after them.

    An empty text is no note.
    """
    table = [{column: sentences(note) for column, note in row.items()} for row in rows]
    shared = _in_all([cell for row in table for cell in row.values()])
    numbers: dict[str, int] = {}
    notes = [_of_row(row, shared, numbers) for row in table]
    of_places = [_numbered(place, numbers) for place in places]
    marks = (RowMarks(*found, place) for found, place in zip(notes, of_places, strict=True))
    return Footnotes(shared, tuple(numbers), tuple(marks))


def sentences(note: str) -> tuple[str, ...]:
    """The sentences of `note`."""
    return tuple(part for part in _BETWEEN_SENTENCES.split(note) if part)


def _in_all(cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    first, *others = cells or [()]
    return tuple(sentence for sentence in first if all(sentence in cell for cell in others))


def _of_row(
    row: Mapping[str, Sequence[str]], shared: Sequence[str], numbers: dict[str, int]
) -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
    """Number what is new in `row`; a sentence keeps the number that it first got."""
    rest = {column: [one for one in cell if one not in shared] for column, cell in row.items()}
    whole = _in_all([*rest.values()])
    of_row = _numbered(whole, numbers)
    of_cells = {
        column: _numbered([one for one in cell if one not in whole], numbers) for column, cell in rest.items()
    }
    return of_row, of_cells


def _numbered(sentences: Sequence[str], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers.setdefault(sentence, len(numbers) + 1) for sentence in sentences))
