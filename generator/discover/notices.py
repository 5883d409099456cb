"""What new records say about listed works: published, renamed, or followed by a new version."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.discover.left_out import index_known_works
from generator.discover.ranking import describe_venue
from generator.discover.record import Record
from generator.entry.identifiers import DOI
from generator.entry.model import Entry
from generator.links.compare.authors import share_outer_surname
from generator.links.compare.titles import TitleLikeness, compare_titles
from generator.text import fold, normalize_name

_NUMBERED = re.compile(
    r"(?P<base>.*?[^\W\d_])[\s_-]*v?(?P<number>\d+(?:\.\d+)*|\++|plus|pro|next)?", re.IGNORECASE
)
_NAME = re.compile(r"^(?P<name>[^:]{2,60}?):\s")
_DATA_KINDS = ("dataset", "benchmark")


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened to the listed work `entry`, by the record `id` of arXiv."""

    kind: str
    """`published`, `renamed`, `successor` or `dataset`."""
    entry: str
    id: str
    text: str


def find_notices(records: Iterable[Record], catalog: Catalog) -> list[Notice]:
    """Return what the records say about listed works, in the order of kinds and entries."""
    known, named = index_known_works(catalog), _index_names(catalog)
    found: list[Notice] = []
    for record in records:
        if owner := known.find(record):
            found += _compare(record, catalog.entries[owner], catalog)
        else:
            found += _find_successors(record, named)
    return sorted(set(found), key=lambda notice: (notice.kind, notice.entry, notice.id))


def _compare(record: Record, entry: Entry, catalog: Catalog) -> Iterator[Notice]:
    if not entry.venue and not entry.doi:
        if record.doi and not DOI.find_error(record.doi):
            yield Notice("published", entry.id, record.id, f"published as {record.doi}")
        elif venue := describe_venue(record, catalog):
            yield Notice("published", entry.id, record.id, f"accepted by {venue}")
    titles = (entry.title, *entry.aliases)
    is_preprint = entry.arxiv == record.id
    if is_preprint and all(compare_titles(title, record.title) < TitleLikeness.SIMILAR for title in titles):
        yield Notice("renamed", entry.id, record.id, record.title)


def _index_names(catalog: Catalog) -> Mapping[str, list[tuple[str, Entry]]]:
    """Index entries by the name without its number, with the number."""
    found: dict[str, list[tuple[str, Entry]]] = {}
    for entry in catalog:
        for name in {entry.name, read_name(entry.title)} - {None, ""}:
            base, number = split_number(name or "")
            found.setdefault(base, []).append((number, entry))
    return found


def _find_successors(record: Record, named: Mapping[str, list[tuple[str, Entry]]]) -> Iterator[Notice]:
    base, number = split_number(read_name(record.title))
    if not base:
        return
    for other, entry in named.get(base, ()):
        if number != other and number and share_outer_surname(entry.authors, record.authors):
            kind = "dataset" if entry.kind in _DATA_KINDS else "successor"
            yield Notice(kind, entry.id, record.id, record.title)


def read_name(title: str) -> str:
    """Return the name with which a title begins, `FilmNet 2` in `FilmNet 2: Sound`, or an empty text."""
    match = _NAME.match(title)
    return match["name"].strip() if match else ""


def split_number(name: str) -> tuple[str, str]:
    """Split a name into what stays and its number.

    >>> split_number("FilmNet-v2"), split_number("FilmNet")
    (('filmnet', '2'), ('filmnet', ''))
    """
    match = _NUMBERED.fullmatch(name.strip())
    if not match:
        return normalize_name(name), ""
    return normalize_name(match["base"]), fold(match["number"] or "")
