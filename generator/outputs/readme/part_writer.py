"""Render the parts of the list: the lines of sections and the rows of tables, each only once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.readme import entry_lines
from generator.outputs.readme.entry_lines import EntryLine
from generator.outputs.readme.line_texts import format_full_line, format_short_line
from generator.outputs.readme.lint import find_lint_exceptions
from generator.outputs.readme.parts import ReadmePart, keep_entries
from generator.render.templates import load_environment, render
from generator.settings import Settings
from generator.views.sections import Section

CellRow = tuple[str, ...]
LineFormat = Callable[[EntryLine], str]

_CELLS: dict[str, Callable[[Entry, Catalog], CellRow]] = {
    "models": entry_lines.build_model_cells,
    "datasets": entry_lines.build_dataset_cells,
}


YEARS_FROM = 20
"""A section with this many entries, sorted by date, shows them by year."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under their year, which is empty where they are not grouped."""

    year: str
    lines: Sequence[str]


class PartWriter:
    """Renders the entries of one catalog with the templates of `root`."""

    def __init__(self, catalog: Catalog, settings: Settings, root: Path) -> None:
        self._catalog, self._settings, self._root = catalog, settings, root
        self._entry_lines = {
            entry.id: entry_lines.build_entry_line(entry, catalog, settings) for entry in catalog
        }
        self._lint_exceptions = find_lint_exceptions(catalog)
        self._lines: dict[tuple[LineFormat, str], str] = {}
        self._rows: dict[tuple[str, str], CellRow] = {}

    def render(self, template: str, **values: Any) -> str:
        """Render a template, which always gets the settings, and the rules of linters that titles break."""
        own = {"settings": self._settings, "exceptions": self._lint_exceptions}
        return render(template, self._root, **own, **values)

    def list_lines(self, entries: Iterable[Entry]) -> list[str]:
        """List the full lines of `entries`."""
        return [self._format_line(format_full_line, entry) for entry in entries]

    def render_short_lines(self, part: ReadmePart) -> str:
        """Render a section as README.md shows it, with a link to its list."""
        assert part.section
        return self._render_section(part.section, format_short_line, 3, part.file)

    def render_newest(self, part: ReadmePart, newest: Iterable[Entry]) -> str:
        """Render what is left of a section for which README.md has no room."""
        lines = [self._format_line(format_short_line, entry) for entry in newest]
        return self.render("readme/moved.md.j2", part=part, lines=lines).strip("\n")

    def render_entries(self, part: ReadmePart, entries: Iterable[Entry]) -> str:
        """Render those of `part` that are among `entries`, as a file of their own shows them."""
        if part.section:
            kept = keep_entries(part.section, {entry.id for entry in entries})
            return self._render_section(kept, format_full_line, 2)
        return str(
            self._render_table(part.table, [self._make_cells(part.table, entry) for entry in entries])
        ).strip("\n")

    def _render_section(self, section: Section, form: LineFormat, level: int, file: str = "") -> str:
        """Render the lines of a section; the headings of its subsections start at `level`."""

        def groups(section: Section) -> list[LineGroup]:
            return [
                LineGroup(year, [self._format_line(form, entry) for entry in entries])
                for year, entries in _group_by_year(section)
            ]

        text = self.render("readme/section.md.j2", section=section, groups=groups, level=level, file=file)
        return text.strip("\n")

    def _format_line(self, form: LineFormat, entry: Entry) -> str:
        if (form, entry.id) not in self._lines:
            self._lines[form, entry.id] = form(self._entry_lines[entry.id])
        return self._lines[form, entry.id]

    def table_label(self, table: str) -> str:
        """The heading of a table, which its template defines as it defines its columns."""
        return str(self._render_table(table, []).label)

    def _render_table(self, table: str, rows: list[CellRow]) -> Any:
        return load_environment(self._root).get_template(f"readme/{table}.md.j2").make_module({"rows": rows})

    def _make_cells(self, table: str, entry: Entry) -> CellRow:
        if (table, entry.id) not in self._rows:
            self._rows[table, entry.id] = _CELLS[table](entry, self._catalog)
        return self._rows[table, entry.id]


def _group_by_year(section: Section) -> list[tuple[str, list[Entry]]]:
    """Group the entries of a section by year, if there are many of several years."""
    years = [
        (str(year or "Undated"), list(entries))
        for year, entries in groupby(section.entries, key=attrgetter("year"))
    ]
    is_long = len(section.entries) >= YEARS_FROM and section.term.order == "newest"
    return years if is_long and len(years) > 1 else [("", list(section.entries))]
