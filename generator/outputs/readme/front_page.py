"""README.md itself: the newest works in full, then one short line for each core work by section."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.catalog.catalog import Catalog
from generator.outputs.readme.part_writer import PartWriter
from generator.outputs.readme.parts import ReadmePart, build_contents, is_too_long
from generator.settings import Settings
from generator.text import slugify
from generator.views.order import list_newest_first, sort_newest_first
from generator.views.scopes import keep_core

README = "README.md"

NEWEST_IN_README = 10
NEWEST_PER_SECTION = 10
"""How many lines are left of a section that has no room for all of them."""


class FrontPage:
    """Renders README.md of one catalog, which links to `tables` and `others`."""

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        writer: PartWriter,
        tables: Sequence[ReadmePart],
        others: Sequence[ReadmePart],
    ) -> None:
        self._settings, self._writer = settings, writer
        self._tables, self._others = tables, others
        self._count = len(catalog.entries)
        core = keep_core(list_newest_first(catalog), catalog)
        self._core_count, self._newest = len(core), core[:NEWEST_IN_README]
        self._year = max((entry.added[:4] for entry in core), default="")

    def render(self, sections: Sequence[ReadmePart]) -> str:
        """Render the page; while it is too long, the largest section keeps only its newest lines."""
        for parts in self._list_layouts(sections):
            page = self._render_page(parts)
            if not is_too_long(page):
                break
        return page

    def _list_layouts(self, sections: Sequence[ReadmePart]) -> Iterator[list[ReadmePart]]:
        """Yield the sections in one layout after the other, each shorter than the one before."""
        parts = [replace(part, text=self._writer.render_short_lines(part)) for part in sections]
        yield parts
        for largest in sorted(parts, key=lambda part: len(part.text), reverse=True):
            parts = [self._cut(part) if part is largest else part for part in parts]
            yield parts

    def _cut(self, part: ReadmePart) -> ReadmePart:
        newest = sort_newest_first(part.entries)[:NEWEST_PER_SECTION]
        return replace(part, text=self._writer.render_newest(part, newest), is_cut=True)

    def _render_page(self, parts: Sequence[ReadmePart]) -> str:
        return self._writer.render(
            "readme.md.j2",
            parts=parts,
            tables=self._tables,
            others=self._others,
            count=self._core_count,
            others_count=self._count - self._core_count,
            newest=self._writer.list_lines(self._newest),
            key=slugify(self._settings.name),
            year=self._year,
            contents=lambda before, after: build_contents(self._settings.name, before, parts, after),
        )
