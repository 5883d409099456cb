"""What every entry goes by, as JSON: so that a page can tell at once what is listed already."""

import json

from generator.catalog import Catalog
from generator.model import Entry


def document(catalog: Catalog) -> str:
    """One line an entry: id, title, name, arXiv id, DOI, other names, code repositories, `distinct_from`."""
    lines = (json.dumps(_row(entry), ensure_ascii=False) for entry in catalog)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _row(entry: Entry) -> list[object]:
    return [
        entry.id,
        entry.title,
        entry.name or "",
        entry.arxiv or "",
        entry.doi or "",
        [*entry.aliases],
        [*entry.links.code],
        [*entry.distinct_from],
    ]
