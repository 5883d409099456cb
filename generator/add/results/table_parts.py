"""Find the parts of a pasted table: its head, its body, the columns of names and those of numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.add.results.names import NameFinder
from generator.add.results.pasted_tables import PastedCell, PastedTable, UnreadableTable
from generator.add.results.printed_values import is_number
from generator.add.results.proposed_table import ProposedTable

CellRows = list[list[PastedCell]]


@dataclass(slots=True)
class TableParts:
    """The parts of a pasted table."""

    head: CellRows
    body: CellRows
    names: list[int]
    """The columns of names; the first one is the model's."""
    values: list[int]
    """The columns of numbers."""


def find_parts(pasted: PastedTable, names: NameFinder) -> TableParts:
    """Find the head, the body and the kinds of columns of a pasted table. Raises UnreadableTable."""
    first = next((place for place, row in enumerate(pasted.rows) if _count_numbers(row)), None)
    if first is None:
        raise UnreadableTable("no row of the table has a number after a name")
    while first > 1 and not any(cell.text and not cell.continues for cell in pasted.rows[first - 1][1:]):
        first -= 1  # a line such as "Zero-shot" above the first rows
    head, body = pasted.rows[:first], pasted.rows[first:]
    columns = range(len(body[0]))
    values = [column for column in columns if column and any(is_number(row[column].text) for row in body)]
    return TableParts(head, body, _find_name_columns(body, values[0], names), values)


def _count_numbers(row: Sequence[PastedCell]) -> int:
    return sum(is_number(cell.text) for cell in row[1:])


def _find_name_columns(body: CellRows, first_value: int, names: NameFinder) -> list[int]:
    """The columns before the numbers, the one with the most names of entries first."""
    known = {
        column: sum(bool(names.catalog.find_id(row[column].text)) for row in body)
        for column in range(first_value)
    }
    return sorted(known, key=lambda column: (-known[column], column))


def list_heads(parts: TableParts, has_spans: bool, done: ProposedTable) -> Iterator[list[str]]:
    """The texts above each column of numbers, from the top."""
    filled = [[cell.text for cell in row] for row in parts.head]
    for row in [] if has_spans else filled[:-1]:
        empty = [column for column in parts.values if not row[column] and column > parts.values[0]]
        for column in empty:
            row[column] = row[column - 1]
        if empty:
            done.notes.append("empty cells in the head take the text at their left: check them")
    for column in parts.values:
        texts = dict.fromkeys(row[column] for row in filled)
        yield [text for text in texts if text]
