"""The home page: what the list is, three doors into it, and what is new."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.memory import EMPTY_STATE, LinkState
from generator.links.state import summarize_health
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views import trends
from generator.views.catalog_counts import count_catalog
from generator.views.licenses import list_licenses
from generator.views.order import sort_by_added, sort_newest_first
from generator.views.results import group_by_benchmark
from generator.views.scopes import keep_core
from generator.views.sections import list_other_sections, list_sections

NEWEST_ON_HOME = 6
HIGHLIGHTS_ON_HOME = 6
TERMS_ON_HOME = 12


def pages(catalog: Catalog, settings: Settings, state: LinkState = EMPTY_STATE) -> Iterator[Page]:
    """Yield the one home page; `state` is what the link checker remembers."""
    body = partial(_body, catalog, settings, state)
    yield Page("", settings.name, settings.description, body, _head)


def _head() -> str:
    return f'<link rel="stylesheet" href="{Place("").to("assets/home.css")}">'


def _body(catalog: Catalog, settings: Settings, state: LinkState) -> str:
    core = keep_core(catalog, catalog)
    newest = sort_newest_first(core)
    return render(
        "pages/home.html.j2",
        settings=settings,
        place=Place(""),
        counts=count_catalog(catalog),
        checked=summarize_health(catalog, state).newest,
        doors=_doors(newest, catalog),
        newest=[_line(entry, catalog) for entry in newest[:NEWEST_ON_HOME]],
        added=_by_day(core, catalog),
        highlights=[entry for entry in newest if entry.highlight][:HIGHLIGHTS_ON_HOME],
        sections=list_sections(catalog),
        other_sections=list_other_sections(catalog),
        tasks=trends.find_largest_groups(catalog, "task", TERMS_ON_HOME),
        modalities=trends.find_largest_groups(catalog, "modality", TERMS_ON_HOME),
    )


def _line(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    return {"entry": entry, "kind": catalog.label("kinds", entry.kind)}


def _by_day(core: Sequence[Entry], catalog: Catalog) -> list[dict[str, Any]]:
    """The last additions by day; a day says how many it has, as one can have hundreds."""
    left = NEWEST_ON_HOME
    days = []
    for day, entries in groupby(sort_by_added(core), lambda entry: entry.added):
        if not left:
            break
        added = list(entries)
        days.append(
            {"day": day, "count": len(added), "lines": [_line(entry, catalog) for entry in added[:left]]}
        )
        left -= min(left, len(added))
    return days


def _doors(newest: Sequence[Entry], catalog: Catalog) -> dict[str, Any]:
    """The example behind each door; one that the list has no example for is None."""
    return {
        "model": _find_open_model(newest, catalog),
        "benchmark": _find_largest_benchmark(catalog),
        "dataset": next(iter(trends.find_most_used(catalog, 1)), None),
    }


def _find_open_model(newest: Sequence[Entry], catalog: Catalog) -> tuple[Entry, str] | None:
    """The newest model whose weights have a stated license, with that license."""
    for entry in newest:
        license_ = list_licenses(entry, catalog).get("weights")
        if entry.model and entry.links.weights and license_ and license_.is_stated:
            return entry, license_.label
    return None


def _find_largest_benchmark(catalog: Catalog) -> tuple[Entry, int] | None:
    """The benchmark with the most published results, with their number."""
    found = group_by_benchmark(catalog)
    known = [(catalog.entries[name], len(found[name])) for name in found if name in catalog.entries]
    return min(known, key=lambda pair: (-pair[1], pair[0].id), default=None)
