"""The names and identifiers of every entry as JSON, by which a page finds what is already in the list."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data.pieces import join_pieces
from generator.render.json_line import encode_line


def stream_names_json(catalog: Catalog) -> Iterator[str]:
    """Render one line for each entry.

    A line has id, title, name, identifiers, aliases, repositories, `distinct_from`, `formerly`, and the
    `settings` of a dataset or benchmark, null for other works.

    The identifiers are those that only one entry may have, by field, as `Identifier.normalize` returns them.
    """
    yield "[\n"
    yield from join_pieces((encode_line(_make_row(entry, catalog)) for entry in catalog), ",\n")
    yield "\n]\n"


def _make_row(entry: Entry, catalog: Catalog) -> list[object]:
    kind = catalog.vocabulary("kinds").get(entry.kind)
    return [
        entry.id,
        entry.title,
        entry.name or "",
        {row.field: row.normalize(id_) for row, id_ in entry.identifiers if row.is_unique},
        [*entry.aliases],
        [*entry.links.code],
        [*entry.distinct_from],
        [*entry.formerly],
        entry.settings if kind and kind.card == "dataset" else None,
    ]
