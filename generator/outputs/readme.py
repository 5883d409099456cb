"""README.md, the list as GitHub shows it; where it grows too long, `lists/` takes parts of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.outputs.readme_lint import exceptions
from generator.outputs.readme_lists import files
from generator.outputs.readme_parts import Part, contents, is_too_long
from generator.outputs.readme_text import Form, PartWriter
from generator.settings import Settings
from generator.text import slugify
from generator.views.order import by_added, by_date, by_title
from generator.views.sections import list_sections
from generator.views.wording import card_of

README = "README.md"
LISTS = "lists"

NEWEST = 10
NEWEST_OF_SECTION = 5


def texts(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """README.md with every entry or, where that would be too long, with lists beside it."""
    page = _Readme(catalog, settings, root)
    for parts in _layouts(page):
        readme = page.text(parts)
        if not is_too_long(readme):
            break
    return {README: readme} | dict(file for part in parts if part.stub for file in page.files(part))


def _layouts(page: "_Readme") -> Iterator[list[Part]]:
    """The parts of README, shorter each time.

    First the tables move out, since they repeat what stands in the lines; then the lines grow
    shorter; then the sections move too, the largest first.
    """
    sections = page.sections("full")
    if not is_too_long("".join(section.body for section in sections)):
        yield [*sections, *page.tables()]
        yield [*sections, *page.moved_tables]
    sections = page.sections("short")
    parts = [*sections, *page.moved_tables]
    yield parts
    for largest in sorted(sections, key=lambda part: len(part.body), reverse=True):
        parts = [page.moved(part) if part is largest else part for part in parts]
        yield parts


class _Readme:
    """README.md of one catalogue, part by part."""

    def __init__(self, catalog: Catalog, settings: Settings, root: Path) -> None:
        self._catalog, self._settings = catalog, settings
        self._writer = PartWriter(catalog, settings, root)
        self._sections = list_sections(catalog)
        self._newest = by_added(catalog)[:NEWEST]
        self._exceptions = exceptions(catalog)

    def sections(self, form: Form) -> list[Part]:
        """The sections with lines of `form`."""
        return [
            Part(
                section.term.label,
                f"{LISTS}/{section.term.slug}.md",
                tuple(section.all_entries()),
                section=section,
                body=self._writer.section(section, form, level=3),
            )
            for section in self._sections
        ]

    def tables(self) -> list[Part]:
        """The tables that have rows."""
        return [
            replace(part, body=self._writer.table(part.table, part.entries, padded=True))
            for part in self._tables
        ]

    @cached_property
    def moved_tables(self) -> list[Part]:
        """What is left of the tables once they have moved."""
        return [self.moved(part) for part in self._tables]

    @cached_property
    def _tables(self) -> list[Part]:
        by_name = by_title(self._catalog)
        entries = {
            "models": [entry for entry in by_date(self._catalog) if entry.model],
            "datasets": [entry for entry in by_name if card_of(entry, self._catalog) == "dataset"],
        }
        return [
            Part(self._writer.label(name), f"{LISTS}/table-{name}.md", found, table=name)
            for name, found in entries.items()
            if found
        ]

    def moved(self, part: Part) -> Part:
        """`part` with its place and its newest entries left in README."""
        newest = by_date(part.entries)[:NEWEST_OF_SECTION] if part.section else []
        items = self._writer.items(newest)
        return replace(
            part, stub=self._writer.render("readme/moved.md.j2", part=part, items=items).strip("\n")
        )

    def files(self, part: Part) -> Iterator[tuple[str, str]]:
        """Path and text of what `part` moved to."""
        return files(part, self._writer, above=(self._settings.name, f"../{README}"))

    def text(self, parts: Sequence[Part]) -> str:
        """README.md of these parts."""
        return self._writer.render(
            "readme.md.j2",
            parts=parts,
            count=len(self._catalog.entries),
            newest=self._writer.items(self._newest),
            key=slugify(self._settings.name),
            year=self._newest[0].added[:4] if self._newest else "",
            exceptions=self._exceptions,
            contents=lambda before, after: contents(self._settings.name, before, parts, after),
        )
