"""Make a results table for an entry file from a pasted table, and note what a person must complete."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.add.results.names import ColumnHead, ModelName, NameFinder
from generator.add.results.pasted_tables import PastedCell, PastedTable, UnreadableTable
from generator.add.results.printed_values import is_number, read_value
from generator.checking.rules.result_values import LATEX_COMMAND
from generator.entry.layout.tree import LayoutNode, build_tree
from generator.text import quoted

CellRows = list[list[PastedCell]]


@dataclass(frozen=True, slots=True)
class TableDefaults:
    """What a person says about the whole table; what a head says goes first."""

    where: str | None = None
    benchmark: str | None = None
    setting: str | None = None
    metric: str | None = None


@dataclass(slots=True)
class ProposedTable:
    """A results table as an entry file holds it, and notes for the person who pasted it."""

    data: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    column_comments: dict[int, str] = field(default_factory=dict)
    row_comments: dict[int, str] = field(default_factory=dict)
    is_complete: bool = True
    """Whether all of it was understood."""

    def require(self, note: str) -> None:
        """Add a note about something that a person must complete."""
        self.notes.append(note)
        self.is_complete = False

    def to_tree(self) -> LayoutNode:
        """Return the table as a tree, with a comment at each part that a person must complete."""
        root = build_tree(self.data)
        parts = {child.key: child.children or [] for child in root.children or ()}
        for name, comments in (("columns", self.column_comments), ("rows", self.row_comments)):
            for place, comment in comments.items():
                holder = parts[name][place] if name in parts else root
                holder.comments_above.append(f"# {comment}")
        return root


@dataclass(slots=True)
class _Layout:
    """The parts of a pasted table."""

    head: CellRows
    body: CellRows
    names: list[int]
    """The columns of names; the first one is the model's."""
    values: list[int]
    """The columns of numbers."""


def propose_table(pasted: PastedTable, names: NameFinder, entry: str, given: TableDefaults) -> ProposedTable:
    """Make the results table for `pasted`, printed by the entry with the id `entry`. Raises UnreadableTable.

    Nothing is guessed: a head or a cell that is not understood stays as it is printed, with a note.
    """
    place = _find_parts(pasted, names)
    done = ProposedTable({})
    heads = [names.read_head(texts, given.benchmark) for texts in _heads(place, pasted.has_spans, done)]
    _describe_heads(heads, given, done)
    _left_out_columns(place, done)
    rows = list(_rows(place, heads, names, entry, done))

    common = _common(heads, given)
    columns = [{k: v for k, v in _column(head, given).items() if k not in common} for head in heads]
    done.data = {"where": given.where, **common}
    if len(heads) > 1:
        _require_different_heads(columns, done)
        done.data["columns"] = [
            column or ({"note": head.text} if head.text else {})
            for column, head in zip(columns, heads, strict=True)
        ]
    done.data |= {"rows": rows}
    _use_names(done.data, names)
    _require_no_commands(done)
    if others := [row["model"] for row in rows if "own" in row]:
        done.notes.append(f"rows of other works get `own: false`, such as {quoted(others[0])}: check them")
    return done


def _use_names(table: dict[str, Any], names: NameFinder) -> None:
    """Write the names of entries in place of their ids, as entry files do."""
    for part in (table, *table.get("columns", ()), *table["rows"]):
        for key in ("benchmark", "model"):
            if key in part:
                part[key] = names.name_of(part[key])


def _require_no_commands(done: ProposedTable) -> None:
    parts = (*done.data.get("columns", ()), *done.data["rows"])
    texts = (text for part in parts for text in part.values() if isinstance(text, str))
    for command in dict.fromkeys(command for text in texts for command in LATEX_COMMAND.findall(text)):
        done.require(f"{quoted(command)} is a LaTeX command of the paper: write what it prints")


def _find_parts(pasted: PastedTable, names: NameFinder) -> _Layout:
    first = next((place for place, row in enumerate(pasted.rows) if _numbers(row)), None)
    if first is None:
        raise UnreadableTable("no row of the table has a number after a name")
    while first > 1 and not any(cell.text and not cell.continues for cell in pasted.rows[first - 1][1:]):
        first -= 1  # a line such as "Zero-shot" above the first rows
    head, body = pasted.rows[:first], pasted.rows[first:]
    columns = range(len(body[0]))
    values = [column for column in columns if column and any(is_number(row[column].text) for row in body)]
    return _Layout(head, body, _name_columns(body, values[0], names), values)


def _numbers(row: Sequence[PastedCell]) -> int:
    return sum(is_number(cell.text) for cell in row[1:])


def _name_columns(body: CellRows, first_value: int, names: NameFinder) -> list[int]:
    """The columns before the numbers, the one with the most names of entries first."""
    known = {
        column: sum(bool(names.catalog.find_id(row[column].text)) for row in body)
        for column in range(first_value)
    }
    return sorted(known, key=lambda column: (-known[column], column))


