"""The digests: a page for each month of the list, and their index."""

from collections.abc import Iterator
from functools import partial

from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import NOTHING_HAPPENED, Chronicle
from generator.entry.identifiers import ARXIV
from generator.entry.months import name_month
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.digest import Digest, list_digests
from generator.views.entry_texts import format_venue

MAX_OF_SECTION = 20
"""A month in which hundreds of works were added must not fill the page."""


def pages(catalog: Catalog, settings: Settings, chronicle: Chronicle = NOTHING_HAPPENED) -> Iterator[Page]:
    """Yield the index and the months; nothing where nothing happened yet."""
    digests = list_digests(catalog, chronicle)
    if not digests:
        return
    place = Place("digest/")
    body = partial(
        render,
        "pages/digests.html.j2",
        place=place,
        digests=digests,
        has_waiting=bool(chronicle.waiting.day),
        in_words=name_month,
    )
    yield Page(place.address, "Digest", "What was added to the list, month by month.", body)
    months = [digest.month for digest in digests]
    for number, digest in enumerate(digests):
        later = months[number - 1] if number else ""
        earlier = months[number + 1] if number + 1 < len(months) else ""
        yield _make_page(digest, later, earlier, catalog)


def _make_page(digest: Digest, later: str, earlier: str, catalog: Catalog) -> Page:
    place = Place(f"digest/{digest.month}/")
    body = partial(
        render,
        "pages/digest.html.j2",
        place=place,
        digest=digest,
        later=later,
        earlier=earlier,
        most=MAX_OF_SECTION,
        venue=partial(format_venue, catalog=catalog),
        address=ARXIV.url,
        in_words=name_month,
    )
    description = f"What was added to the list in {name_month(digest.month)}, published or withdrawn."
    return Page(place.address, f"Digest of {name_month(digest.month)}", description, body)
