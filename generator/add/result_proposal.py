"""Make a table of results for an entry file from a pasted table, and say what a person must complete."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.add.pasted_tables import PastedCell, PastedTable, UnreadableTable
from generator.add.printed_values import is_number, read_value
from generator.add.result_names import Head, ModelName, Names
from generator.entry.layout.tree import LayoutNode, build_tree
from generator.text import quoted

Rows = list[list[PastedCell]]


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of the whole table."""

    where: str | None = None
    benchmark: str | None = None
    setting: str | None = None
    metric: str | None = None


@dataclass(slots=True)
class ProposedTable:
    """A table as an entry file has it, and notes for the person who pasted it."""

    data: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    column_comments: dict[int, str] = field(default_factory=dict)
    row_comments: dict[int, str] = field(default_factory=dict)
    is_complete: bool = True
    """Whether all of it was understood."""

    def complain(self, note: str) -> None:
        """Note what a person must complete."""
        self.notes.append(note)
        self.is_complete = False

    def item(self) -> LayoutNode:
        """The table with a comment at each part that must be completed."""
        root = build_tree(self.data)
        parts = {child.key: child.children or [] for child in root.children or ()}
        for name, comments in (("columns", self.column_comments), ("rows", self.row_comments)):
            for place, comment in comments.items():
                holder = parts[name][place] if name in parts else root
                holder.comments_above.append(f"# {comment}")
        return root


@dataclass(slots=True)
class _Layout:
    """Where things are in a pasted table."""

    head: Rows
    body: Rows
    names: list[int]
    """The columns of names; the first is that of the model."""
    values: list[int]
    """The columns of numbers."""


def propose_table(pasted: PastedTable, names: Names, entry: str, given: Given) -> ProposedTable:
    """The results table of the entry `entry` for `pasted`. Raises UnreadableTable.

    Nothing is guessed: a head or a cell that is not understood stays as it is printed, with a note.
    """
    place = _find_parts(pasted, names)
    done = ProposedTable({})
    heads = [names.read_head(texts, given.benchmark) for texts in _heads(place, pasted.has_spans, done)]
    _describe_heads(heads, given, done)
    _left_out_columns(place, done)
    rows = list(_rows(place, heads, names, entry, done))
    if others := [row["model"] for row in rows if "own" in row]:
        done.notes.append(f"rows of other works have `own: false`, such as {quoted(others[0])}: check it")
    common = _common(heads, given)
    columns = [{k: v for k, v in _column(head, given).items() if k not in common} for head in heads]
    done.data = {"where": given.where, **common}
    if len(heads) > 1:
        done.data["columns"] = [
            column or {"note": head.text} for column, head in zip(columns, heads, strict=True)
        ]
    done.data |= {"rows": rows}
    return done


def _find_parts(pasted: PastedTable, names: Names) -> _Layout:
    first = next((place for place, row in enumerate(pasted.rows) if _numbers(row)), None)
    if first is None:
        raise UnreadableTable("no row of it has a number behind its name")
    while first > 1 and not any(cell.text and not cell.continues for cell in pasted.rows[first - 1][1:]):
        first -= 1  # a line such as "Zero-shot" above the first rows
    head, body = pasted.rows[:first], pasted.rows[first:]
    columns = range(len(body[0]))
    values = [column for column in columns if column and any(is_number(row[column].text) for row in body)]
    return _Layout(head, body, _name_columns(body, values[0], names), values)


def _numbers(row: Sequence[PastedCell]) -> int:
    return sum(is_number(cell.text) for cell in row[1:])


def _name_columns(body: Rows, first_value: int, names: Names) -> list[int]:
    """The columns before the numbers, that with the most names of entries first."""
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
            done.notes.append("empty cells in the head have the text at their left: check it")
    for column in place.values:
        texts = dict.fromkeys(row[column] for row in filled)
        yield [text for text in texts if text]


