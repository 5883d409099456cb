"""CSV: one row an entry, for spreadsheets and data frames."""

import csv
from collections.abc import Callable, Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import DataCard, Entry, License, Links, ModelCard, Uses
from generator.views.licenses import find_license_class
from generator.views.links import find_main_link

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

CsvColumn = Callable[[Entry, Catalog], object]


def stream_entries_csv(entries: Iterable[Entry], catalog: Catalog) -> Iterator[str]:
    """The rows of `entries` below a row of names, as RFC 4180 has it; `; ` parts the values of a cell.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    columns = CSV_COLUMNS.values()
    return stream_csv(CSV_COLUMNS, ((column(entry, catalog) for column in columns) for entry in entries))


def stream_csv(names: Iterable[str], values: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of a table, those of `names` first."""
    writer = csv.writer(_Line())
    yield writer.writerow(names)
    for row in values:
        yield writer.writerow(map(_cell, row))


class _Line:
    """What a CSV writer hands each line to, to be handed on."""

    def write(self, line: str) -> str:
        return line


def _cell(value: object) -> str:
    """`value` as a cell that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = [f"{key}: {item}" for key, item in value.items()]
    text = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    is_formula = text.startswith(_FORMULA_STARTS) and not isinstance(value, (int, float))
    return f"'{text}" if is_formula else text


def _own(name: str) -> CsvColumn:
    return lambda entry, catalog: getattr(entry, name)


def _of(part: str, name: str) -> CsvColumn:
    return lambda entry, catalog: getattr(getattr(entry, part), name, None)


def _paper(entry: Entry, catalog: Catalog) -> str | None:
    link = find_main_link(entry)
    return link.url if link else None


def _class_of_license(part: str) -> CsvColumn:
    """The slug of the class, such as `non-commercial`."""

    def column(entry: Entry, catalog: Catalog) -> str | None:
        term = find_license_class(getattr(entry.license, part, None) or "", catalog)
        return term.slug if term else None

    return column


def _all_of(
    part: str, model: type[Links | ModelCard | DataCard | License | Uses], prefix: str
) -> dict[str, CsvColumn]:
    return {f"{prefix}{name}": _of(part, name) for name in model.model_fields}


CSV_COLUMNS: dict[str, CsvColumn] = {
    "id": _own("id"),
    "title": _own("title"),
    "name": _own("name"),
    "kind": _own("kind"),
    "authors": _own("authors"),
    "date": _own("date"),
    "venue": _of("venue", "name"),
    "venue_year": _of("venue", "year"),
    "track": _of("venue", "track"),
    **{row.field: _own(row.field) for row in IDENTIFIERS},
    "url": _paper,
    **_all_of("links", Links, "link_"),
    "summary": _own("summary"),
    **{name: _own(name) for name in ("section", "tasks", "modalities", "anatomy", "dimension", "languages")},
    "keywords": _own("keywords"),
    "highlight": lambda entry, catalog: "yes" if entry.highlight else "",
    **_all_of("model", ModelCard, "model_"),
    **_all_of("uses", Uses, ""),
    **_all_of("dataset", DataCard, "dataset_"),
    "training": _own("training"),
    **_all_of("license", License, "license_"),
    **{f"license_{part}_class": _class_of_license(part) for part in License.model_fields},
    "code_status": _own("code_status"),
    "aliases": _own("aliases"),
    "note": _own("note"),
    "status": _own("status"),
    "added": _own("added"),
}
"""Every column by its name, in order."""
