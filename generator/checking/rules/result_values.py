"""A table of results is complete: each number has a column, a metric and a benchmark, and is there once.

Each number is in the unit and range of its metric. A number such as 0.85 for a metric in percent is
most likely a fraction that was not converted; this is a warning. No text has a LaTeX command.

Passes:
    results: [{benchmark: Made-Up Films, metric: accuracy, rows: [{model: FilmNet, values: [85.2]}]}]

Fails:
    results: [{benchmark: Made-Up Films, metric: accuracy, rows: [{model: FilmNet, values: [0.852, 3]}]}]
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.fields import collect_texts
from generator.entry.model import Entry
from generator.entry.result_tables import ResultTable
from generator.entry.results import Result, complete_columns, expand_results
from generator.entry.vocabulary import Term
from generator.problems import Severity
from generator.yamlfiles.reading import Keys

MAX_NUMBERS = 2000
"""The most numbers of one entry, as pages show each of them."""

LATEX_COMMAND = re.compile(r"\\[A-Za-z]+")


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check each table that the work prints, and each of its numbers."""
    for place, table in enumerate(entry.results):
        yield from _find_form_errors(table, ("results", place))
    yield from _find_commands(entry)
    results = list(expand_results(entry))
    if len(results) > MAX_NUMBERS:
        message = f"{len(results):,} numbers: an entry may have at most {MAX_NUMBERS:,}"
        yield Finding(("results",), message)
    yield from _number_findings(results, catalog)


def _find_form_errors(table: ResultTable, keys: Keys) -> Iterator[Finding]:
    if not any(cell for row in table.rows for cell in row.values):
        yield Finding((*keys, "rows"), "the table has no number: write its numbers, or delete the table")
    columns = complete_columns(table)
    for index, column in enumerate(columns):
        for name in ("benchmark", "metric"):
            if not getattr(column, name):
                place = (*keys, "columns", index) if table.columns else keys
                message = f"no `{name}` here: write it here or at the table"
                yield Finding(place, message if table.columns else f"the table has no `{name}`: write it")
    for index, row in enumerate(table.rows):
        if len(row.values) != len(columns):
            yield Finding(
                (*keys, "rows", index, "values"), _describe_wrong_number(len(row.values), len(columns))
            )


def _find_commands(entry: Entry) -> Iterator[Finding]:
    """Yield each text with a command of a pasted LaTeX table."""
    for keys, text, _ in collect_texts(entry) if entry.results else ():
        if keys[0] == "results" and (command := LATEX_COMMAND.search(text)):
            yield Finding(keys, f"`{command[0]}` is a LaTeX command: write what it prints")


def _describe_wrong_number(found: int, wanted: int) -> str:
    numbers = f"{found} value{'' if found == 1 else 's'} for {wanted} column{'' if wanted == 1 else 's'}"
    hint = "; a decimal comma is written as a point" if found == 2 * wanted else ""
    return f"{numbers}: write one for each, `~` where no number is printed{hint}"


def _number_findings(results: list[Result], catalog: Catalog) -> Iterator[Finding]:
    metrics = catalog.vocabulary("metrics")
    seen: dict[tuple[object, ...], Keys] = {}
    for result in results:
        metric = metrics.get(result.metric)
        if metric and (message := _find_range_error(result, metric)):
            yield Finding(result.keys, message)
        elif metric and _may_be_a_fraction(result, metric):
            message = (
                f"{result.text} is in percent here: if it is a fraction, write `{_shift_point(result, 2)}`"
            )
            yield Finding(result.keys, message, Severity.WARNING)
        first = seen.setdefault(_identify(result), result.keys)
        if first != result.keys:
            yield Finding(result.keys, f"the same result as {_describe_cell(first)}: delete one")


def _describe_cell(keys: Keys) -> str:
    _, table, _, row, _, value = (key if isinstance(key, str) else key + 1 for key in keys)
    return f"number {value} of row {row} of table {table}"


def _find_range_error(result: Result, metric: Term) -> str | None:
    value, printed = result.value, _split_cell(result)[0]
    low, high = metric.minimum, metric.maximum
    is_percent = metric.unit == "fraction" and 1 < value <= 100
    hint = f": if it is a percent, write `{_shift_point(result, -2)}`" if is_percent else ""
    if low is not None and value < low:
        return f"{printed} is less than the minimum of {metric.label}, {_write_plainly(low)}"
    if high is not None and value > high:
        return f"{printed} is more than the maximum of {metric.label}, {_write_plainly(high)}{hint}"
    return None


def _shift_point(result: Result, places: int) -> str:
    """Return the printed text of a result with its decimal point moved, all digits kept."""
    numbers = [Decimal(number).scaleb(places) for number in _split_cell(result)]
    return " ± ".join(f"{number:f}" for number in numbers)


def _split_cell(result: Result) -> list[str]:
    """Return the number of a result and its deviation, if there is one, as the file has them."""
    return result.text.split(" ± ")


def _write_plainly(number: float) -> str:
    """Return `number` without an exponent, and without zeros at its end."""
    return f"{Decimal(str(number)).normalize():f}"


def _may_be_a_fraction(result: Result, metric: Term) -> bool:
    return metric.unit == "percent" and 0 < result.value <= 1 and result.sd is None


def _identify(result: Result) -> tuple[object, ...]:
    return result.benchmark, result.setting, result.metric, result.model, result.variant, result.where
