"""A result lies in the range of its metric, in the metric's unit, and stands once.

A share of 0.85 under a metric in percent is most often a fraction that was not converted: a warning.

Passes:
    results: [{benchmark: Made-Up Films, metric: accuracy, value: 85.2, model: FilmNet}]

Fails:
    results: [{benchmark: Made-Up Films, metric: accuracy, value: 0.852, model: FilmNet}]
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry, Result
from generator.entry.vocabulary import Term
from generator.problems import Severity


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look at each number that the work prints."""
    metrics = catalog.vocabulary("metrics")
    seen: dict[tuple[object, ...], int] = {}
    for index, result in enumerate(entry.results):
        metric = metrics.get(result.metric)
        if metric and (message := _range_fault(result, metric)):
            yield Finding(("results", index, "value"), message)
        elif metric and _may_be_a_fraction(result, metric):
            message = f"{result.value} is given in percent: multiply it by 100 if it is a fraction"
            yield Finding(("results", index, "value"), message, Severity.WARNING)
        first = seen.setdefault(_identity(result), index)
        if first != index:
            yield Finding(("results", index), f"the same result as number {first + 1}: delete one")


def _range_fault(result: Result, metric: Term) -> str | None:
    value = result.value
    low, high = metric.minimum, metric.maximum
    hint = ": divide a percent by 100" if metric.unit == "fraction" and value > 1 else ""
    if low is not None and value < low:
        return f"{value} is less than {metric.label} can be, {low:g}"
    if high is not None and value > high:
        return f"{value} is more than {metric.label} can be, {high:g}{hint}"
    return None


def _may_be_a_fraction(result: Result, metric: Term) -> bool:
    return metric.unit == "percent" and 0 < result.value <= 1 and result.sd is None


def _identity(result: Result) -> tuple[object, ...]:
    return result.benchmark, result.setting, result.metric, result.model, result.variant, result.where
