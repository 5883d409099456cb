"""The tables of models and of datasets, with filters; background is marked, adjacent work is left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry import quantities
from generator.entry.model import Entry
from generator.outputs.comparison_data import (
    COMPARISON_FILE,
    render_dataset_comparison,
    render_model_comparison,
)
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views import relations, table_filters
from generator.views.entry_texts import format_counts
from generator.views.licenses import find_access, list_licenses
from generator.views.numbers import results
from generator.views.scopes import find_scope_label
from generator.views.table_filters import TableFilter, find_counted
from generator.views.tabled import list_datasets, list_models

ROWS_BEFORE_FOLD = 50
"""How many rows a script shows at first, as a long table is slow on a phone."""

RowTerms = Mapping[str, Sequence[str]]


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the page of models and the page of datasets."""
    of_models, of_data = render_model_comparison, render_dataset_comparison
    yield _make_page("models", "Models by task, size, training data and license.", of_models, catalog)
    yield _make_page("datasets", "Datasets and benchmarks by size, access and license.", of_data, catalog)


def _make_page(
    name: str, description: str, compare: Callable[[Catalog], Mapping[str, str]], catalog: Catalog
) -> Page:
    place = Place(f"{name}/")
    head = partial(render, "pages/table_head.html.j2", place=place, most_rows=ROWS_BEFORE_FOLD)
    body = partial(_render_body, name, place, catalog)
    return Page(
        place.address, name.capitalize(), description, body, head, make_files=partial(compare, catalog)
    )


def _render_body(name: str, place: Place, catalog: Catalog) -> str:
    if name == "models":
        rows = [_describe_model(entry, catalog) for entry in list_models(catalog)]
        filters = table_filters.MODEL_FILTERS
    else:
        rows = [_describe_data(entry, catalog) for entry in list_datasets(catalog)]
        filters = table_filters.DATA_FILTERS
    terms = [_find_terms(row["entry"], filters, catalog) for row in rows]
    counted = find_counted(catalog)
    others = sum(bool(row["scope"]) for row in rows)
    return render(
        f"pages/{name}.html.j2",
        rows=[row | {"terms": _join(found)} for row, found in zip(rows, terms, strict=True)],
        filters=_list_controls(terms, filters, catalog),
        core=len(rows) - others,
        others=others,
        most_rows=ROWS_BEFORE_FOLD,
        comparison=COMPARISON_FILE,
        counted=counted.label if counted else "",
        place=place,
    )


def _find_terms(entry: Entry, filters: Sequence[TableFilter], catalog: Catalog) -> RowTerms:
    """The terms of a row by filter."""
    return {filter_.name: filter_.find_terms(entry, catalog) for filter_ in filters}


def _join(terms: RowTerms) -> dict[str, str]:
    """The terms of a row by filter, with spaces between, where there are any."""
    return {name: " ".join(found) for name, found in terms.items() if found}


def _list_controls(
    rows: Sequence[RowTerms], filters: Sequence[TableFilter], catalog: Catalog
) -> list[dict[str, Any]]:
    """The filters with the options that any row has."""
    found = []
    for filter_ in filters:
        options = table_filters.list_options(filter_, [terms[filter_.name] for terms in rows], catalog)
        found.append({"name": filter_.name, "label": filter_.label, "options": options})
    return [control for control in found if control["options"]]


def _describe_common(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    return {
        "entry": entry,
        "scope": find_scope_label(entry, catalog),
        "modalities": [catalog.label("modalities", slug) for slug in entry.modalities],
        "tasks": [catalog.label("tasks", slug) for slug in entry.tasks],
        "licenses": list_licenses(entry, catalog),
    }


def _describe_model(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    card = entry.model
    assert card is not None
    numbers = results.find_numbers_of_model(catalog, entry.id)
    return _describe_common(entry, catalog) | {
        "card": card,
        "text_models": [name for name in (card.text_encoder, card.language_model) if name],
        "domain": catalog.label("domains", card.domain) if card.domain else "",
        "base": (card.base, catalog.work_label(card.base), card.base in catalog.entries)
        if card.base
        else None,
        "weights_access": _find_access_label(entry, "weights", catalog),
        "parameters": quantities.to_number(card.parameters) if card.parameters else "",
        "results": len(numbers),
        "results_at": "printed" if any(number.source.id == entry.id for number in numbers) else "measured",
    }


def _describe_data(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    users = relations.find_users(catalog, entry.id)
    trained, evaluated = users.get("trained_on", ()), users.get("evaluated_on", ())
    card = entry.dataset
    return _describe_common(entry, catalog) | {
        "kind": catalog.label("kinds", entry.kind),
        "card": card,
        **_describe_size(entry, catalog),
        "access": _find_access_label(entry, "data", catalog),
        "trained": len(trained),
        "evaluated": len(evaluated),
        "users": len(relations.list_users(catalog, entry.id)),
        "results": len(results.group_by_benchmark(catalog).get(entry.id, ())),
    }


def _find_access_label(entry: Entry, part: str, catalog: Catalog) -> str:
    level = find_access(entry, part)
    return catalog.label("access_levels", level) if level else ""


def _describe_size(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    """The main count, with the number to sort by, and what else the dataset contains."""
    card, counted = entry.dataset, find_counted(catalog)
    main = card.counts.get(counted.slug) if card and counted else None
    others = [
        f"{number} {label[:1].lower()}{label[1:]}"
        for label, number in (format_counts(card, catalog) if card else ())
        if not (counted and label == counted.label)
    ]
    return {
        "count": quantities.format_count(main) if main else "",
        "count_order": quantities.to_number(main) if main else "",
        "contents": "; ".join(filter(None, (", ".join(others), card.size if card else ""))),
    }