def _describe_heads(heads: Sequence[Head], given: Given, done: ProposedTable) -> None:
    for place, head in enumerate(heads):
        missing = [
            name for name in ("benchmark", "metric") if not (getattr(head, name) or getattr(given, name))
        ]
        if missing or head.rest:
            unread = f"{quoted(head.rest)} is not understood" if head.rest else ""
            lacking = f"name the {' and the '.join(missing)}" if missing else ""
            what = "; ".join(part for part in (unread, lacking) if part)
            done.complain(f"column {place + 1}, headed {quoted(head.text)}: {what}")
            done.column_comments[place] = f"TODO: headed {quoted(head.text)}: {what}"


def _left_out_columns(place: _Layout, done: ProposedTable) -> None:
    for column in range(place.values[0], len(place.body[0])):
        texts = [row[column].text for row in (*place.head, *place.body) if row[column].text]
        if column not in place.values and texts:
            done.complain(f"the column of {quoted(texts[0])} has no numbers: left out")


def _common(heads: Sequence[Head], given: Given) -> dict[str, str]:
    """What all columns share, or what is said of the whole table where no head says it."""
    found = {}
    for name in ("benchmark", "setting", "metric"):
        values = {_column(head, given).get(name) for head in heads}
        if len(values) == 1 and (value := values.pop()):
            found[name] = value
    return found


def _column(head: Head, given: Given) -> dict[str, str]:
    values = {
        name: getattr(head, name) or getattr(given, name) for name in ("benchmark", "setting", "metric")
    }
    return {name: value for name, value in values.items() if value}


def _rows(
    place: _Layout, heads: Sequence[Head], names: Names, entry: str, done: ProposedTable
) -> Iterator[dict[str, Any]]:
    headings: list[str] = []
    number = 0
    percent = [_is_percent(head, names) for head in heads]
    for row in place.body:
        texts = ["" if row[column].continues else row[column].text for column in place.values]
        label = row[place.names[0]].text or next((row[column].text for column in place.names), "")
        if not any(map(is_number, texts)):
            headings.append(" ".join(dict.fromkeys(cell.text for cell in row if cell.text)))
            continue
        if any(row[column].continues for column in place.values):
            done.complain(f"row {quoted(label)}: a number over several columns is in the first of them")
        values = [read_value(text, is_percent=unit) for text, unit in zip(texts, percent, strict=True)]
        _describe_values(label, texts, values, done)
        model = names.read_model(label, entry)
        _describe_row(number, label, model, headings, done)
        others = [row[column].text for column in place.names[1:] if row[column].text]
        variant = ", ".join([*([model.variant] if model.variant else []), *others])
        own = {} if model.model == entry else {"own": False}
        yield {"model": model.model, "variant": variant or None, **own, "values": values}
        number, headings = number + 1, []
    for heading in headings:
        done.complain(f"the last row {quoted(heading)} has no numbers: left out")


def _is_percent(head: Head, names: Names) -> bool:
    """Whether a percent sign behind a number says no more than the metric's unit."""
    term = names.catalog.vocabulary("metrics").get(head.metric or "")
    return not term or term.unit == "percent"


def _describe_values(label: str, texts: Sequence[str], values: Sequence[object], done: ProposedTable) -> None:
    for place, (text, value) in enumerate(zip(texts, values, strict=True), 1):
        if value == text and not is_number(text):
            done.complain(f"row {quoted(label)}, number {place}: {quoted(text)} is no number: kept as text")


def _describe_row(
    number: int, label: str, model: ModelName, headings: Sequence[str], done: ProposedTable
) -> None:
    for heading in headings:
        done.complain(f"{quoted(heading)}, above row {quoted(label)}, has no numbers: kept as a comment")
    if headings:
        lines = ", ".join(map(quoted, headings))
        done.row_comments[number] = f"TODO: above it {'is' if len(headings) == 1 else 'are'} {lines}"
    if not model.is_known:
        hint = f", did you mean `{model.guess}`?" if model.guess else ""
        done.notes.append(f"no entry has the name {quoted(label)}: kept as a plain name{hint}")
