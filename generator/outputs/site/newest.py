"""The newest core work: by date of publication, and by the day on which it was added to the list."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Page, Place
from generator.render.json_in_html import dump_json_for_html
from generator.render.templates import render
from generator.settings import Settings
from generator.views.digest import list_months
from generator.views.order import sort_by_added, sort_newest_first
from generator.views.scopes import list_core

MAX_ADDITIONS = 100
MAX_PUBLISHED = 30
MAX_CARDS_OF_DAY = 20
"""A day on which hundreds of works were added must not fill the page."""


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield one page with the newest publications and the latest additions."""
    body = partial(_render_body, Place("new/"), catalog, observations)
    yield Page("new/", "New", "The newest publications and the latest additions to the list.", body)


def _render_body(place: Place, catalog: Catalog, observations: Observations) -> str:
    core = list_core(catalog)
    show = partial(render_cards, catalog=catalog, place=place, state=observations.state)
    return render(
        "pages/new.html.j2",
        place=place,
        total=len(core),
        published=[(month, show(entries, level=4)) for month, entries in _group_by_month(core)],
        days=[(day, count, len(entries), show(entries)) for day, count, entries in _group_by_day(core)],
        additions=dump_additions(catalog),
        has_digest=any(list_months(catalog)),
    )


def dump_additions(catalog: Catalog) -> Markup:
    """Dump the ids of the latest additions as JSON, which a browser compares with those of its last visit."""
    latest = sort_by_added(list_core(catalog))[:MAX_ADDITIONS]
    return Markup(dump_json_for_html([entry.id for entry in latest]))


def _group_by_month(core: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The newest publications by the month of their date; only the year where no month is known."""
    newest = sort_newest_first(core)[:MAX_PUBLISHED]
    for month, entries in groupby(newest, lambda entry: (entry.date or "")[:7]):
        yield month or "Undated", list(entries)


def _group_by_day(core: Sequence[Entry]) -> Iterator[tuple[str, int, list[Entry]]]:
    """Each day, how many works were added on it, and those of them that are shown; the last day first."""
    left = MAX_ADDITIONS
    for day, added in groupby(sort_by_added(core), lambda entry: entry.added):
        entries = list(added)
        shown = entries[: min(left, MAX_CARDS_OF_DAY)]
        if not shown:
            return
        yield day, len(entries), shown
        left -= len(shown)
