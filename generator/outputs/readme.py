"""README.md, the list as GitHub shows it; where it grows too long, `lists/` takes parts of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from generator import views
from generator.catalog import Catalog
from generator.outputs import readme_items
from generator.outputs.readme_lint import exceptions
from generator.outputs.readme_parts import Part, contents
from generator.render.templates import environment, render
from generator.settings import Settings
from generator.text import slug
from generator.views import Section

README = "README.md"
LISTS = "lists"

MAX_BYTES = 480_000
"""GitHub shows the first 512,000 bytes of a README and drops the rest without a word."""

NEWEST = 10
NEWEST_OF_SECTION = 5

Form = Literal["full", "short"]


def texts(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """README.md with every entry or, where that would be too long, with lists beside it."""
    writer = _Writer(catalog, settings, root)
    for parts in _layouts(writer):
        readme = writer.readme(parts)
        if not _is_too_long(readme):
            break
    return {README: readme} | {part.file: writer.file(part) for part in parts if part.stub}


def _is_too_long(text: str) -> bool:
    return len(text.encode()) > MAX_BYTES


def _layouts(writer: "_Writer") -> Iterator[list[Part]]:
    """The parts of README, shorter each time.

    First the tables move out, since they repeat what stands in the lines; then the lines grow
    shorter; then the sections move too, the largest first.
    """
    full = writer.parts("full")
    yield full
    yield [part if part.section else writer.moved(part) for part in full]
    parts = [part if part.section else writer.moved(part) for part in writer.parts("short")]
    yield parts
    sections = [part for part in parts if part.section]
    for largest in sorted(sections, key=lambda part: len(part.body), reverse=True):
        parts = [writer.moved(part) if part is largest else part for part in parts]
        yield parts


class _Writer:
    """Puts one catalogue into the templates."""

    def __init__(self, catalog: Catalog, settings: Settings, root: Path) -> None:
        self._catalog, self._settings, self._root = catalog, settings, root
        self._items = {entry.id: readme_items.item(entry, catalog, settings) for entry in catalog}

    def _render(self, template: str, **values: Any) -> str:
        return render(template, self._root, settings=self._settings, **values)

    def parts(self, form: Form) -> list[Part]:
        """The sections with lines of `form`, then the tables."""
        sections = [
            Part(
                section.term.label,
                section.count,
                self._section(section, form, level=3),
                f"{LISTS}/{section.term.slug}.md",
                section,
            )
            for section in views.sections(self._catalog)
        ]
        return [*sections, *self._tables]

    @cached_property
    def _tables(self) -> list[Part]:
        models = self._table("models", readme_items.models(self._catalog))
        data_sets = self._table("datasets", readme_items.data_sets(self._catalog))
        return [table for table in (models, data_sets) if table.count]

    def _section(self, section: Section, form: Form, level: int) -> str:
        values = {"section": section, "items": self._items, "form": form, "level": level}
        return self._render("readme/section.md.j2", **values).strip("\n")

    def _table(self, name: str, rows: Sequence[Sequence[str]]) -> Part:
        """The template names its columns, and so the table itself."""
        template = environment(self._root).get_template(f"readme/{name}.md.j2")
        table: Any = template.make_module({"rows": rows})
        return Part(str(table.label), len(rows), str(table).strip("\n"), f"{LISTS}/table-{name}.md")

    def moved(self, part: Part) -> Part:
        """`part` with its place and its newest entries left in README."""
        newest = views.by_date(part.section.all_entries())[:NEWEST_OF_SECTION] if part.section else []
        items = [self._items[entry.id] for entry in newest]
        return replace(part, stub=self._render("readme/moved.md.j2", part=part, items=items).strip("\n"))

    def file(self, part: Part) -> str:
        """The file that `part` moved to: with full lines again, where they have room."""
        text = part.body
        if part.section:
            text = self._section(part.section, "full", level=2)
            if _is_too_long(text):
                text = self._section(part.section, "short", level=2)
        return self._render("list.md.j2", part=part, text=text)

    def readme(self, parts: Sequence[Part]) -> str:
        """README.md of these parts."""
        newest = views.by_added(self._catalog)[:NEWEST]
        return self._render(
            "readme.md.j2",
            parts=parts,
            count=len(self._catalog.entries),
            newest=[self._items[entry.id] for entry in newest],
            key=slug(self._settings.name),
            year=newest[0].added[:4] if newest else "",
            exceptions=exceptions(self._catalog),
            contents=lambda before, after: contents(self._settings.name, before, parts, after),
        )
