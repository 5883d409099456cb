"""The page about the list: its content, how it is maintained, how to cite it, when it last changed."""

from collections.abc import Iterator
from functools import partial

from generator.catalog.catalog import Catalog
from generator.links.showing.health import find_newest_check
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.order import sort_by_added
from generator.views.scopes import list_core
from generator.views.sections import list_other_sections, list_sections


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield the one page; its date is that of the latest addition, so that no clock is read."""
    place = Place("about/")
    body = partial(_render_body, place, catalog, settings, observations)
    description = "What is in the list, how it is maintained and how to cite it."
    yield Page(place.address, "About the list", description, body, is_wide=False)


def _render_body(place: Place, catalog: Catalog, settings: Settings, observations: Observations) -> str:
    core = list_core(catalog)
    latest = sort_by_added(catalog)[:1]
    return render(
        "pages/about.html.j2",
        place=place,
        settings=settings,
        sections=[*list_sections(catalog), *list_other_sections(catalog)],
        count=len(core),
        others=len(catalog.entries) - len(core),
        checked=find_newest_check(catalog, observations.state),
        changed=latest[0].added if latest else "",
    )
