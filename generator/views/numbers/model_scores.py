"""The numbers by which models are compared, by benchmark, setting and metric."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views.numbers.leaderboards import Leaderboard, build_leaderboards
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.results import list_benchmarks


@dataclass(frozen=True, slots=True)
class ModelScores:
    """The best published number of each model on a benchmark, in one setting and metric."""

    benchmark: Entry
    setting: str
    metric: Term
    best: Mapping[str, PrintedNumber]
    """By the id of the model."""


def list_model_scores(catalog: Catalog) -> Sequence[ModelScores]:
    """List the scores of each setting and metric with at least two models.

    Benchmarks are by name; the main setting of a benchmark comes first, and so does its main metric.
    """
    return catalog.index(_list)


def _list(catalog: Catalog) -> list[ModelScores]:
    return [
        scores
        for benchmark in list_benchmarks(catalog)
        for board in build_leaderboards(catalog, benchmark.id)
        for scores in _list_of(board, benchmark, catalog)
    ]


def _list_of(board: Leaderboard, benchmark: Entry, catalog: Catalog) -> Iterator[ModelScores]:
    for metric in (catalog.vocabulary("metrics").get(slug) for slug in board.metrics):
        best = _find_best(board, metric, catalog) if metric and metric.better else {}
        if metric and len(best) > 1:
            yield ModelScores(benchmark, board.setting, metric, best)


def _find_best(board: Leaderboard, metric: Term, catalog: Catalog) -> dict[str, PrintedNumber]:
    """Find the best number of each model by its id, among the rows whose setting is stated."""
    sign = 1 if metric.better == "higher" else -1
    found: dict[str, PrintedNumber] = {}
    for row in board.rows:
        cell = row.cells.get(metric.slug)
        if not cell or row.model not in catalog.entries:
            continue
        known = found.get(row.model)
        if not known or sign * cell.result.value > sign * known.result.value:
            found[row.model] = PrintedNumber(row.source, cell.result)
    return found
