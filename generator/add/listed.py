"""Find the entry that a work has already."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.text import key


def listed(data: dict[str, Any], catalog: Catalog) -> str | None:
    """What `data` shares with an entry that one work has for its own, in a sentence, or None."""
    for entry in catalog:
        where = f"is listed already: {catalog.paths[entry.id]}"
        for row, id_ in entry.identifiers:
            if row.is_unique and row.key(data.get(row.field, "")) == row.key(id_):
                return f"the {row.name} `{id_}` {where}"
        titles = {key(title) for title in (entry.title, *entry.aliases)}
        if key(data.get("title", "")) in titles - {""}:
            return f"the title “{data['title']}” {where}"
    return None
