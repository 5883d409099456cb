"""The sections and tables of README.md, and the table of contents over them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.entry.model import Entry
from generator.render import markdown
from generator.views.sections import Section

MAX_PAGE_BYTES = 480_000
"""GitHub shows the first 512,000 bytes of a README and drops the rest without a word; other pages of
more than that it shows as plain text."""

_NOT_IN_CONTENTS = frozenset({"Contributing", "Footnotes", "Related Lists"})
"""awesome-lint wants a section with one of these names left out of the contents."""

Heading = tuple[str, int | None, int]
"""Its label, the number of entries below it, and its depth below the sections."""


@dataclass(frozen=True, slots=True)
class ReadmePart:
    """A section or a table under its own heading."""

    label: str
    file: str
    """Where it stands instead, once README has no room for it."""
    entries: Sequence[Entry]
    section: Section | None = None
    table: str = ""
    """The name of its template, where it is a table."""
    body: str = ""
    stub: str = ""
    """What is left of it in README, once it has moved."""

    @property
    def count(self) -> int:
        """How many entries it has."""
        return len(self.entries)

    @property
    def text(self) -> str:
        """What README says of it."""
        return self.stub or self.body

    def headings(self) -> Iterator[Heading]:
        """Its own heading, and those below that stand in README."""
        yield self.label, self.count, 0
        if self.section and not self.stub:
            yield from _below(self.section, 1)


def _below(section: Section, depth: int) -> Iterator[Heading]:
    for child in section.children:
        yield child.term.label, child.count, depth
        yield from _below(child, depth + 1)


def is_too_long(text: str) -> bool:
    """Whether GitHub might not show all of a page that holds `text`."""
    return len(text.encode()) > MAX_PAGE_BYTES


def keep_entries(section: Section, ids: Collection[str]) -> Section:
    """`section` with those of its entries whose ids are among `ids`, and the sections below it with some."""
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
    """The contents of a page `title`: the template's headings before the parts, the parts, those after.

    It is two deep; headings below have no row, but count where GitHub numbers equal anchors.
    """
    headings: list[Heading] = [(label, None, 0) for label in before]
    headings += [heading for part in parts for heading in part.headings()]
    headings += [(label, None, 0) for label in after]
    anchors = markdown.list_anchors([title, "Contents", *(label for label, _, _ in headings)])[2:]
    rows = []
    wanted = True
    for (label, count, depth), anchor in zip(headings, anchors, strict=True):
        if depth == 0:
            wanted = label not in _NOT_IN_CONTENTS
        if wanted and depth < 2:
            rows.append(ContentsRow(label, anchor, count, depth))
    return rows
