"""The numbers by which models are compared, by benchmark, setting and metric."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views import results
from generator.views.printed_numbers import PrintedNumber
from generator.views.results import ResultTable


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

    Benchmarks are by name; the setting and metric in which most models are measured comes first.
    """
    return catalog.index(_list)


def _list(catalog: Catalog) -> list[ModelScores]:
    return [
        scores
        for benchmark in results.list_benchmarks(catalog)
        for scores in sorted(_list_of(benchmark, catalog), key=lambda scores: -len(scores.best))
    ]


def _list_of(benchmark: Entry, catalog: Catalog) -> Iterator[ModelScores]:
    for table in results.build_tables(catalog, benchmark.id):
        metrics = [catalog.vocabulary("metrics").get(slug) for slug in table.metrics if table.setting]
        for metric in (term for term in metrics if term and term.better):
            best = _find_best(table, metric, catalog)
            if len(best) > 1:
                yield ModelScores(benchmark, table.setting, metric, best)


def _find_best(table: ResultTable, metric: Term, catalog: Catalog) -> dict[str, PrintedNumber]:
    sign = 1 if metric.better == "higher" else -1
    best: dict[str, PrintedNumber] = {}
    for row in table.rows:
        cell = row.cells.get(metric.slug)
        if not cell or row.model not in catalog.entries:
            continue
        known = best.get(row.model)
        if not known or sign * cell.result.value > sign * known.result.value:
            best[row.model] = PrintedNumber(row.source, cell.result)
    return best
