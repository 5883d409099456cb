"""The tables of models and of data sets."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views import relations
from generator.views.order import by_date, by_title
from generator.views.wording import card_of

_FACTORS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(k|thousand|million|m|billion|b)?\b", re.IGNORECASE)


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """The page of models and the page of data sets."""
    models = [_model(entry, catalog) for entry in by_date(catalog) if entry.model]
    data = [_data(entry, catalog) for entry in by_title(catalog) if card_of(entry, catalog) == "dataset"]
    place = Place("models/")
    body = partial(render, "pages/models.html.j2", rows=models, place=place)
    yield Page(place.address, "Models", "Models by encoder, base, training data and licence.", body)
    place = Place("datasets/")
    body = partial(render, "pages/datasets.html.j2", rows=data, place=place)
    yield Page(place.address, "Data sets", "Data sets and benchmarks by size, access and licence.", body)


def _model(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    card = entry.model
    assert card is not None
    return {
        "entry": entry,
        "card": card,
        "text_models": [name for name in (card.text_encoder, card.language_model) if name],
        "domain": catalog.label("domains", card.domain) if card.domain else "",
        "base": (card.base, catalog.work_label(card.base), card.base in catalog.entries)
        if card.base
        else None,
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "license": entry.license,
        "parameters": magnitude(card.parameters),
    }


def _data(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    users = relations.users(catalog, entry.id)
    card = entry.dataset
    return {
        "entry": entry,
        "kind": catalog.label("kinds", entry.kind),
        "card": card,
        "size": magnitude(card.size if card else None),
        "access": catalog.label("access_levels", card.access) if card and card.access else "",
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "tasks": [catalog.label("tasks", slug) for slug in entry.tasks],
        "license": entry.license.data if entry.license else None,
        "trained": len(users.get("trained_on", ())),
        "evaluated": len(users.get("evaluated_on", ())),
    }


def magnitude(text: str | None) -> str:
    """The first amount in `text` as a plain number to sort by: `1.6 million pairs` is 1600000."""
    match = _AMOUNT.search(text or "")
    if not match:
        return ""
    amount = float(match[1].replace(",", "")) * _FACTORS.get((match[2] or "").lower(), 1)
    return f"{amount:.0f}"
