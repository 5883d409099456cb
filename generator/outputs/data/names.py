"""What every entry goes by, as JSON: so that a page can tell at once what is listed already."""

import json
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data.pieces import separated


def document(catalog: Catalog) -> Iterator[str]:
    """One line an entry: id, title, name, identifiers, aliases, repositories, `distinct_from`, `formerly`.

    Identifiers are those that one entry alone may have, by their fields, as `Identifier.key` has them.
    """
    yield "[\n"
    yield from separated((json.dumps(_row(entry), ensure_ascii=False) for entry in catalog), ",\n")
    yield "\n]\n"


def _row(entry: Entry) -> list[object]:
    return [
        entry.id,
        entry.title,
        entry.name or "",
        {row.field: row.normalize(id_) for row, id_ in entry.identifiers if row.is_unique},
        [*entry.aliases],
        [*entry.links.code],
        [*entry.distinct_from],
        [*entry.formerly],
    ]
