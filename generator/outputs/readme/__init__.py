"""README.md, the list as GitHub shows it: core work by section, and links to the lists of the rest.

Where README is too long, parts of it move to `lists/`. Background and adjacent work are always there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term
from generator.outputs.readme.lint import find_lint_exceptions
from generator.outputs.readme.lists import render_list_files
from generator.outputs.readme.part_writer import LineLength, PartWriter
from generator.outputs.readme.parts import ReadmePart, build_contents, is_too_long
from generator.settings import Settings
from generator.text import slugify
from generator.views.order import sort_by_added, sort_by_title, sort_newest_first
from generator.views.scopes import OTHER_SCOPES, SCOPE_LABELS, keep_core
from generator.views.sections import Section, list_other_sections, list_sections
from generator.views.wording import find_card

README = "README.md"
LISTS = "lists"

NEWEST_IN_README = 10
NEWEST_PER_SECTION = 5


def render_readme_files(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """Render README.md and its lists: of parts without room in README, and of the other scopes."""
    page = _Readme(catalog, settings, root)
    for parts in _layouts(page):
        readme = page.render(parts)
        if not is_too_long(readme):
            break
    listed = [*(part for part in parts if part.stub), *page.others]
    return {README: readme} | dict(file for part in listed for file in page.render_files(part))


def _layouts(page: "_Readme") -> Iterator[list[ReadmePart]]:
    """Yield the parts of README in one layout after the other, each shorter than the one before.

    First the tables move, since they repeat what is in the lines; then the lines get shorter; then
    the sections move too, the largest first.
    """
    sections = page.render_sections("full")
    if not is_too_long("".join(section.body for section in sections)):
        yield [*sections, *page.render_tables()]
        yield [*sections, *page.moved_tables]
    sections = page.render_sections("short")
    parts = [*sections, *page.moved_tables]
    yield parts
    for largest in sorted(sections, key=lambda part: len(part.body), reverse=True):
        parts = [page.move(part) if part is largest else part for part in parts]
        yield parts


def _list_other_parts(catalog: Catalog) -> Iterator[ReadmePart]:
    """List for each scope but core, if it has entries, the part with all of them, which has its own file."""
    for scope in OTHER_SCOPES:
        sections = tuple(section for section in list_other_sections(catalog) if section.scope == scope)
        if sections:
            whole = Section(Term(slug=scope, label=SCOPE_LABELS[scope]), (), sections, scope)
            section = sections[0] if len(sections) == 1 else whole
            path, entries = f"{LISTS}/{scope}.md", tuple(whole.all_entries())
            yield ReadmePart(section.term.label, path, entries, section=section, is_apart=True)


class _Readme:
    """Renders README.md of one catalog, part by part."""

    def __init__(self, catalog: Catalog, settings: Settings, root: Path) -> None:
        self._catalog, self._settings = catalog, settings
        self._writer = PartWriter(catalog, settings, root)
        self._sections = list_sections(catalog)
        self._core = keep_core(catalog, catalog)
        self._newest = sort_by_added(self._core)[:NEWEST_IN_README]
        self.others = list(_list_other_parts(catalog))
        self._lint_exceptions = find_lint_exceptions(catalog)

    def render_sections(self, length: LineLength) -> list[ReadmePart]:
        """The sections with lines of this length."""
        return [
            ReadmePart(
                section.term.label,
                f"{LISTS}/{section.term.slug}.md",
                tuple(section.all_entries()),
                section=section,
                body=self._writer.render_section(section, length, level=3),
            )
            for section in self._sections
        ]

    def render_tables(self) -> list[ReadmePart]:
        """The tables that have rows."""
        return [
            replace(part, body=self._writer.render_table(part.table, part.entries, padded=True))
            for part in self._tables
        ]

    @cached_property
    def moved_tables(self) -> list[ReadmePart]:
        """The tables after they have moved, with a link to their new place."""
        return [self.move(part) for part in self._tables]

    @cached_property
    def _tables(self) -> list[ReadmePart]:
        by_name = sort_by_title(self._core)
        entries = {
            "models": [entry for entry in sort_newest_first(self._core) if entry.model],
            "datasets": [entry for entry in by_name if find_card(entry, self._catalog) == "dataset"],
        }
        return [
            ReadmePart(self._writer.table_label(name), f"{LISTS}/table-{name}.md", found, table=name)
            for name, found in entries.items()
            if found
        ]

    def move(self, part: ReadmePart) -> ReadmePart:
        """Leave only a link to its file and the newest entries of `part` in README."""
        newest = sort_newest_first(part.entries)[:NEWEST_PER_SECTION] if part.section else []
        items = self._writer.list_lines(newest)
        return replace(
            part, stub=self._writer.render("readme/moved.md.j2", part=part, items=items).strip("\n")
        )

    def render_files(self, part: ReadmePart) -> Iterator[tuple[str, str]]:
        """Yield path and text of each file to which `part` has moved."""
        return render_list_files(part, self._writer, above=(self._settings.name, f"../{README}"))

    def render(self, parts: Sequence[ReadmePart]) -> str:
        """README.md with these parts."""
        return self._writer.render(
            "readme.md.j2",
            parts=parts,
            count=len(self._core),
            others=self.others,
            others_count=len(self._catalog.entries) - len(self._core),
            newest=self._writer.list_lines(self._newest),
            key=slugify(self._settings.name),
            year=self._newest[0].added[:4] if self._newest else "",
            exceptions=self._lint_exceptions,
            contents=lambda before, after: build_contents(self._settings.name, before, parts, after),
        )
