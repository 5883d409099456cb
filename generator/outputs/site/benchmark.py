"""The page of a benchmark: one leaderboard for each setting, that of the main setting first."""

from functools import partial
from typing import Any

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.leaderboard_notes import number_notes
from generator.outputs.site.page import Page, Place
from generator.outputs.site.progress import draw_progress
from generator.outputs.site.reporting import describe_numbers, make_report_address
from generator.render.templates import render
from generator.settings import Settings
from generator.views.numbers import results
from generator.views.numbers.leaderboard_rows import LeaderboardRow
from generator.views.numbers.leaderboards import Leaderboard, build_leaderboards
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.progress import build_progress

MIN_CHART_DATES = 4
"""A chart needs numbers of at least this many dates."""
FEW_METRICS = 4
"""A table with more metrics is wider than the page; it scrolls in both directions with its heads in sight."""


def make_results_address(benchmark: Entry) -> str:
    """Return the address of the page with results on `benchmark`."""
    return f"results/{benchmark.id}/"


def make_page(benchmark: Entry, catalog: Catalog, settings: Settings) -> Page:
    """Make the page of `benchmark`."""
    place = Place(make_results_address(benchmark))
    return Page(
        place.address,
        f"Results on {benchmark.label}",
        f"Leaderboards of {benchmark.label}, by setting and metric; each result with its source.",
        partial(_render_body, benchmark, catalog, settings, place),
        partial(render, "pages/benchmark_head.html.j2", place=place),
    )


def _render_body(benchmark: Entry, catalog: Catalog, settings: Settings, place: Place) -> str:
    boards = build_leaderboards(catalog, benchmark.id)
    return render(
        "pages/benchmark.html.j2",
        place=place,
        benchmark=benchmark,
        boards=[_describe_board(board, benchmark, catalog, settings, place) for board in boards],
        count=len(results.group_by_benchmark(catalog)[benchmark.id]),
        has_unstated=any(board.rows and board.unstated for board in boards),
    )


def _describe_board(
    board: Leaderboard, benchmark: Entry, catalog: Catalog, settings: Settings, place: Place
) -> dict[str, Any]:
    rows = [*board.rows, *board.unstated]
    notes = number_notes(rows)
    has_dates = any(row.date for row in rows)
    reports = [_report(row, catalog, settings) for row in rows]
    marked = list(zip(rows, notes.rows, reports, strict=True))
    return {
        "slug": board.slug,
        "setting": board.setting,
        "metrics": [catalog.vocabulary("metrics").terms[slug] for slug in board.metrics],
        "rows": marked[: len(board.rows)],
        "unstated": marked[len(board.rows) :],
        "shared": notes.shared,
        "notes": notes.numbered,
        "is_wide": len(board.metrics) > FEW_METRICS,
        "has_dates": has_dates,
        "columns": 2 + len(board.metrics) + has_dates,
        "known": {row.model for row in rows if row.model in catalog.entries},
        "chart": _draw_chart(board, benchmark, catalog, place),
    }


def _report(row: LeaderboardRow, catalog: Catalog, settings: Settings) -> str:
    """The address of the form that reports an error in the row."""
    numbers = describe_numbers([cell.result for cell in row.cells.values()], catalog)
    return make_report_address(row.source, settings, numbers)


def _draw_chart(board: Leaderboard, benchmark: Entry, catalog: Catalog, place: Place) -> Markup | None:
    """Draw the main metric over time; None where it has too few dates."""
    metric = catalog.vocabulary("metrics").terms[board.main_metric]
    numbers = [
        PrintedNumber(row.source, cell.result) for row in board.rows if (cell := row.cells.get(metric.slug))
    ]
    progress = build_progress(benchmark, board.setting, metric, numbers, catalog)
    if progress.dates < MIN_CHART_DATES:
        return None
    return draw_progress(progress, place, id_=f"{board.slug}_progress")
