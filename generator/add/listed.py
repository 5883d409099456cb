"""Find the entry that lists a work already."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.text import normalize_name


def describe_duplicate(data: dict[str, Any], catalog: Catalog) -> str | None:
    """A sentence that names the entry with the same identifier or title as `data`; None if there is none."""
    for entry in catalog:
        where = f"is listed already: {catalog.paths[entry.id]}"
        for row, id_ in entry.identifiers:
            if row.is_unique and row.normalize(data.get(row.field, "")) == row.normalize(id_):
                return f"the {row.name} `{id_}` {where}"
        titles = {normalize_name(title) for title in (entry.title, *entry.aliases)}
        if normalize_name(data.get("title", "")) in titles - {""}:
            return f"the title “{data['title']}” {where}"
    return None
