"""Pages at the former addresses of entries: each redirects to the current page."""

from collections.abc import Iterator
from functools import partial
from html import escape

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield one page for each former id of an entry."""
    for entry in catalog:
        for old in entry.formerly:
            place = Place(f"papers/{old}/")
            body = partial(render, "pages/moved.html.j2", entry=entry, place=place)
            description = f"This page has moved: {entry.label}."
            yield Page(
                place.address,
                entry.label,
                description,
                body,
                partial(_render_head, entry, place),
                is_listed=False,
            )


def _render_head(entry: Entry, place: Place) -> str:
    """A refresh without delay, which search engines treat as a permanent redirect."""
    address = escape(place.to(f"papers/{entry.id}/"))
    return f'<meta http-equiv="refresh" content="0; url={address}">\n<meta name="robots" content="noindex">'
