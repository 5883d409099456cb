"""The printed numbers on the page of an entry: one row for each model, setting and source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.outputs.site.footnotes import number_footnotes
from generator.outputs.site.reporting import describe_numbers, make_report_address
from generator.settings import Settings
from generator.views.numbers.number_sources import NumberSource, find_number_source
from generator.views.numbers.printed_numbers import PrintedNumber


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The numbers of one model in one setting, as one source prints them."""

    source: Entry
    result: Result
    """The first number, which has all that they share."""
    place: NumberSource | None
    benchmark: str
    """The label of the benchmark."""
    has_page: bool
    """Whether the benchmark has an entry, and so a page of results."""
    model: str
    """The label of the model."""
    known: bool
    """Whether the model has an entry."""
    values: Sequence[tuple[str, str]]
    """The label of each metric with its value as a reader sees it."""
    report: str
    """The address of the form that reports an error; empty without a repository."""
    marks: Sequence[int]
    """The numbers of its notes."""


@dataclass(frozen=True, slots=True)
class NumberTable:
    """The rows of a table, its notes, and how many numbers it has."""

    count: int
    rows: Sequence[NumberRow]
    shared: Sequence[str]
    """The notes of all rows."""
    notes: Sequence[str]
    """The numbered notes."""


_EMPTY = NumberTable(0, (), (), ())


def build_number_table(printed: Sequence[PrintedNumber], catalog: Catalog, settings: Settings) -> NumberTable:
    """Build the table; numbers that differ only in metric and value share a row, notes become footnotes."""
    if not printed:
        return _EMPTY
    rows: dict[tuple[str | None, ...], list[PrintedNumber]] = {}
    for number in printed:
        result = number.result
        measured = (result.benchmark, result.setting, result.model, result.variant)
        rows.setdefault((*measured, number.source.id, result.where, result.note), []).append(number)
    notes = number_footnotes([{"": row[0].result.notes} for row in rows.values()])
    shown = [
        _make_row(row, marks.row, catalog, settings)
        for row, marks in zip(rows.values(), notes.rows, strict=True)
    ]
    return NumberTable(len(printed), shown, notes.shared, notes.numbered)


def _make_row(
    row: Sequence[PrintedNumber], marks: Sequence[int], catalog: Catalog, settings: Settings
) -> NumberRow:
    source, result = row[0].source, row[0].result
    described = describe_numbers([number.result for number in row], catalog)
    return NumberRow(
        source=source,
        result=result,
        place=find_number_source(result.where, source, catalog) if result.where else None,
        benchmark=catalog.work_label(result.benchmark),
        has_page=result.benchmark in catalog.entries,
        model=catalog.work_label(result.model),
        known=result.model in catalog.entries,
        values=[*_list_values(row, catalog)],
        report=make_report_address(source, settings, described),
        marks=marks,
    )


def _list_values(row: Iterable[PrintedNumber], catalog: Catalog) -> Iterable[tuple[str, str]]:
    for number in row:
        metric = catalog.vocabulary("metrics").get(number.result.metric)
        percent = "%" if metric and metric.unit == "percent" else ""
        yield metric.label if metric else number.result.metric, f"{number.result.text}{percent}"
