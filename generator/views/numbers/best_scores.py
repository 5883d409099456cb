"""The best value in the catalog of a model, on the benchmarks with most results."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views.numbers.leaderboards import find_main_column
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.result_comparison import NumberComparison
from generator.views.numbers.results import find_numbers_of_model, group_by_benchmark


@dataclass(frozen=True, slots=True)
class BestScore:
    """The best value of a model in the main setting and metric of its benchmark.

    Where the model has none there, in the setting and metric that most numbers of the benchmark have.
    A setting that is not stated is the last choice: its numbers may not be comparable.
    """

    benchmark: Entry
    metric: Term
    setting: str
    """Its label; empty where the source does not state it."""
    is_main: bool
    """Whether it is the main setting of the benchmark."""
    text: str
    """The value as printed, with its unit."""


def list_best_scores(catalog: Catalog, model: str, limit: int) -> list[BestScore]:
    """List the best scores of `model`, at most one a benchmark and `limit` in all."""
    own: dict[str, list[PrintedNumber]] = {}
    for number in find_numbers_of_model(catalog, model):
        if number.result.benchmark in catalog.entries and _find_better(number, catalog):
            own.setdefault(number.result.benchmark, []).append(number)
    sizes = {name: len(group_by_benchmark(catalog)[name]) for name in own}
    ordered = sorted(own, key=lambda name: (-sizes[name], name))
    return [_make_best(own[name], catalog) for name in ordered[:limit]]


def _make_best(own: Sequence[PrintedNumber], catalog: Catalog) -> BestScore:
    benchmark = own[0].result.benchmark
    counts = catalog.index(_count_columns)[benchmark]
    main = catalog.index(_find_main_columns)[benchmark]

    def rank(column: tuple[str, str]) -> tuple[bool, bool, bool, int, tuple[str, str]]:
        return column[0] != main[0], column != main, not column[0], -counts[column], column

    column = min({_identify_column(number) for number in own}, key=rank)
    best = _find_best([number for number in own if _identify_column(number) == column], catalog)
    metric = catalog.vocabulary("metrics").get(best.result.metric)
    assert metric
    text = f"{best.result.text}{'%' if metric.unit == 'percent' else ''}"
    return BestScore(catalog.entries[benchmark], metric, column[0], column[0] == main[0], text)


def _find_best(values: Sequence[PrintedNumber], catalog: Catalog) -> PrintedNumber:
    """Find the best of `values`; the report of its authors where the best one only rounds it."""
    sign = 1 if _find_better(values[0], catalog) == "higher" else -1
    best = max(values, key=lambda number: (sign * number.result.value, number.result.own))
    if best.result.own:
        return best
    compare = _compare_numbers(best.result.benchmark, catalog)
    own = (number for number in values if number.result.own and compare.agree(number, best))
    return max(own, key=lambda number: sign * number.result.value, default=best)


def _compare_numbers(benchmark: str, catalog: Catalog) -> NumberComparison:
    known = catalog.index(_make_store)
    if benchmark not in known:
        known[benchmark] = NumberComparison(group_by_benchmark(catalog)[benchmark], catalog)
    return known[benchmark]


def _make_store(catalog: Catalog) -> dict[str, NumberComparison]:
    """The empty store of the comparisons that a catalog keeps: many models have a score on a benchmark."""
    return {}


def _count_columns(catalog: Catalog) -> Mapping[str, Counter[tuple[str, str]]]:
    """How many numbers each setting and metric of a benchmark has."""
    numbers = group_by_benchmark(catalog)
    return {name: Counter(map(_identify_column, found)) for name, found in numbers.items()}


def _find_main_columns(catalog: Catalog) -> Mapping[str, tuple[str, str]]:
    """Find the main setting and metric of each benchmark that has an entry."""
    benchmarks = (name for name in group_by_benchmark(catalog) if name in catalog.entries)
    return {name: find_main_column(catalog, name) for name in benchmarks}


def _identify_column(number: PrintedNumber) -> tuple[str, str]:
    return number.result.setting or "", number.result.metric


def _find_better(number: PrintedNumber, catalog: Catalog) -> str:
    metric = catalog.vocabulary("metrics").get(number.result.metric)
    return (metric and metric.better) or ""
