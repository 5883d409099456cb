"""Which new works a maintainer need not see: they are listed, declined, or proposed and still open."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalog.catalog import Catalog
from generator.discover.record import Record
from generator.entry.identifiers import ARXIV, DOI
from generator.text import normalize_name

_ID = re.compile(r"(?<![\d.])\d{4}\.\d{4,5}(?![\d.]*\d)")
_MIN_TITLE = 12
"""A shorter alias is a name, which another work may have too."""


@dataclass(frozen=True)
class KnownWorks:
    """Finds the entry of a record: by arXiv id, DOI, title, or an alias that is a title."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    by_title: Mapping[str, str] = field(default_factory=dict)

    def find(self, record: Record) -> str | None:
        """Return the id of the entry of the work, or None."""
        ids = (record.id, DOI.normalize(record.doi)) if record.doi else (record.id,)
        listed = (self.by_id.get(id_) for id_ in ids)
        return next(filter(None, listed), None) or self.by_title.get(normalize_name(record.title))


def index_known_works(catalog: Catalog) -> KnownWorks:
    """Index the identifiers, titles and aliases of all entries."""
    by_id: dict[str, str] = {}
    by_title: dict[str, str] = {}
    for entry in catalog:
        for row, id_ in entry.identifiers:
            if row in (ARXIV, DOI):
                by_id.setdefault(row.normalize(id_), entry.id)
        for title in (entry.title, *entry.aliases):
            name = normalize_name(title)
            if title == entry.title or len(name) >= _MIN_TITLE:
                by_title.setdefault(name, entry.id)
    return KnownWorks(by_id, by_title)


def find_ids(text: str) -> set[str]:
    """Return the arXiv ids that `text` names, such as the text of open pull requests."""
    return set(_ID.findall(text))


def drop_handled(records: Iterable[Record], handled: set[str]) -> list[Record]:
    """Return the records whose arXiv id or DOI is not among `handled`."""
    return [one for one in records if one.id not in handled and (not one.doi or one.doi not in handled)]
