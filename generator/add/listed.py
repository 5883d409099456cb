"""Find the entry that lists a work already."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.text import key


def describe_duplicate(data: dict[str, Any], catalog: Catalog) -> str | None:
    """A sentence that names the entry with the same identifier or title as `data`; None if there is none."""
    for entry in catalog:
        where = f"is listed already: {catalog.paths[entry.id]}"
        for row, id_ in entry.identifiers:
            if row.is_unique and row.key(data.get(row.field, "")) == row.key(id_):
                return f"the {row.name} `{id_}` {where}"
        titles = {key(title) for title in (entry.title, *entry.aliases)}
        if key(data.get("title", "")) in titles - {""}:
            return f"the title “{data['title']}” {where}"
    return None
