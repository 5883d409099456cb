"""The home page: what this is, and every way in."""

from collections.abc import Iterator
from functools import partial

from generator.catalog.catalog import Catalog
from generator.outputs.site.lists import cards
from generator.outputs.site.page import Page, Place
from generator.outputs.site.trends import Figure, openness, whole
from generator.render.templates import render
from generator.settings import Settings
from generator.views import trends
from generator.views.order import by_added, by_date
from generator.views.sections import list_sections
from generator.views.wording import card_of

NEWEST = 8
TERMS = 16


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """The one home page."""
    place = Place("")
    body = partial(
        render,
        "pages/home.html.j2",
        settings=settings,
        place=place,
        numbers=_numbers(catalog),
        newest=cards(by_added(catalog)[:NEWEST], catalog, place),
        highlights=cards(by_date(entry for entry in catalog if entry.highlight), catalog, place),
        sections=list_sections(catalog),
        tasks=trends.largest(catalog, "task", TERMS),
        modalities=trends.largest(catalog, "modality", TERMS),
        figures=_figures(catalog),
    )
    yield Page("", settings.name, settings.description, body)


def _numbers(catalog: Catalog) -> list[tuple[int, str]]:
    entries = list(catalog)
    tables = [card_of(entry, catalog) for entry in entries]
    return [
        (len(entries), "entries"),
        (tables.count("model"), "models and methods"),
        (tables.count("dataset"), "data sets and benchmarks"),
        (sum(bool(entry.links.code) for entry in entries), "with code"),
        (sum(bool(entry.links.weights) for entry in entries), "with weights"),
    ]


def _figures(catalog: Catalog) -> list[Figure]:
    spans = trends.years(catalog)
    return [whole(catalog, spans), openness(catalog, spans)] if spans else []
