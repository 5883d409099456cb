"""Make a results table for an entry file from a pasted table, and note what a person must complete."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.add.results.names import ColumnHead, ModelName, NameFinder
from generator.add.results.pasted_tables import PastedTable
from generator.add.results.printed_values import is_number, read_value
from generator.add.results.proposed_table import ProposedTable
from generator.add.results.table_parts import TableParts, find_parts, list_heads
from generator.checking.rules.result_values import LATEX_COMMAND
from generator.text import quoted

_COLUMN_KEYS = ("benchmark", "setting", "metric")


@dataclass(frozen=True, slots=True)
class TableDefaults:
    """What a person says about the whole table; what a head says goes first."""

    where: str | None = None
    benchmark: str | None = None
    setting: str | None = None
    metric: str | None = None


def propose_table(pasted: PastedTable, names: NameFinder, entry: str, given: TableDefaults) -> ProposedTable:
    """Make the results table for `pasted`, printed by the entry with the id `entry`. Raises UnreadableTable.

    Nothing is guessed: a head or a cell that is not understood stays as it is printed, with a note.
    """
    parts = find_parts(pasted, names)
    done = ProposedTable({})
    heads = [names.read_head(texts, given.benchmark) for texts in list_heads(parts, pasted.has_spans, done)]
    _describe_heads(heads, given, done)
    _describe_left_out(parts, done)
    rows = list(_make_rows(parts, heads, names, entry, done))
    done.data = {**_describe_table(heads, given, done), "rows": rows}
    _use_names(done.data, names)
    _require_no_commands(done)
    if others := [row["model"] for row in rows if "own" in row]:
        done.notes.append(f"rows of other works get `own: false`, such as {quoted(others[0])}: check them")
    return done


def _describe_table(heads: Sequence[ColumnHead], given: TableDefaults, done: ProposedTable) -> dict[str, Any]:
    """Return what the whole table and its columns say; a single column has no part of its own."""
    common = _find_common(heads, given)
    table: dict[str, Any] = {"where": given.where, **common}
    columns = [_make_column(head, given, common) for head in heads]
    if len(heads) > 1:
        _require_different_heads(columns, done)
        table["columns"] = [
            column or ({"note": head.text} if head.text else {})
            for column, head in zip(columns, heads, strict=True)
        ]
    return table


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


def _describe_left_out(parts: TableParts, done: ProposedTable) -> None:
    for column in range(parts.values[0], len(parts.body[0])):
        texts = [row[column].text for row in (*parts.head, *parts.body) if row[column].text]
        if column not in parts.values and texts:
            done.require(f"the column with {quoted(texts[0])} has no numbers: left out")


def _find_common(heads: Sequence[ColumnHead], given: TableDefaults) -> dict[str, str]:
    """What all columns share: what every head says, or what a person says about the whole table."""
    columns = [_make_column(head, given) for head in heads]
    shared = {name: {column.get(name) for column in columns} for name in _COLUMN_KEYS}
    return {name: value for name, values in shared.items() if len(values) == 1 and (value := values.pop())}


def _make_column(head: ColumnHead, given: TableDefaults, common: Collection[str] = ()) -> dict[str, str]:
    """What the head says, or a person about the whole table, except what is `common` to all columns."""
    values = {name: getattr(head, name) or getattr(given, name) for name in _COLUMN_KEYS}
    return {name: value for name, value in values.items() if value and name not in common}


def _require_different_heads(columns: Sequence[dict[str, str]], done: ProposedTable) -> None:
    for place, column in enumerate(columns):
        if column in columns[:place]:
            first = columns.index(column) + 1
            done.require(f"column {place + 1} is headed as column {first}: write what differs, as a setting")


def _make_rows(
    parts: TableParts, heads: Sequence[ColumnHead], names: NameFinder, entry: str, done: ProposedTable
) -> Iterator[dict[str, Any]]:
    headings: list[str] = []
    number = 0
    percent = [_is_percent(head, names) for head in heads]
    for row in parts.body:
        texts = ["" if row[column].continues else row[column].text for column in parts.values]
        label, *others = [row[column].text for column in parts.names if row[column].text] or [""]
        if not any(map(is_number, texts)):
            headings.append(" ".join(dict.fromkeys(cell.text for cell in row if cell.text)))
            continue
        if any(row[column].continues for column in parts.values):
            done.require(f"row {quoted(label)}: a number over several columns is put into the first of them")
        values = [read_value(text, is_percent=unit) for text, unit in zip(texts, percent, strict=True)]
        _describe_values(label, texts, values, done)
        model = names.read_model(label, entry)
        _describe_row(number, label, model, headings, done)
        variant = ", ".join(filter(None, (model.variant, *others))) or None
        own = {} if model.model == entry else {"own": False}
        yield {"model": model.model, "variant": variant, **own, "values": values}
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
