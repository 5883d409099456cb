"""Find the entry that lists a work already."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import IDENTIFIERS
from generator.text import normalize_name


def describe_duplicate(data: dict[str, Any], catalog: Catalog) -> str | None:
    """A sentence that names the entry with the same identifier or title as `data`; None if there is none."""
    by_identifier = catalog.index(_by_identifier)
    for row in IDENTIFIERS:
        id_ = data.get(row.field, "")
        if listed := by_identifier.get((row.field, row.normalize(id_))):
            return f"the {row.name} `{id_}` is listed already: {catalog.paths[listed]}"
    title = data.get("title", "")
    if listed := catalog.index(_by_title).get(normalize_name(title)):
        return f"the title “{title}” is listed already: {catalog.paths[listed]}"
    return None


def _by_identifier(catalog: Catalog) -> dict[tuple[str, str], str]:
    """The id of the entry that has an identifier which only one entry may have."""
    found: dict[tuple[str, str], str] = {}
    for entry in catalog:
        for row, id_ in entry.identifiers:
            if row.is_unique:
                found.setdefault((row.field, row.normalize(id_)), entry.id)
    return found


def _by_title(catalog: Catalog) -> dict[str, str]:
    """The id of the entry that has a title or an alias, by its normalized form."""
    found: dict[str, str] = {}
    for entry in catalog:
        for title in filter(None, map(normalize_name, (entry.title, *entry.aliases))):
            found.setdefault(title, entry.id)
    return found
