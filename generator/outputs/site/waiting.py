"""The page "Waiting to be read": the candidates, as a plain list that is no part of the catalog."""

from collections.abc import Iterator
from functools import partial

from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import NOTHING_HAPPENED, Chronicle
from generator.entry.identifiers import ARXIV
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.digest import list_waiting

ADDRESS = "waiting/"


def pages(catalog: Catalog, settings: Settings, chronicle: Chronicle = NOTHING_HAPPENED) -> Iterator[Page]:
    """Yield the one page, once candidates were searched for; search engines are not sent to it."""
    if not chronicle.waiting.day:
        return
    days = list_waiting(catalog, chronicle)
    place = Place(ADDRESS)
    body = partial(
        render,
        "pages/waiting.html.j2",
        place=place,
        searched=chronicle.waiting.day,
        days=days,
        count=sum(len(found) for _, found in days),
        address=ARXIV.url,
        section=partial(catalog.label, "sections"),
    )
    description = "New works that were found automatically and that nobody has read for the list yet."
    yield Page(place.address, "Waiting to be read", description, body, is_listed=False)
