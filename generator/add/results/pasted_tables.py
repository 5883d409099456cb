"""Read a table that a person pasted: CSV, TSV, Markdown or a LaTeX tabular, as rows of plain cells."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from generator.add.results import latex_tables
from generator.yamlfiles.reading import MAX_BYTES

MAX_ROWS, MAX_COLUMNS = 500, 100
MAX_CELL_LENGTH = 1000

_RAISED = re.compile(r"<sup>(?![^<]*(?:±|&plusmn;|&#177;))[^<]*</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]*)?/?>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.*?\S)\1")


class UnreadableTable(Exception):
    """Why a text cannot be read as a table, for the person who pasted it."""


class PastedCell(NamedTuple):
    """A cell; `continues` where the cell before it spans this column too."""

    text: str
    continues: bool = False


@dataclass(frozen=True, slots=True)
class PastedTable:
    """Rows with the same number of cells each, without bold and other marks."""

    rows: list[list[PastedCell]]
    has_spans: bool
    """Whether the format itself says which cells span several columns, as LaTeX does."""


def read_table(raw: bytes) -> PastedTable:
    """Read the first table in `raw`. Raises UnreadableTable."""
    if len(raw) > MAX_BYTES:
        raise UnreadableTable(f"the text is larger than {MAX_BYTES // 1024} KiB: paste one table")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableTable("the text is not UTF-8: save it in that encoding") from None
    is_latex = latex_tables.is_latex(text)
    rows = list(_read_latex(text) if is_latex else _read_plain_rows(text))
    rows = [row for row in rows if any(cell.text for cell in row)]
    if not rows:
        raise UnreadableTable("no table found: paste CSV, TSV, Markdown or a LaTeX tabular")
    width = max(map(len, rows))
    if len(rows) > MAX_ROWS or width > MAX_COLUMNS:
        raise UnreadableTable(
            f"the table has {len(rows)} rows and {width} columns: paste at most {MAX_ROWS} and {MAX_COLUMNS}"
        )
    blank = PastedCell("")
    return PastedTable([row + [blank] * (width - len(row)) for row in rows], is_latex)


def _read_latex(text: str) -> Iterator[list[PastedCell]]:
    for row in latex_tables.read_rows(text):
        cells = []
        for cell, span in row:
            cells.append(PastedCell(_clean(cell)))
            cells += [PastedCell(_clean(cell), continues=True)] * (min(span, MAX_COLUMNS) - 1)
        yield cells


def _read_plain_rows(text: str) -> Iterator[list[PastedCell]]:
    lines = text.splitlines()
    is_markdown = any(map(_is_rule, lines))
    for row in _read_markdown(lines) if is_markdown else _read_separated(lines):
        yield [PastedCell(_clean(cell)) for cell in row]


def _read_markdown(lines: list[str]) -> Iterator[list[str]]:
    """Yield the first block of lines with bars, without the line below the head."""
    started = False
    for line in lines:
        if "|" in line:
            started = True
            if not _is_rule(line):
                yield _split_markdown(line)
        elif started:
            return


def _is_rule(line: str) -> bool:
    """Whether `line` is the one below the head of a Markdown table."""
    return "|" in line and "-" in line and not line.strip("|:- \t")


def _split_markdown(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner if inner.endswith("\\|") else inner.removesuffix("|")
    cells = re.split(r"(?<!\\)\|", inner)
    return [cell.replace("\\|", "|") for cell in cells]


def _read_separated(lines: list[str]) -> list[list[str]]:
    first = next((line for line in lines if line.strip()), "")
    delimiter = "\t" if "\t" in first else max(",;", key=first.count)
    if delimiter not in first:
        return []
    try:
        return list(csv.reader([f"{line}\n" for line in lines], delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableTable(f"the text cannot be read as CSV: {error}") from None


def _clean(text: str) -> str:
    """Return `text` on one line without the marks of Markdown and HTML, and without superscripts."""
    if len(text) > MAX_CELL_LENGTH:
        raise UnreadableTable(f"a cell has more than {MAX_CELL_LENGTH:,} characters: paste only the table")
    plain = unescape(_TAG.sub(" ", _RAISED.sub("", _LINK.sub(r"\1", text))))
    plain = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", plain))
    visible = "".join(char if char.isprintable() else " " for char in plain)
    return " ".join(visible.split())
