"""The parts of the list, which are sections and tables, and the table of contents over them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.entry.model import Entry
from generator.render import markdown
from generator.views.sections import Section

MAX_PAGE_BYTES = 480_000
"""GitHub silently cuts a README after 512,000 bytes, and shows other pages above that size as plain text."""

_NOT_IN_CONTENTS = frozenset({"Contributing", "Footnotes", "Related Lists"})
"""awesome-lint demands that sections with these names are not in the contents."""

Heading = tuple[str, int | None, int]
"""Label, number of entries below it, and depth below the sections."""


@dataclass(frozen=True, slots=True)
class ReadmePart:
    """A section or a table, which has a list of its own."""

    label: str
    file: str
    entries: Sequence[Entry]
    section: Section | None = None
    table: str = ""
    """The name of its template; empty where it is no table."""
    text: str = ""
    """What README.md shows of it."""
    is_cut: bool = False
    """Whether README.md has no room for more than its newest entries."""

    @property
    def count(self) -> int:
        """The number of its entries."""
        return len(self.entries)

    @property
    def is_apart(self) -> bool:
        """Whether its entries are no core work, so that README.md only links to them."""
        return self.section is not None and self.section.scope != "core"

    def headings(self) -> Iterator[Heading]:
        """Yield its own heading, and the headings below it that are in README.md."""
        yield self.label, self.count, 0
        if self.section and not self.is_cut:
            yield from _list_below(self.section, 1)


def _list_below(section: Section, depth: int) -> Iterator[Heading]:
    for child in section.children:
        yield child.term.label, child.count, depth
        yield from _list_below(child, depth + 1)


def is_too_long(text: str) -> bool:
    """Whether GitHub might not show all of a page with `text`."""
    return len(text.encode()) > MAX_PAGE_BYTES


def keep_entries(section: Section, ids: Collection[str]) -> Section:
    """Keep the entries of `section` whose ids are among `ids`, and the subsections that have any."""
    children = (keep_entries(child, ids) for child in section.children)
    return replace(
        section,
        entries=tuple(entry for entry in section.entries if entry.id in ids),
        children=tuple(child for child in children if child.count),
    )


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the table of contents."""

    label: str
    anchor: str
    count: int | None
    depth: int


def build_contents(
    title: str, before: Sequence[str], parts: Sequence[ReadmePart], after: Sequence[str]
) -> list[ContentsRow]:
    """Build the contents of the page `title` from its headings: `before`, the parts and `after`.

    The contents are two levels deep. Deeper headings have no row, but they count where GitHub
    numbers equal anchors.
    """
    headings: list[Heading] = [(label, None, 0) for label in before]
    headings += [heading for part in parts for heading in part.headings()]
    headings += [(label, None, 0) for label in after]
    anchors = markdown.list_anchors([title, "Contents", *(label for label, _, _ in headings)])[2:]
    rows = []
    is_listed = True
    for (label, count, depth), anchor in zip(headings, anchors, strict=True):
        if depth == 0:
            is_listed = label not in _NOT_IN_CONTENTS
        if is_listed and depth < 2:
            rows.append(ContentsRow(label, anchor, count, depth))
    return rows
