"""CSL-JSON, which citation processors such as Pandoc and Zotero read."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.people import PersonName
from generator.outputs.data.pieces import join_pieces
from generator.render.json_line import encode_line
from generator.views.citation import Citation, cite_entry

_TYPES = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "preprint": "article",
    "dataset": "dataset",
    "other": "document",
}


def stream_csl(entries: Iterable[Entry], catalog: Catalog) -> Iterator[str]:
    """Render an array with one item for each entry, in their order, one on each line."""
    yield "[\n"
    yield from join_pieces((catalog.make_once(render_csl_item, entry) for entry in entries), ",\n")
    yield "\n]\n"


def render_csl_item(entry: Entry, catalog: Catalog) -> str:
    """Render the item of one entry; its id is the id of the entry."""
    return encode_line(_make_item(cite_entry(entry, catalog)))


def _make_item(cited: Citation) -> dict[str, Any]:
    is_part = cited.kind in ("journal", "conference")
    values = {
        "id": cited.id,
        "type": _TYPES[cited.kind],
        "title": cited.title,
        "title-short": cited.short_title,
        "author": _list_authors(cited),
        "container-title": cited.container if is_part else "",
        "collection-title": cited.series,
        "volume": cited.volume,
        "issue": cited.number,
        "page": "-".join(filter(None, cited.pages)),
        "page-first": cited.pages[0],
        "publisher": "" if is_part else cited.container,
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        **{key: text.format(id_) for row, id_ in cited.identifiers for key, text in row.csl},
        "URL": cited.url,
        "keyword": ", ".join(cited.keywords),
    }
    return {key: value for key, value in values.items() if value}


def _list_authors(cited: Citation) -> list[dict[str, str]]:
    # The format has no mark for unnamed authors; Pandoc writes and reads this one.
    others = [{"literal": "others"}] if cited.has_more_authors else []
    return [*map(_name, cited.authors), *others]


def _name(name: PersonName) -> dict[str, str]:
    if name.literal:
        return {"literal": name.family}
    values = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: value for key, value in values.items() if value}
