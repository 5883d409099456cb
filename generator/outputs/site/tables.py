"""The tables of models and of data sets."""

from collections.abc import Iterator
from typing import Any

from generator import relations, views
from generator.catalog import Catalog
from generator.model import Entry
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """The page of models and the page of data sets."""
    models = [_model(entry, catalog) for entry in views.by_date(catalog) if entry.model]
    data = [_data(entry, catalog) for entry in views.by_title(catalog) if views.card(entry, catalog) == "dataset"]
    place = Place("models/")
    body = render("pages/models.html.j2", rows=models, place=place)
    yield Page(place.address, "Models", "Models by encoder, base, training data and licence.", body)
    place = Place("datasets/")
    body = render("pages/datasets.html.j2", rows=data, place=place)
    yield Page(place.address, "Data sets", "Data sets and benchmarks by size, access and licence.", body)


def _model(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    card = entry.model
    assert card is not None
    return {
        "entry": entry,
        "card": card,
        "domain": catalog.label("domains", card.domain) if card.domain else "",
        "base": (card.base, catalog.work_label(card.base), card.base in catalog.entries) if card.base else None,
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "license": entry.license,
    }


def _data(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    users = relations.users(catalog, entry.id)
    card = entry.dataset
    return {
        "entry": entry,
        "kind": catalog.label("kinds", entry.kind),
        "card": card,
        "access": catalog.label("access_levels", card.access) if card and card.access else "",
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "tasks": [catalog.label("tasks", slug) for slug in entry.tasks],
        "license": entry.license.data if entry.license else None,
        "trained": len(users.get("trained_on", ())),
        "evaluated": len(users.get("evaluated_on", ())),
    }
