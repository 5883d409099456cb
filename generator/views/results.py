"""The numbers that entries print, arranged by benchmark and setting; nothing is merged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.text import fold
from generator.views.order import sort_by_title
from generator.views.printed_numbers import PrintedNumber, list_printed_numbers
from generator.views.result_comparison import NumberComparison


@dataclass(frozen=True, slots=True)
class ResultCell:
    """One printed number in a table."""

    result: Result
    is_best: bool
    """Whether it is the best of its column."""
    differing: tuple[str, ...]
    """The different numbers of other sources for the same thing, with their sources."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What one source prints of one model in one setting."""

    source: Entry
    model: str
    label: str
    variant: str
    is_own: bool
    """Whether the authors of the model print it."""
    date: str
    """The date of the model; empty where it is not known."""
    places: tuple[str, ...]
    """The tables and figures of the source that print its numbers."""
    cells: Mapping[str, ResultCell]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """All rows of one setting of a benchmark; its columns are slugs of metrics.

    Without a named setting, it has the rows of one `source` only.
    """

    setting: str
    source: Entry | None
    metrics: tuple[str, ...]
    rows: tuple[ResultRow, ...]


def list_all_numbers(catalog: Catalog) -> list[PrintedNumber]:
    """List every number of every entry, by the id of the source and then as printed."""
    return [printed for entry in catalog for printed in list_printed_numbers(entry, catalog)]


def group_by_benchmark(catalog: Catalog) -> Mapping[str, Sequence[PrintedNumber]]:
    """Group the numbers by benchmark, which is the id of an entry or a plain name."""
    return catalog.index(_by_benchmark)


def _by_benchmark(catalog: Catalog) -> dict[str, list[PrintedNumber]]:
    found: dict[str, list[PrintedNumber]] = defaultdict(list)
    for printed in list_all_numbers(catalog):
        found[printed.result.benchmark].append(printed)
    return dict(found)


def find_numbers_of_model(catalog: Catalog, id_: str) -> Sequence[PrintedNumber]:
    """Find the numbers of the model `id_`, whoever prints them."""
    return catalog.index(_by_model).get(id_, ())


def _by_model(catalog: Catalog) -> dict[str, list[PrintedNumber]]:
    found: dict[str, list[PrintedNumber]] = defaultdict(list)
    for printed in list_all_numbers(catalog):
        found[printed.result.model].append(printed)
    return dict(found)


def list_benchmarks(catalog: Catalog) -> list[Entry]:
    """List the entries on which any entry prints a number, by name."""
    return sort_by_title(
        catalog.entries[id_] for id_ in group_by_benchmark(catalog) if id_ in catalog.entries
    )


def build_tables(catalog: Catalog, benchmark: str) -> list[ResultTable]:
    """Build one table for each setting of `benchmark`, the one with most numbers first.

    Two sources that name no setting may have measured in different ways: each has its own table.
    """
    printed = group_by_benchmark(catalog).get(benchmark, ())
    grouped: dict[tuple[str, str], list[PrintedNumber]] = defaultdict(list)
    for number in printed:
        setting = number.result.setting or ""
        grouped[setting, "" if setting else number.source.id].append(number)
    ordered = sorted(grouped, key=lambda name: (-len(grouped[name]), name))
    comparison = NumberComparison(printed, catalog)
    return [_table(grouped[name], comparison, catalog) for name in ordered]


def _table(printed: Sequence[PrintedNumber], comparison: NumberComparison, catalog: Catalog) -> ResultTable:
    order = [term.slug for term in catalog.vocabulary("metrics")]
    metrics = sorted({number.result.metric for number in printed}, key=order.index)
    best = {metric: _best(metric, printed, catalog) for metric in metrics}
    rows = [_row(group, best, comparison, catalog) for group in _grouped(printed)]
    rows.sort(key=lambda row: (fold(row.label), fold(row.variant), row.source.id))
    setting = printed[0].result.setting or ""
    return ResultTable(setting, None if setting else printed[0].source, tuple(metrics), tuple(rows))


def _grouped(printed: Iterable[PrintedNumber]) -> list[list[PrintedNumber]]:
    """Group the numbers into rows, by source and model; a second number of a metric starts a new row."""
    found: dict[tuple[str, ...], list[list[PrintedNumber]]] = defaultdict(list)
    for number in printed:
        rows = found[number.source.id, number.result.model, number.result.variant or ""]
        free = (row for row in rows if all(other.result.metric != number.result.metric for other in row))
        if row := next(free, None):
            row.append(number)
        else:
            rows.append([number])
    return [row for rows in found.values() for row in rows]


def _best(metric: str, printed: Iterable[PrintedNumber], catalog: Catalog) -> float | None:
    values = [number.result.value for number in printed if number.result.metric == metric]
    term = catalog.vocabulary("metrics").get(metric)
    if not term or not term.better or len(values) < 2:
        return None
    return max(values) if term.better == "higher" else min(values)


def _row(
    group: Sequence[PrintedNumber],
    best: Mapping[str, float | None],
    comparison: NumberComparison,
    catalog: Catalog,
) -> ResultRow:
    source, result = group[0].source, group[0].result
    cells = {
        number.result.metric: ResultCell(
            number.result,
            number.result.value == best[number.result.metric],
            comparison.find_differing(number),
        )
        for number in group
    }
    model = catalog.entries.get(result.model) or (source if result.own else None)
    return ResultRow(
        source=source,
        model=result.model,
        label=catalog.work_label(result.model),
        variant=result.variant or "",
        is_own=result.own,
        date=(model and model.date) or "",
        places=tuple(dict.fromkeys(number.result.where for number in group if number.result.where)),
        cells=cells,
    )


def count_contradictions(catalog: Catalog) -> int:
    """Count the printed numbers for which another source prints a different number."""
    return sum(
        bool(cell.differing)
        for benchmark in group_by_benchmark(catalog)
        for table in build_tables(catalog, benchmark)
        for row in table.rows
        for cell in row.cells.values()
    )
