"""The short form of an entry that stands in every list of the site."""

from collections.abc import Iterable

from markupsafe import Markup

from generator import views
from generator.catalog import Catalog
from generator.model import Entry
from generator.outputs.site.page import Place
from generator.render.templates import render

MAX_TERMS = 4


def cards(entries: Iterable[Entry], catalog: Catalog, place: Place) -> Markup:
    """An ordered list of cards, as HTML."""
    rows = [_card(entry, catalog) for entry in entries]
    return Markup(render("pages/cards.html.j2", cards=rows, place=place))


def _card(entry: Entry, catalog: Catalog) -> dict[str, object]:
    terms = [("task", slug, catalog.label("tasks", slug)) for slug in entry.tasks]
    terms += [("modality", slug, catalog.label("modalities", slug)) for slug in entry.modalities]
    return {
        "entry": entry,
        "authors": views.first_authors(entry),
        "venue": views.venue(entry, catalog),
        "kind": catalog.label("kinds", entry.kind),
        "links": views.links(entry),
        "terms": terms[:MAX_TERMS],
    }
