"""Render the parts of README: the lines of sections and the rows of tables, each only once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.readme import entry_lines
from generator.outputs.readme.entry_lines import EntryLine
from generator.outputs.readme.parts import ReadmePart, keep_entries
from generator.render.templates import load_environment, render
from generator.settings import Settings
from generator.views.sections import Section

LineLength = Literal["full", "short"]
LINE_LENGTHS: tuple[LineLength, ...] = ("full", "short")
"""How much a line shows, the longest first."""

CellRow = tuple[str, ...]

_CELLS: dict[str, Callable[[Entry, Catalog], CellRow]] = {
    "models": entry_lines.build_model_cells,
    "datasets": entry_lines.build_dataset_cells,
}


class PartWriter:
    """Renders the entries of one catalog with the templates of `root`."""

    def __init__(self, catalog: Catalog, settings: Settings, root: Path) -> None:
        self._catalog, self._settings, self._root = catalog, settings, root
        self._entry_lines = {
            entry.id: entry_lines.build_entry_line(entry, catalog, settings) for entry in catalog
        }
        self._lines: dict[tuple[str, LineLength], str] = {}
        self._rows: dict[tuple[str, str], CellRow] = {}
        macros: Any = load_environment(root).get_template("readme/items.md.j2").module
        self._render_line = macros.line

    def render(self, template: str, **values: Any) -> str:
        """Render a template, which always gets the settings."""
        return render(template, self._root, settings=self._settings, **values)

    def list_lines(self, entries: Iterable[Entry]) -> list[EntryLine]:
        """List the parts of the lines of `entries`."""
        return [self._entry_lines[entry.id] for entry in entries]

    def render_section(self, section: Section, length: LineLength, level: int) -> str:
        """Render the lines of a section; the headings of its subsections start at `level`."""

        def lines(entries: Iterable[Entry]) -> str:
            return "".join(self._line(entry.id, length) for entry in entries)

        return self.render("readme/section.md.j2", section=section, lines=lines, level=level).strip("\n")

    def _line(self, id_: str, length: LineLength) -> str:
        if (id_, length) not in self._lines:
            self._lines[id_, length] = f"{self._render_line(self._entry_lines[id_], length)}\n"
        return self._lines[id_, length]

    def table_label(self, table: str) -> str:
        """The heading of a table, which its template defines as it defines its columns."""
        return str(self._table(table, [], padded=True).label)

    def render_table(self, table: str, entries: Iterable[Entry], *, padded: bool) -> str:
        """Render a table with a row for each of `entries`."""
        rows = [self._row(table, entry) for entry in entries]
        return str(self._table(table, rows, padded=padded)).strip("\n")

    def _table(self, table: str, rows: list[CellRow], *, padded: bool) -> Any:
        template = load_environment(self._root).get_template(f"readme/{table}.md.j2")
        return template.make_module({"rows": rows, "padded": padded})

    def _row(self, table: str, entry: Entry) -> CellRow:
        if (table, entry.id) not in self._rows:
            self._rows[table, entry.id] = _CELLS[table](entry, self._catalog)
        return self._rows[table, entry.id]

    def render_entries(self, part: ReadmePart, entries: Iterable[Entry], length: LineLength) -> str:
        """Render those of `part` that are among `entries`, as a file of their own shows them.

        Cells are not padded there, so that a wide cell does not change all rows.
        """
        if part.section:
            return self.render_section(
                keep_entries(part.section, {entry.id for entry in entries}), length, level=2
            )
        return self.render_table(part.table, entries, padded=False)
