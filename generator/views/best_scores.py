"""The best value that any work reports for a model, on the benchmarks with most results."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views.printed_numbers import PrintedNumber
from generator.views.results import find_numbers_of_model, group_by_benchmark


@dataclass(frozen=True, slots=True)
class BestScore:
    """The best value of a model in the setting and metric of its benchmark that most numbers have.

    A setting that is not stated is the last choice: its numbers may not be comparable.
    """

    benchmark: Entry
    metric: Term
    setting: str
    """Its label; empty where the source does not state it."""
    text: str
    """The value as printed, with its unit."""


def list_best_scores(catalog: Catalog, model: str, limit: int) -> list[BestScore]:
    """List the best scores of `model`, at most one a benchmark and `limit` in all."""
    own: dict[str, list[PrintedNumber]] = {}
    for number in find_numbers_of_model(catalog, model):
        if number.result.benchmark in catalog.entries and _better(number, catalog):
            own.setdefault(number.result.benchmark, []).append(number)
    sizes = {name: len(group_by_benchmark(catalog)[name]) for name in own}
    ordered = sorted(own, key=lambda name: (-sizes[name], name))
    return [_best(own[name], catalog) for name in ordered[:limit]]


def _best(own: Sequence[PrintedNumber], catalog: Catalog) -> BestScore:
    benchmark = own[0].result.benchmark
    counts = Counter(_column(number) for number in group_by_benchmark(catalog)[benchmark])
    column = min({_column(number) for number in own}, key=lambda found: (not found[0], -counts[found], found))
    values = [number for number in own if _column(number) == column]
    sign = 1 if _better(values[0], catalog) == "higher" else -1
    best = max(values, key=lambda number: sign * number.result.value)
    metric = catalog.vocabulary("metrics").get(best.result.metric)
    assert metric
    text = f"{best.result.text}{'%' if metric.unit == 'percent' else ''}"
    return BestScore(catalog.entries[benchmark], metric, best.result.setting or "", text)


def _column(number: PrintedNumber) -> tuple[str, str]:
    return number.result.setting or "", number.result.metric


def _better(number: PrintedNumber, catalog: Catalog) -> str:
    metric = catalog.vocabulary("metrics").get(number.result.metric)
    return (metric and metric.better) or ""
