"""The page with the form for a new entry."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import FOR_PAGES_ONLY, Vocabulary
from generator.outputs.site.contribute.facts import collect_facts
from generator.outputs.site.contribute.fields import FIELD_GROUPS
from generator.outputs.site.contribute.services import (
    ASKED_SERVICES,
    list_asked_hosts,
    list_asked_origins,
)
from generator.outputs.site.page import Page, Place
from generator.render.json_in_html import dump_json_for_html
from generator.render.templates import render
from generator.settings import Settings


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the one page."""
    place = Place("contribute/")
    yield Page(
        place.address,
        "Contribute",
        "Add a paper to the list in a minute.",
        partial(render, "pages/contribute.html.j2", **_collect_content(place, settings, catalog)),
        partial(render, "pages/contribute_head.html.j2", place=place),
        connections=list_asked_origins(),
    )


def _collect_content(place: Place, settings: Settings, catalog: Catalog) -> dict[str, Any]:
    """What the page shows, by the name that its template gives it."""
    titles = [service.title for service in ASKED_SERVICES.values()]
    return {
        "place": place,
        "groups": FIELD_GROUPS,
        "terms": {
            name: _list_options(vocabulary)
            for name, vocabulary in catalog.vocabularies.items()
            if name not in FOR_PAGES_ONLY
        },
        "repo_url": settings.repo_url,
        "services": list(zip(titles, list_asked_hosts(), strict=True)),
        "facts": Markup(dump_json_for_html(collect_facts(place, settings, catalog))),
    }


def _list_options(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "written": vocabulary.entry_value(term),
            "label": term.label,
            "hint": term.description or term.name,
            "depth": len(vocabulary.ancestors(term.slug)),
        }
        for term in vocabulary
    ]
