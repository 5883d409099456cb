"""The index of benchmarks by task, and a page for each benchmark."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site import benchmark
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views import results
from generator.views.groups import Group, list_groups
from generator.views.leaderboards import count_contradictions


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the index and a page for each benchmark; a catalog without results has none."""
    found = results.list_benchmarks(catalog)
    if found:
        yield _index(found, catalog)
    for entry in found:
        yield benchmark.make_page(entry, catalog)


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
        contradictions=count_contradictions(catalog),
    )
    return Page(place.address, "Results", "Published results by benchmark, each with its source.", body)


def _is_main(group: Group, entry: Entry) -> bool:
    """Whether the group belongs to the first task of the benchmark."""
    return entry.tasks[:1] == (group.slug,)


def _listed(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    count = len(results.group_by_benchmark(catalog)[entry.id])
    return {"id": entry.id, "label": entry.label, "count": count}
