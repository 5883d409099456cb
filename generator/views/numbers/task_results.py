"""Benchmarks by the task that their numbers measure, each with its best known result."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.text import normalize_name
from generator.views.numbers.leaderboard_rows import LeaderboardRow
from generator.views.numbers.leaderboards import Leaderboard, build_leaderboards
from generator.views.numbers.measured_tasks import find_measured_task
from generator.views.numbers.printed_numbers import PrintedNumber, find_model_date
from generator.views.numbers.results import group_by_benchmark


@dataclass(frozen=True, slots=True)
class TaskColumn:
    """One metric of one setting of a benchmark: what represents the benchmark for a task."""

    board: Leaderboard
    metric: Term
    rows: tuple[LeaderboardRow, ...]
    """The comparable rows with this metric."""

    @property
    def best(self) -> LeaderboardRow:
        """The row with the best value; of equal ones, that of the authors of the model."""
        sign = -1 if self.metric.better == "lower" else 1
        return max(self.rows, key=lambda row: (sign * (row.value(self.metric.slug) or 0), row.is_own))

    @property
    def models(self) -> int:
        """The number of different models."""
        return len({identify_label(row.label) for row in self.rows})


@dataclass(frozen=True, slots=True)
class TaskBenchmark:
    """A benchmark with the numbers on it that measure one task."""

    benchmark: Entry
    numbers: int
    """How many of its numbers measure the task."""
    all_numbers: int
    """How many numbers it has, whatever they measure."""
    models: int
    years: tuple[str, ...]
    """The first and the last year of the models, as far as known."""
    column: TaskColumn | None
    """The main metric of the main setting; None where nothing is comparable."""


def identify_label(label: str) -> str:
    """Return what all spellings of a model's name have in common, whatever its variant."""
    return normalize_name(label)


def list_task_results(catalog: Catalog) -> Mapping[str, Sequence[TaskBenchmark]]:
    """List the benchmarks of each task on which there are numbers, those with most models first.

    The tasks are in the order of their vocabulary; numbers without a task are at the end, under "".
    """
    return catalog.index(_build)


def _build(catalog: Catalog) -> dict[str, list[TaskBenchmark]]:
    found: dict[str, list[TaskBenchmark]] = defaultdict(list)
    for id_, printed in group_by_benchmark(catalog).items():
        if benchmark := catalog.entries.get(id_):
            boards = build_leaderboards(catalog, id_)
            for task, numbers in _group_by_task(benchmark, printed, catalog).items():
                found[task].append(_make_task_benchmark(benchmark, task, numbers, boards, catalog))
    order = [*(term.slug for term in catalog.vocabulary("tasks")), ""]
    return {task: sorted(found[task], key=_rank) for task in order if task in found}


def _rank(shown: TaskBenchmark) -> tuple[int, int, str]:
    return -shown.models, -shown.numbers, shown.benchmark.id


def _group_by_task(
    benchmark: Entry, printed: Iterable[PrintedNumber], catalog: Catalog
) -> dict[str, list[PrintedNumber]]:
    found: dict[str, list[PrintedNumber]] = defaultdict(list)
    for number in printed:
        found[find_measured_task(benchmark, number.result, catalog)].append(number)
    return dict(found)


def _make_task_benchmark(
    benchmark: Entry,
    task: str,
    numbers: Sequence[PrintedNumber],
    boards: Iterable[Leaderboard],
    catalog: Catalog,
) -> TaskBenchmark:
    labels = {identify_label(catalog.work_label(number.result.model)) for number in numbers}
    years = sorted({date[:4] for number in numbers if (date := find_model_date(number, catalog))})
    columns = (_find_column(board, benchmark, task, catalog) for board in boards)
    return TaskBenchmark(
        benchmark=benchmark,
        numbers=len(numbers),
        all_numbers=len(group_by_benchmark(catalog)[benchmark.id]),
        models=len(labels),
        years=tuple(dict.fromkeys((*years[:1], *years[-1:]))),
        column=next((column for column in columns if column), None),
    )


def _find_column(board: Leaderboard, benchmark: Entry, task: str, catalog: Catalog) -> TaskColumn | None:
    """Find the metric of `board` that measures `task` and has most rows; the main one before others."""
    columns = []
    for slug in board.metrics:
        metric = catalog.vocabulary("metrics").get(slug)
        rows = tuple(row for row in board.rows if slug in row.cells)
        if not rows or not metric or not metric.better:
            continue
        if find_measured_task(benchmark, rows[0].cells[slug].result, catalog) == task:
            columns.append(TaskColumn(board, metric, rows))
    return max(columns, key=lambda column: len(column.rows), default=None)
