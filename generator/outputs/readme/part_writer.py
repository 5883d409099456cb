"""The text of README's parts: the lines of sections and the rows of tables, each laid out once."""

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
"""How much a line says, the longest first."""

CellRow = tuple[str, ...]

_CELLS: dict[str, Callable[[Entry, Catalog], CellRow]] = {
    "models": entry_lines.build_model_cells,
    "datasets": entry_lines.build_dataset_cells,
}


class PartWriter:
    """Puts the entries of one catalogue into the templates of `root`."""

    def __init__(self, catalog: Catalog, settings: Settings, root: Path) -> None:
        self._catalog, self._settings, self._root = catalog, settings, root
        self._items = {entry.id: entry_lines.build_entry_line(entry, catalog, settings) for entry in catalog}
        self._lines: dict[tuple[str, LineLength], str] = {}
        self._rows: dict[tuple[str, str], CellRow] = {}
        macros: Any = load_environment(root).get_template("readme/items.md.j2").module
        self._render_line = macros.line

    def render(self, template: str, **values: Any) -> str:
        """The text of a template, which always has the settings."""
        return render(template, self._root, settings=self._settings, **values)

    def items(self, entries: Iterable[Entry]) -> list[EntryLine]:
        """What the lines of `entries` say."""
        return [self._items[entry.id] for entry in entries]

    def section(self, section: Section, form: LineLength, level: int) -> str:
        """The lines of a section, with the headings below it from `level` on."""

        def lines(entries: Iterable[Entry]) -> str:
            return "".join(self._line(entry.id, form) for entry in entries)

        return self.render("readme/section.md.j2", section=section, lines=lines, level=level).strip("\n")

    def _line(self, id_: str, form: LineLength) -> str:
        if (id_, form) not in self._lines:
            self._lines[id_, form] = f"{self._render_line(self._items[id_], form)}\n"
        return self._lines[id_, form]

    def label(self, table: str) -> str:
        """What a table is called; its template names it, as it names its columns."""
        return str(self._table(table, [], padded=True).label)

    def table(self, table: str, entries: Iterable[Entry], *, padded: bool) -> str:
        """A table with a row for each of `entries`."""
        rows = [self._row(table, entry) for entry in entries]
        return str(self._table(table, rows, padded=padded)).strip("\n")

    def _table(self, table: str, rows: list[CellRow], *, padded: bool) -> Any:
        template = load_environment(self._root).get_template(f"readme/{table}.md.j2")
        return template.make_module({"rows": rows, "padded": padded})

    def _row(self, table: str, entry: Entry) -> CellRow:
        if (table, entry.id) not in self._rows:
            self._rows[table, entry.id] = _CELLS[table](entry, self._catalog)
        return self._rows[table, entry.id]

    def listed(self, part: ReadmePart, entries: Iterable[Entry], form: LineLength) -> str:
        """Those of `part` that are among `entries`, as a file of their own shows them.

        No cell is padded there, so that a wide one does not change all rows.
        """
        if part.section:
            return self.section(keep_entries(part.section, {entry.id for entry in entries}), form, level=2)
        return self.table(part.table, entries, padded=False)
