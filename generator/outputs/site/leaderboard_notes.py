"""The notes of a leaderboard: those of the sources, and the different numbers of other sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.outputs.site.footnotes import number_footnotes
from generator.views.numbers.leaderboard_rows import LeaderboardRow


@dataclass(frozen=True, slots=True)
class RowNotes:
    """The numbers of the notes of a row, and of its cells by metric."""

    row: tuple[int, ...]
    cells: Mapping[str, tuple[int, ...]]
    differing: Mapping[str, int]
    """For a number from which another source differs, the note that says so."""


@dataclass(frozen=True, slots=True)
class LeaderboardNotes:
    """The notes of a leaderboard; `numbered` starts with note 1, `rows` has the order of the rows."""

    shared: tuple[str, ...]
    """What holds for all numbers."""
    numbered: tuple[str, ...]
    rows: tuple[RowNotes, ...]


def number_notes(rows: Sequence[LeaderboardRow]) -> LeaderboardNotes:
    """Number the notes of `rows`, and after them what other sources report."""
    notes = [{metric: cell.result.notes for metric, cell in row.cells.items()} for row in rows]
    found = number_footnotes(notes)
    numbers = {note: number for number, note in enumerate(found.numbered, 1)}
    differing = [_number_differing(row, numbers) for row in rows]
    marks = zip(found.rows, differing, strict=True)
    return LeaderboardNotes(
        found.shared, tuple(numbers), tuple(RowNotes(one.row, one.cells, other) for one, other in marks)
    )


def _number_differing(row: LeaderboardRow, numbers: dict[str, int]) -> dict[str, int]:
    return {
        metric: numbers.setdefault(_describe(cell.differing), len(numbers) + 1)
        for metric, cell in row.cells.items()
        if cell.differing
    }


def _describe(differing: Sequence[str]) -> str:
    if len(differing) == 1:
        return f"Another source reports a different value: {differing[0]}."
    return f"Other sources report different values: {'; '.join(differing)}."
