"""The latest additions of core work to the list, by month."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from generator.catalog.catalog import Catalog
from generator.links.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.order import sort_by_added
from generator.views.scopes import keep_core

MAX_ADDITIONS = 100


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield one page with the latest additions."""
    place = Place("new/")
    core = keep_core(catalog, catalog)
    latest = sort_by_added(core)[:MAX_ADDITIONS]
    months = [
        (month, render_cards(entries, catalog, place, observations.state))
        for month, entries in groupby(latest, lambda entry: entry.added[:7])
    ]
    body = partial(
        render, "pages/new.html.j2", months=months, place=place, shown=len(latest), total=len(core)
    )
    yield Page(place.address, "New", "The latest additions to the list, by month.", body)