def _heads(place: _Layout, has_spans: bool, done: ProposedTable) -> Iterator[list[str]]:
    """The texts above each column of numbers, from the top."""
    filled = [[cell.text for cell in row] for row in place.head]
    for row in [] if has_spans else filled[:-1]:
        empty = [column for column in place.values if not row[column] and column > place.values[0]]
        for column in empty:
            row[column] = row[column - 1]
        if empty:
            done.notes.append("empty cells in the head take the text at their left: check them")
    for column in place.values:
        texts = dict.fromkeys(row[column] for row in filled)
        yield [text for text in texts if text]


def _describe_heads(heads: Sequence[ColumnHead], given: TableDefaults, done: ProposedTable) -> None:
    for place, head in enumerate(heads):
        missing = [
            name for name in ("benchmark", "metric") if not (getattr(head, name) or getattr(given, name))
        ]
        if missing or head.rest:
            unread = f"{quoted(head.rest)} is not understood" if head.rest else ""
            lacking = f"add the {' and the '.join(missing)}" if missing else ""
            what = "; ".join(part for part in (unread, lacking) if part)
            printed = f"with the head {quoted(head.text)}" if head.text else "without a head"
            done.require(f"column {place + 1} {printed}: {what}")
            done.column_comments[place] = f"TODO: {printed}: {what}"


def _left_out_columns(place: _Layout, done: ProposedTable) -> None:
    for column in range(place.values[0], len(place.body[0])):
        texts = [row[column].text for row in (*place.head, *place.body) if row[column].text]
        if column not in place.values and texts:
            done.require(f"the column with {quoted(texts[0])} has no numbers: left out")


def _common(heads: Sequence[ColumnHead], given: TableDefaults) -> dict[str, str]:
    """What all columns share: what every head says, or what a person says about the whole table."""
    found = {}
    for name in ("benchmark", "setting", "metric"):
        values = {_column(head, given).get(name) for head in heads}
        if len(values) == 1 and (value := values.pop()):
            found[name] = value
    return found


def _column(head: ColumnHead, given: TableDefaults) -> dict[str, str]:
    values = {
        name: getattr(head, name) or getattr(given, name) for name in ("benchmark", "setting", "metric")
    }
    return {name: value for name, value in values.items() if value}


def _require_different_heads(columns: Sequence[dict[str, str]], done: ProposedTable) -> None:
    for place, column in enumerate(columns):
        if column in columns[:place]:
            first = columns.index(column) + 1
            done.require(f"column {place + 1} is headed as column {first}: write what differs, as a setting")


def _rows(
    place: _Layout, heads: Sequence[ColumnHead], names: NameFinder, entry: str, done: ProposedTable
) -> Iterator[dict[str, Any]]:
    headings: list[str] = []
    number = 0
    percent = [_is_percent(head, names) for head in heads]
    for row in place.body:
        texts = ["" if row[column].continues else row[column].text for column in place.values]
        label, *others = [row[column].text for column in place.names if row[column].text] or [""]
        if not any(map(is_number, texts)):
            headings.append(" ".join(dict.fromkeys(cell.text for cell in row if cell.text)))
            continue
        if any(row[column].continues for column in place.values):
            done.require(f"row {quoted(label)}: a number over several columns is put into the first of them")
        values = [read_value(text, is_percent=unit) for text, unit in zip(texts, percent, strict=True)]
        _describe_values(label, texts, values, done)
        model = names.read_model(label, entry)
        _describe_row(number, label, model, headings, done)
        variant = ", ".join([*([model.variant] if model.variant else []), *others])
        own = {} if model.model == entry else {"own": False}
        yield {"model": model.model, "variant": variant or None, **own, "values": values}
        number, headings = number + 1, []
    for heading in headings:
        done.require(f"the last row, {quoted(heading)}, has no numbers: left out")


def _is_percent(head: ColumnHead, names: NameFinder) -> bool:
    """Whether a percent sign after a number only repeats the metric's unit, so that it can be dropped."""
    term = names.catalog.vocabulary("metrics").get(head.metric or "")
    return not term or term.unit == "percent"


def _describe_values(label: str, texts: Sequence[str], values: Sequence[object], done: ProposedTable) -> None:
    for place, (text, value) in enumerate(zip(texts, values, strict=True), 1):
        if value == text and not is_number(text):
            done.require(f"row {quoted(label)}, number {place}: {quoted(text)} is not a number: kept as text")


def _describe_row(
    number: int, label: str, model: ModelName, headings: Sequence[str], done: ProposedTable
) -> None:
    for heading in headings:
        done.require(f"{quoted(heading)}, above row {quoted(label)}, has no numbers: kept as a comment")
    if headings:
        lines = ", ".join(map(quoted, headings))
        done.row_comments[number] = f"TODO: above it {'is' if len(headings) == 1 else 'are'} {lines}"
    if not label:
        done.require(f"row {number + 1} has no name: write its `model`")
    elif not model.is_known:
        hint = f", did you mean `{model.guess}`?" if model.guess else ""
        done.notes.append(f"no entry has the name {quoted(label)}: kept as a plain name{hint}")
