"""The data of the browse page: all entries, newest first, in chunks whose names tell their content."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator import facets, views
from generator.catalog import Catalog
from generator.model import OTHERS, Entry

FOLDER = "browse/data/"
PER_CHUNK = 500


def chunks(catalog: Catalog) -> Mapping[str, str]:
    """The text of each chunk by its address from the site's root, in the order of the entries."""
    return catalog.index(_chunks)


def _chunks(catalog: Catalog) -> dict[str, str]:
    entries = views.by_date(catalog)
    found = {}
    for first in range(0, len(entries), PER_CHUNK):
        text = _text([_row(entry, catalog) for entry in entries[first : first + PER_CHUNK]])
        found[f"{FOLDER}{first // PER_CHUNK}-{sha256(text.encode()).hexdigest()[:12]}.json"] = text
    return found


def _text(rows: list[dict[str, Any]]) -> str:
    # By column: equal keys and alike values stand together, which compresses by a third better.
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _row(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "name": entry.name or "",
        "aliases": entry.aliases,
        "authors": [name for name in entry.authors if name != OTHERS],
        "others": int(OTHERS in entry.authors),
        "date": entry.date or "",
        "place": views.venue(entry, catalog),
        "summary": entry.summary or "",
        "keywords": entry.keywords,
        "arxiv": entry.arxiv or "",
        "doi": entry.doi or "",
        "links": entry.links.model_dump(exclude_defaults=True),
        "highlight": int(entry.highlight),
        "status": "" if entry.status == "active" else entry.status,
        "added": entry.added,
        **{facet.name: facets.slugs(facet, entry, catalog) for facet in facets.TERMS},
    }
