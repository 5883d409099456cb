"""The home page: what the list is, three doors into it, and what is new."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, islice
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.showing.health import find_newest_check
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.newest import dump_additions
from generator.outputs.site.page import Page, Place
from generator.outputs.site.progress import draw_progress
from generator.render.templates import render
from generator.settings import Settings
from generator.views import trends
from generator.views.catalog_counts import count_catalog
from generator.views.licenses import find_license_class
from generator.views.numbers.progress import find_most_dated
from generator.views.numbers.results import group_by_benchmark
from generator.views.order import list_newest_first, sort_by_added
from generator.views.scopes import keep_core, list_core
from generator.views.sections import list_other_sections, list_sections

NEWEST_ON_HOME = 6
DAYS_ON_HOME = 3
ADDED_A_DAY = 3
HIGHLIGHTS_ON_HOME = 6
MIN_CHART_DATES = 4
"""The chart needs numbers of at least this many dates."""
TERMS_ON_HOME = 12


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield the one home page."""
    body = partial(_render_body, catalog, settings, observations)
    yield Page("", settings.name, settings.description, body, _render_head)


def _render_head() -> str:
    return f'<link rel="stylesheet" href="{Place("").to("assets/home.css")}">'


def _render_body(catalog: Catalog, settings: Settings, observations: Observations) -> str:
    core = list_core(catalog)
    newest = keep_core(list_newest_first(catalog), catalog)
    return render(
        "pages/home.html.j2",
        settings=settings,
        place=Place(""),
        counts=count_catalog(catalog),
        checked=find_newest_check(catalog, observations.state),
        doors=_find_doors(newest, catalog),
        progress=_draw_progress(catalog),
        newest=[_describe_line(entry, catalog) for entry in newest[:NEWEST_ON_HOME]],
        added=_group_by_day(core, newest[:NEWEST_ON_HOME], catalog),
        highlights=[entry for entry in newest if entry.highlight][:HIGHLIGHTS_ON_HOME],
        sections=list_sections(catalog),
        other_sections=list_other_sections(catalog),
        tasks=trends.find_largest_groups(catalog, "task", TERMS_ON_HOME),
        modalities=trends.find_largest_groups(catalog, "modality", TERMS_ON_HOME),
        additions=dump_additions(catalog),
    )


def _describe_line(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    return {"entry": entry, "kind": catalog.label("kinds", entry.kind)}


def _draw_progress(catalog: Catalog) -> dict[str, Any] | None:
    """The chart of the benchmark with numbers of most dates; a few dates show no progress."""
    found = find_most_dated(catalog)
    if not found or found.dates < MIN_CHART_DATES:
        return None
    setting = f", {found.setting}" if found.setting else ""
    heading = f"Progress on {found.benchmark.label}{setting}"
    return {"benchmark": found.benchmark, "chart": draw_progress(found, Place(""), heading=heading)}


def _group_by_day(core: Sequence[Entry], shown: Sequence[Entry], catalog: Catalog) -> list[dict[str, Any]]:
    """The last days with additions, each with some that are not `shown` beside it.

    A day says how many it has, as one can have hundreds.
    """
    ids = {entry.id for entry in shown}
    days = [(day, list(entries)) for day, entries in groupby(sort_by_added(core), lambda entry: entry.added)]
    return [
        {
            "day": day,
            "count": len(added),
            "lines": [
                _describe_line(entry, catalog)
                for entry in islice((entry for entry in added if entry.id not in ids), ADDED_A_DAY)
            ],
        }
        for day, added in days[:DAYS_ON_HOME]
    ]


def _find_doors(newest: Sequence[Entry], catalog: Catalog) -> dict[str, Any]:
    """The example behind each door; one that the list has no example for is None."""
    return {
        "model": _find_open_model(newest, catalog),
        "benchmark": _find_largest_benchmark(catalog),
        "dataset": next(iter(trends.find_most_used(catalog, 1)), None),
    }


def _find_open_model(newest: Sequence[Entry], catalog: Catalog) -> tuple[Entry, str, str] | None:
    """The newest model with weights of the least strict class, with their license and the class."""
    first = next((term for term in catalog.vocabulary("licenses") if not term.parent), None)
    for entry in newest:
        written = entry.license.weights if entry.license and entry.links.weights else None
        if first and written and entry.model and find_license_class(written, catalog) == first:
            return entry, written, first.label
    return None


def _find_largest_benchmark(catalog: Catalog) -> tuple[Entry, int] | None:
    """The benchmark with the most published results, with their number."""
    found = group_by_benchmark(catalog)
    known = [(catalog.entries[name], len(found[name])) for name in found if name in catalog.entries]
    return min(known, key=lambda pair: (-pair[1], pair[0].id), default=None)
