"""The tables of models and of datasets; background is marked, adjacent work is left out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry import quantities
from generator.entry.model import DataCard, Entry
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views import relations
from generator.views.licenses import find_access, list_licenses
from generator.views.order import sort_by_title, sort_newest_first
from generator.views.scopes import find_scope, find_scope_label
from generator.views.wording import find_card, format_size


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the page of models and the page of datasets."""
    entries = [entry for entry in catalog if find_scope(entry, catalog) != "adjacent"]
    models = [_model(entry, catalog) for entry in sort_newest_first(entries) if entry.model]
    data = [
        _data(entry, catalog) for entry in sort_by_title(entries) if find_card(entry, catalog) == "dataset"
    ]
    place = Place("models/")
    body = partial(render, "pages/models.html.j2", rows=models, **_counts(models), place=place)
    yield Page(place.address, "Models", "Models by encoder, base, training data and license.", body)
    place = Place("datasets/")
    body = partial(render, "pages/datasets.html.j2", rows=data, **_counts(data), place=place)
    yield Page(place.address, "Datasets", "Datasets and benchmarks by size, access and license.", body)


def _counts(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The numbers of rows of core work, and of the marked others."""
    others = sum(bool(row["scope"]) for row in rows)
    return {"core": len(rows) - others, "others": others}


def _model(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    card = entry.model
    assert card is not None
    return {
        "entry": entry,
        "scope": find_scope_label(entry, catalog),
        "card": card,
        "text_models": [name for name in (card.text_encoder, card.language_model) if name],
        "domain": catalog.label("domains", card.domain) if card.domain else "",
        "base": (card.base, catalog.work_label(card.base), card.base in catalog.entries)
        if card.base
        else None,
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "licenses": list_licenses(entry, catalog),
        "weights_access": _access(entry, "weights", catalog),
        "parameters": quantities.to_number(card.parameters) if card.parameters else "",
    }


def _data(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    users = relations.find_users(catalog, entry.id)
    card = entry.dataset
    return {
        "entry": entry,
        "scope": find_scope_label(entry, catalog),
        "kind": catalog.label("kinds", entry.kind),
        "card": card,
        "size": format_size(card, catalog) if card else "",
        "size_order": _first_count(card),
        "access": _access(entry, "data", catalog),
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "tasks": [catalog.label("tasks", slug) for slug in entry.tasks],
        "license": list_licenses(entry, catalog).get("data"),
        "trained": len(users.get("trained_on", ())),
        "evaluated": len(users.get("evaluated_on", ())),
    }


def _access(entry: Entry, part: str, catalog: Catalog) -> str:
    level = find_access(entry, part)
    return catalog.label("access_levels", level) if level else ""


def _first_count(card: DataCard | None) -> int | str:
    """The number by which a dataset is sorted: the first count of its entry."""
    return next((quantities.to_number(count) for count in card.counts.values()), "") if card else ""
