"""Render the files of the full lists and tables, each short enough for GitHub to show it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.entry.model import Entry
from generator.outputs.readme.part_writer import PartWriter
from generator.outputs.readme.parts import ReadmePart, is_too_long

_Key = Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class _Page:
    label: str
    path: str
    entries: Sequence[Entry]
    above: tuple[str, str]
    """Label and address of the page above it."""

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


def render_list_files(
    part: ReadmePart, writer: PartWriter, above: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Render `part` as one file or, where that is too long, as one file for each year or month.

    An entry is in the file of its own date, so that a new entry changes no other file.
    """
    yield from _render_files(
        part, _Page(part.label, part.file, part.entries, above), writer, (_find_year, _find_month)
    )


def _render_files(
    part: ReadmePart, page: _Page, writer: PartWriter, keys: Sequence[_Key]
) -> Iterator[tuple[str, str]]:
    text = writer.render_entries(part, page.entries)
    text = writer.render("list.md.j2", part=part, page=page, text=text, pieces=())
    if not (keys and is_too_long(text)):
        yield page.path, text
        return
    pieces = _cut_page(part, page, keys[0])
    yield page.path, writer.render("list.md.j2", part=part, page=page, text="", pieces=pieces)
    for piece in pieces:
        yield from _render_files(part, piece, writer, keys[1:])


def _cut_page(part: ReadmePart, page: _Page, key: _Key) -> list[_Page]:
    """The pages of the years or months in `page`, newest first."""
    found: dict[str, list[Entry]] = {}
    for entry in page.entries:
        found.setdefault(key(entry), []).append(entry)
    stem = part.file.removesuffix(".md")
    return [
        _Page(f"{part.label}, {when}", f"{stem}.{when}.md", found[when], (page.label, page.name))
        for when in sorted(found, key=lambda when: (when[0].isdigit(), when), reverse=True)
    ]


def _find_year(entry: Entry) -> str:
    return entry.date[:4] if entry.date else "undated"


def _find_month(entry: Entry) -> str:
    """The month or, where it is not known, the year with the first letter of the id, which never changes."""
    return entry.date[:7] if entry.date and len(entry.date) > 4 else f"{_find_year(entry)}-{entry.id[0]}"
