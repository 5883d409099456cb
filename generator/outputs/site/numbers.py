"""The printed numbers on the page of an entry: one row for each model, setting and source."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.catalog import Catalog
from generator.outputs.site.footnotes import number_footnotes
from generator.outputs.site.reporting import describe_numbers, make_report_address
from generator.settings import Settings
from generator.views.number_sources import find_number_source
from generator.views.printed_numbers import PrintedNumber


def build_number_table(
    printed: Sequence[PrintedNumber], catalog: Catalog, settings: Settings
) -> dict[str, Any]:
    """Build the table; numbers that differ only in metric and value share a row, notes become footnotes."""
    rows: dict[tuple[str | None, ...], list[PrintedNumber]] = {}
    for number in printed:
        result = number.result
        measured = (result.benchmark, result.setting, result.model, result.variant)
        rows.setdefault((*measured, number.source.id, result.where, result.note), []).append(number)
    notes = number_footnotes([{"": row[0].result.notes} for row in rows.values()])
    shown = [_row(row, catalog, settings) for row in rows.values()]
    marked = [{**row, "marks": marks.row} for row, marks in zip(shown, notes.rows, strict=True)]
    return {"count": len(printed), "rows": marked, "shared": notes.shared, "notes": notes.numbered}


def _row(row: Sequence[PrintedNumber], catalog: Catalog, settings: Settings) -> dict[str, Any]:
    result = row[0].result
    described = describe_numbers([number.result for number in row], catalog)
    return {
        "source": row[0].source,
        "result": result,
        "place": find_number_source(result.where, row[0].source) if result.where else None,
        "benchmark": catalog.work_label(result.benchmark),
        "has_page": result.benchmark in catalog.entries,
        "model": catalog.work_label(result.model),
        "known": result.model in catalog.entries,
        "values": list(_values(row, catalog)),
        "report": make_report_address(row[0].source, settings, described),
    }


def _values(row: Iterable[PrintedNumber], catalog: Catalog) -> Iterable[tuple[str, str]]:
    """The label of each metric with its value as a reader sees it."""
    for number in row:
        metric = catalog.vocabulary("metrics").get(number.result.metric)
        percent = "%" if metric and metric.unit == "percent" else ""
        yield metric.label if metric else number.result.metric, f"{number.result.text}{percent}"
