"""One page for each benchmark with all printed numbers, and the index of benchmarks by task."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.footnotes import number_footnotes
from generator.outputs.site.page import Page, Place
from generator.outputs.site.progress import draw_progress
from generator.render.templates import render
from generator.settings import Settings
from generator.text import slugify
from generator.views import results
from generator.views.groups import Group, list_groups
from generator.views.printed_numbers import PrintedNumber
from generator.views.progress import build_progress
from generator.views.results import ResultRow, ResultTable

MIN_CHART_DATES = 4
"""A chart needs numbers of at least so many dates."""


def results_address(benchmark: Entry) -> str:
    """Return the address of the page with results on `benchmark`."""
    return f"results/{benchmark.id}/"


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the index and a page for each benchmark; a catalog without results has none."""
    found = results.list_benchmarks(catalog)
    if found:
        yield _index(found, catalog)
    for benchmark in found:
        yield _benchmark(benchmark, catalog)


def _index(found: Sequence[Entry], catalog: Catalog) -> Page:
    place = Place("results/")
    tasks = [
        {
            "label": group.label,
            "benchmarks": [_listed(entry, catalog) for entry in found if _is_main(group, entry)],
        }
        for group in list_groups(catalog, "task")
    ]
    if rest := [_listed(entry, catalog) for entry in found if not entry.tasks]:
        tasks.append({"label": "Other", "benchmarks": rest})
    plain = [name for name in results.group_by_benchmark(catalog) if name not in catalog.entries]
    body = partial(
        render,
        "pages/results.html.j2",
        place=place,
        tasks=[task for task in tasks if task["benchmarks"]],
        plain=[
            (name, len(results.group_by_benchmark(catalog)[name])) for name in sorted(plain, key=str.casefold)
        ],
        total=len(results.list_all_numbers(catalog)),
        contradictions=results.count_contradictions(catalog),
    )
    return Page(place.address, "Results", "Published results by benchmark, each with its source.", body)


def _is_main(group: Group, benchmark: Entry) -> bool:
    """Whether the group belongs to the first task of the benchmark."""
    return benchmark.tasks[:1] == (group.slug,)


def _listed(benchmark: Entry, catalog: Catalog) -> dict[str, Any]:
    count = len(results.group_by_benchmark(catalog)[benchmark.id])
    return {"id": benchmark.id, "label": benchmark.label, "count": count}


def _benchmark(benchmark: Entry, catalog: Catalog) -> Page:
    place = Place(results_address(benchmark))
    description = f"Published results on {benchmark.label}, by setting and metric, each with its source."
    return Page(
        place.address, f"Results on {benchmark.label}", description, partial(_body, benchmark, catalog, place)
    )


def _body(benchmark: Entry, catalog: Catalog, place: Place) -> str:
    tables = results.build_tables(catalog, benchmark.id)
    return render(
        "pages/benchmark.html.j2",
        place=place,
        benchmark=benchmark,
        tables=[_shown(table, benchmark, catalog, place) for table in tables],
        count=len(results.group_by_benchmark(catalog)[benchmark.id]),
    )


def _shown(table: ResultTable, benchmark: Entry, catalog: Catalog, place: Place) -> dict[str, Any]:
    metrics = [term for slug in table.metrics if (term := catalog.vocabulary("metrics").get(slug))]
    common = _common_places(table)
    notes = number_footnotes(
        [_notes(row) for row in table.rows], [() if common else row.places for row in table.rows]
    )
    return {
        "setting": table.setting or f"{table.source.label if table.source else ''} (setting not stated)",
        "metrics": metrics,
        "rows": [*zip(table.rows, notes.rows, strict=True)],
        "places": common,
        "shared": notes.shared,
        "notes": notes.numbered,
        "has_variants": any(row.variant for row in table.rows),
        "has_dates": any(row.date for row in table.rows),
        "known": {row.model for row in table.rows if row.model in catalog.entries},
        "chart": _chart(table, benchmark, catalog, place),
    }


def _common_places(table: ResultTable) -> tuple[str, ...]:
    """The tables and figures that all rows have in common; none where the rows differ."""
    places = {row.places for row in table.rows}
    return places.pop() if len(places) == 1 else ()


def _notes(row: ResultRow) -> dict[str, tuple[str, ...]]:
    return {metric: cell.result.notes for metric, cell in row.cells.items()}


def _chart(table: ResultTable, benchmark: Entry, catalog: Catalog, place: Place) -> Markup | None:
    """Draw the metric with most numbers; None where it has too few dates."""
    slug = max(table.metrics, key=lambda metric: sum(metric in row.cells for row in table.rows))
    term = catalog.vocabulary("metrics").get(slug)
    numbers = [PrintedNumber(row.source, row.cells[slug].result) for row in table.rows if slug in row.cells]
    progress = build_progress(benchmark, table.setting, term, numbers, catalog) if term else None
    if not progress or progress.dates < MIN_CHART_DATES:
        return None
    return draw_progress(progress, place, id_=f"progress-{slugify(table.setting)}")
