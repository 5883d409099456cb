"""RIS, which every reference manager reads."""

from collections.abc import Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.people import PersonName
from generator.outputs.data.pieces import join_pieces
from generator.views.citation import Citation, cite_entry

# The format has no type for a preprint; an unpublished work is the nearest.
_TYPES = {"journal": "JOUR", "conference": "CONF", "preprint": "UNPB", "dataset": "DATA", "other": "GEN"}
_CONTAINERS = {"journal": ("T2",), "conference": ("T2", "C3")}


def stream_ris(entries: Iterable[Entry], catalog: Catalog) -> Iterator[str]:
    """Render the records of `entries` in their order."""
    return join_pieces((catalog.make_once(render_ris_record, entry) for entry in entries), "\n")


def render_ris_record(entry: Entry, catalog: Catalog) -> str:
    """Render the record of one entry; its ID is the id of the entry."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _list_lines(cite_entry(entry, catalog)))


def _list_lines(cited: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[cited.kind]
    yield "ID", cited.id
    yield "TI", cited.title
    if cited.short_title:
        yield "ST", cited.short_title
    yield from (("AU", _name(name)) for name in cited.authors)
    if cited.container:
        yield from ((tag, cited.container) for tag in _CONTAINERS.get(cited.kind, ("PB",)))
    yield from ((tag, text) for tag, text in _list_parts(cited) if text)
    if cited.date:
        yield "PY", f"{cited.date[0]:04}"
        yield "DA", _format_date(cited.date)
    tags = [(tag, text.format(id_)) for row, id_ in cited.identifiers for tag, text in row.ris]
    yield from dict(reversed(tags)).items()  # a tag has one value: that of the preferred identifier
    if cited.url:
        yield "UR", cited.url
    yield from (("KW", keyword) for keyword in cited.keywords)
    yield "ER", ""


def _list_parts(cited: Citation) -> Iterator[tuple[str, str]]:
    """Where in its container the work is."""
    yield "T3", cited.series
    yield "VL", cited.volume
    yield "IS", cited.number
    yield from zip(("SP", "EP"), cited.pages, strict=True)


def _name(name: PersonName) -> str:
    return ", ".join(filter(None, (name.last, name.given, name.suffix)))


def _format_date(date: tuple[int, ...]) -> str:
    """Year, month and day, each with its slash; empty where not known."""
    parts = [f"{date[0]:04}", *(f"{part:02}" for part in date[1:]), "", ""]
    return "/".join(parts[:3]) + "/"
