"""The home page: what the list is, and entry points to all of it."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Page, Place
from generator.outputs.site.trends import ChartFigure, build_entries_figure, build_openness_figure
from generator.render.templates import render
from generator.settings import Settings
from generator.views import trends
from generator.views.order import sort_by_added, sort_newest_first
from generator.views.scopes import keep_core
from generator.views.sections import list_other_sections, list_sections
from generator.views.wording import find_card

NEWEST_ON_HOME = 8
TERMS_ON_HOME = 16


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield the one home page."""
    place = Place("")
    core = keep_core(catalog, catalog)
    body = partial(
        render,
        "pages/home.html.j2",
        settings=settings,
        place=place,
        numbers=_numbers(core, catalog),
        others=len(catalog.entries) - len(core),
        newest=render_cards(sort_by_added(core)[:NEWEST_ON_HOME], catalog, place, observations.state),
        highlights=render_cards(
            sort_newest_first(entry for entry in core if entry.highlight),
            catalog,
            place,
            observations.state,
        ),
        sections=list_sections(catalog),
        other_sections=list_other_sections(catalog),
        tasks=trends.find_largest_groups(catalog, "task", TERMS_ON_HOME),
        modalities=trends.find_largest_groups(catalog, "modality", TERMS_ON_HOME),
        figures=_figures(catalog),
    )
    yield Page("", settings.name, settings.description, body)


def _numbers(entries: Sequence[Entry], catalog: Catalog) -> list[tuple[int, str]]:
    tables = [find_card(entry, catalog) for entry in entries]
    return [
        (len(entries), "entries"),
        (tables.count("model"), "models and methods"),
        (tables.count("dataset"), "datasets and benchmarks"),
        (sum(bool(entry.links.code) for entry in entries), "with code"),
        (sum(bool(entry.links.weights) for entry in entries), "with weights"),
    ]


def _figures(catalog: Catalog) -> list[ChartFigure]:
    years = trends.list_years(catalog)
    return [build_entries_figure(catalog, years), build_openness_figure(catalog, years)] if years else []
