"""The works in the tables of models and of datasets; adjacent work is in neither."""

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.order import sort_by_title, sort_newest_first
from generator.views.scopes import find_scope


def list_models(catalog: Catalog) -> list[Entry]:
    """List the works with a model card, newest first."""
    return sort_newest_first(entry for entry in _list_near(catalog) if entry.model)


def list_datasets(catalog: Catalog) -> list[Entry]:
    """List the works whose kind is in the table of datasets, by name."""
    return sort_by_title(entry for entry in _list_near(catalog) if find_card(entry, catalog) == "dataset")


def find_card(entry: Entry, catalog: Catalog) -> str | None:
    """Find the table that entries of this kind are in: `model`, `dataset` or None."""
    kind = catalog.vocabulary("kinds").get(entry.kind)
    return kind.card if kind else None


def _list_near(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog if find_scope(entry, catalog) != "adjacent"]
