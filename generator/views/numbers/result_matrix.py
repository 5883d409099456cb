"""A matrix of the models and benchmarks of a task with most results."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.text import fold
from generator.views.numbers.leaderboard_rows import LeaderboardRow
from generator.views.numbers.task_results import TaskBenchmark, TaskColumn, identify_label

MAX_COLUMNS, MAX_ROWS = 12, 25
MIN_COLUMNS, MIN_CELLS, MIN_MODELS = 2, 2, 3
"""Fewer benchmarks make no matrix; a model on fewer, or a benchmark with fewer models, is left out."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The best result of a model in the main setting of a benchmark."""

    row: LeaderboardRow
    text: str
    """The value as printed, without its deviation."""
    is_best: bool
    """Whether no model is better."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A model and its cells, one for each benchmark; None where the list has no result."""

    label: str
    model: str
    """The id of its entry; empty where it has none."""
    cells: tuple[MatrixCell | None, ...]

    @property
    def filled(self) -> int:
        """The number of benchmarks with a result."""
        return sum(cell is not None for cell in self.cells)

    @property
    def best(self) -> int:
        """The number of benchmarks on which no model is better."""
        return sum(bool(cell and cell.is_best) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Benchmarks and the models with results on most of them."""

    benchmarks: tuple[TaskBenchmark, ...]
    rows: tuple[MatrixRow, ...]


def build_matrix(found: Sequence[TaskBenchmark], catalog: Catalog) -> Matrix | None:
    """Build the matrix of the benchmarks of one task; None where models share too few of them.

    The best model of each benchmark is in it, and then those on most benchmarks.
    """
    covered = [shown for shown in found if shown.column and shown.column.models >= MIN_MODELS]
    covered.sort(key=lambda shown: -(shown.column.models if shown.column else 0))
    benchmarks = tuple(covered[:MAX_COLUMNS])
    rows = sorted(_build_rows(benchmarks, catalog), key=_rank)
    kept = [row for row in rows if row.best or row.filled >= MIN_CELLS]
    kept = sorted(sorted(kept, key=lambda row: not row.best)[:MAX_ROWS], key=_rank)
    shared = sum(row.filled >= MIN_CELLS for row in kept)
    if len(benchmarks) < MIN_COLUMNS or shared < MIN_MODELS:
        return None
    return Matrix(benchmarks, tuple(kept))


def _rank(row: MatrixRow) -> tuple[int, int, str]:
    return -row.filled, -row.best, fold(row.label)


def _build_rows(benchmarks: Sequence[TaskBenchmark], catalog: Catalog) -> list[MatrixRow]:
    cells: dict[str, dict[int, MatrixCell]] = defaultdict(dict)
    for place, shown in enumerate(benchmarks):
        if shown.column:
            for name, cell in _find_best_of_each_model(shown.column).items():
                cells[name][place] = cell
    return [_build_row(found, len(benchmarks), catalog) for found in cells.values()]


def _find_best_of_each_model(column: TaskColumn) -> dict[str, MatrixCell]:
    slug = column.metric.slug
    sign = 1 if column.metric.better == "lower" else -1
    best = column.best.value(slug)
    found: dict[str, MatrixCell] = {}
    for row in sorted(column.rows, key=lambda row: (sign * (row.value(slug) or 0), not row.is_own)):
        text = row.cells[slug].result.text.partition(" ")[0]
        found.setdefault(identify_label(row.label), MatrixCell(row, text, row.value(slug) == best))
    return found


def _build_row(found: dict[int, MatrixCell], columns: int, catalog: Catalog) -> MatrixRow:
    first = next(iter(found.values())).row
    models = [cell.row.model for cell in found.values() if cell.row.model in catalog.entries]
    return MatrixRow(first.label, models[0] if models else "", tuple(map(found.get, range(columns))))
