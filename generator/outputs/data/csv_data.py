"""CSV: one row for each entry, for spreadsheets and data frames."""

import csv
from collections.abc import Callable, Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import DataCard, Entry, License, Links, ModelCard, Uses
from generator.views.licenses import find_license_class
from generator.views.links import find_main_link
from generator.views.scopes import find_scope

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

CsvColumn = Callable[[Entry, Catalog], object]


def stream_entries_csv(entries: Iterable[Entry], catalog: Catalog) -> Iterator[str]:
    """Render a header and a row for each entry, as RFC 4180 says; `; ` separates the values of a cell.

    A cell that a spreadsheet would run as a formula starts with an apostrophe.
    """
    columns = CSV_COLUMNS.values()
    return stream_csv(CSV_COLUMNS, ((column(entry, catalog) for column in columns) for entry in entries))


def stream_csv(names: Iterable[str], values: Iterable[Iterable[object]]) -> Iterator[str]:
    """Render the lines of a table; `names` are its header."""
    writer = csv.writer(_Line())
    yield writer.writerow(names)
    for row in values:
        yield writer.writerow(map(_format_cell, row))


class _Line:
    """A file for a CSV writer that returns each line instead of storing it."""

    def write(self, line: str) -> str:
        return line


def _format_cell(value: object) -> str:
    """`value` as the text of a cell that no spreadsheet runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = [f"{key}: {item}" for key, item in value.items()]
    text = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    is_formula = text.startswith(_FORMULA_STARTS) and not isinstance(value, (int, float))
    return f"'{text}" if is_formula else text


def _make_field(name: str) -> CsvColumn:
    return lambda entry, catalog: getattr(entry, name)


def _make_field_of(part: str, name: str) -> CsvColumn:
    return lambda entry, catalog: getattr(getattr(entry, part), name, None)


def _find_paper(entry: Entry, catalog: Catalog) -> str | None:
    link = find_main_link(entry, catalog)
    return link.url if link else None


def _make_license_class(part: str) -> CsvColumn:
    """A column with the slug of the class, such as `non-commercial`."""

    def column(entry: Entry, catalog: Catalog) -> str | None:
        term = find_license_class(getattr(entry.license, part, None) or "", catalog)
        return term.slug if term else None

    return column


def _list_columns(
    part: str, model: type[Links | ModelCard | DataCard | License | Uses], prefix: str
) -> dict[str, CsvColumn]:
    return {f"{prefix}{name}": _make_field_of(part, name) for name in model.model_fields}


CSV_COLUMNS: dict[str, CsvColumn] = {
    "id": _make_field("id"),
    "title": _make_field("title"),
    "name": _make_field("name"),
    "kind": _make_field("kind"),
    "authors": _make_field("authors"),
    "date": _make_field("date"),
    "venue": _make_field_of("venue", "name"),
    "venue_year": _make_field_of("venue", "year"),
    "track": _make_field_of("venue", "track"),
    **{name: _make_field(name) for name in ("volume", "number", "pages")},
    **{row.field: _make_field(row.field) for row in IDENTIFIERS},
    "url": _find_paper,
    **_list_columns("links", Links, "link_"),
    "summary": _make_field("summary"),
    **{
        name: _make_field(name)
        for name in ("section", "tasks", "modalities", "anatomy", "dimension", "languages")
    },
    "scope": lambda entry, catalog: find_scope(entry, catalog),
    "keywords": _make_field("keywords"),
    "highlight": lambda entry, catalog: "yes" if entry.highlight else "",
    **_list_columns("model", ModelCard, "model_"),
    **_list_columns("uses", Uses, ""),
    **_list_columns("dataset", DataCard, "dataset_"),
    "training": _make_field("training"),
    **_list_columns("license", License, "license_"),
    **{f"license_{part}_class": _make_license_class(part) for part in License.model_fields},
    "weights_access": _make_field("weights_access"),
    "code_status": _make_field("code_status"),
    "aliases": _make_field("aliases"),
    "note": _make_field("note"),
    "status": _make_field("status"),
    "added": _make_field("added"),
}
"""Every column by its name, in order."""
