"""The printed numbers on an entry's page: a row a model, setting and source, its notes as footnotes."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.catalog.catalog import Catalog
from generator.outputs.site.footnotes import number_footnotes
from generator.views.printed_numbers import PrintedNumber


def build_number_table(printed: Sequence[PrintedNumber], catalog: Catalog) -> dict[str, Any]:
    """What the table shows; numbers that differ in metric and value alone share a row."""
    rows: dict[tuple[str | None, ...], list[PrintedNumber]] = {}
    for one in printed:
        result = one.result
        measured = (result.benchmark, result.setting, result.model, result.variant)
        rows.setdefault((*measured, one.source.id, result.where, result.note), []).append(one)
    notes = number_footnotes([{"": row[0].result.notes} for row in rows.values()], [()] * len(rows))
    shown = [_row(row, catalog) for row in rows.values()]
    marked = [{**row, "marks": marks.row} for row, marks in zip(shown, notes.rows, strict=True)]
    return {"count": len(printed), "rows": marked, "shared": notes.shared, "notes": notes.numbered}


def _row(row: Sequence[PrintedNumber], catalog: Catalog) -> dict[str, Any]:
    result = row[0].result
    return {
        "source": row[0].source,
        "result": result,
        "benchmark": catalog.work_label(result.benchmark),
        "has_page": result.benchmark in catalog.entries,
        "model": catalog.work_label(result.model),
        "known": result.model in catalog.entries,
        "values": list(_values(row, catalog)),
    }


def _values(row: Iterable[PrintedNumber], catalog: Catalog) -> Iterable[tuple[str, str]]:
    """The label of each metric and its value as one reads it."""
    for one in row:
        metric = catalog.vocabulary("metrics").get(one.result.metric)
        percent = " %" if metric and metric.unit == "percent" else ""
        yield metric.label if metric else one.result.metric, f"{one.result.text}{percent}"
