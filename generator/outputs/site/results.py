"""The home of results, with benchmarks by the task that is measured, and a page for each benchmark."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site import benchmark
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.numbers import results
from generator.views.numbers.leaderboards import count_contradictions
from generator.views.numbers.result_matrix import build_matrix
from generator.views.numbers.task_results import TaskBenchmark, list_task_results

OTHER = "Other"
"""The heading of benchmarks without a task."""


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the home of results and a page for each benchmark; a catalog without results has none."""
    found = results.list_benchmarks(catalog)
    if found:
        yield _make_home(catalog)
    for entry in found:
        yield benchmark.make_page(entry, catalog, settings)


def _make_home(catalog: Catalog) -> Page:
    place = Place("results/")
    head = partial(render, "pages/results_head.html.j2", place=place)
    description = "Published results by task and benchmark, each with its source."
    return Page(place.address, "Results", description, partial(_render_body, place, catalog), head)


def _render_body(place: Place, catalog: Catalog) -> str:
    return render(
        "pages/results.html.j2",
        place=place,
        tasks=[_describe_task(slug, found, catalog) for slug, found in list_task_results(catalog).items()],
        known=catalog.entries.keys(),
        plain=_list_plain(catalog),
        total=len(results.list_all_numbers(catalog)),
        contradictions=count_contradictions(catalog),
    )


def _describe_task(slug: str, found: Sequence[TaskBenchmark], catalog: Catalog) -> dict[str, Any]:
    return {
        "slug": slug or "other",
        "label": catalog.label("tasks", slug) if slug else OTHER,
        "benchmarks": found,
        "matrix": build_matrix(found, catalog),
    }


def _list_plain(catalog: Catalog) -> list[tuple[str, int, list[Entry]]]:
    """List the benchmarks without an entry, each with its number of results and who reports them."""
    grouped = results.group_by_benchmark(catalog)
    return [
        (name, len(grouped[name]), [*{number.source.id: number.source for number in grouped[name]}.values()])
        for name in sorted(grouped, key=str.casefold)
        if name not in catalog.entries
    ]
