"""The latest additions of core work to the list, by day."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from generator.catalog.catalog import Catalog
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.order import sort_by_added
from generator.views.scopes import keep_core

MAX_ADDITIONS = 100


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield one page with the latest additions."""
    place = Place("new/")
    core = keep_core(catalog, catalog)
    latest = sort_by_added(core)[:MAX_ADDITIONS]
    counts = Counter(entry.added for entry in core)
    days = [
        (day, counts[day], render_cards(entries, catalog, place))
        for day, entries in groupby(latest, lambda entry: entry.added)
    ]
    body = partial(render, "pages/new.html.j2", days=days, place=place, shown=len(latest), total=len(core))
    yield Page(place.address, "New", "The latest additions to the list, by day.", body)
