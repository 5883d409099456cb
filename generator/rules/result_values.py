"""A result lies in the range of its metric, in the metric's unit, and stands once.

A share of 0.85 under a metric in percent is a fraction that was not converted.

Passes:
    results: [{benchmark: Made-Up Films, metric: accuracy, value: 85.2, model: FilmNet}]

Fails:
    results: [{benchmark: Made-Up Films, metric: accuracy, value: 0.852, model: FilmNet}]
"""

from collections.abc import Iterator

from generator.catalog import Catalog
from generator.model import Entry, Result
from generator.rules.finding import Finding
from generator.vocabulary import Term


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look at each number that the work prints."""
    metrics = catalog.vocabulary("metrics")
    seen: dict[tuple[object, ...], int] = {}
    for index, result in enumerate(entry.results):
        metric = metrics.get(result.metric)
        if metric and (message := _value_fault(result, metric)):
            yield Finding(("results", index, "value"), message)
        first = seen.setdefault(_identity(result), index)
        if first != index:
            yield Finding(("results", index), f"the same result as number {first + 1}: delete one")


def _value_fault(result: Result, metric: Term) -> str | None:
    value = result.value
    low, high = metric.minimum, metric.maximum
    hint = ": divide a percent by 100" if metric.unit == "fraction" and value > 1 else ""
    if low is not None and value < low:
        return f"{value} is less than {metric.label} can be, {low:g}"
    if high is not None and value > high:
        return f"{value} is more than {metric.label} can be, {high:g}{hint}"
    if metric.unit == "percent" and 0 < value <= 1 and result.sd is None:
        return f"{value} is given in percent: multiply a fraction by 100"
    return None


def _identity(result: Result) -> tuple[object, ...]:
    return result.benchmark, result.setting, result.metric, result.model, result.variant, result.where
