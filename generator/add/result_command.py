"""The command `medvlm add-results`: a pasted table becomes a table of results in an entry's file."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.add.pasted_tables import UnreadableTable, read_table
from generator.add.result_names import Names
from generator.add.result_proposal import Given, ProposedTable, propose_table
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.checking.load import load
from generator.entry import layout
from generator.entry.layout.tree import LayoutNode, parse_tree
from generator.options import Options
from generator.problems import Severity
from generator.text import find_nearest, quoted
from generator.write import write_file
from generator.yamlfiles import reading
from generator.yamlfiles.reading import MAX_BYTES

STANDARD_INPUT = "-"


@dataclass(frozen=True, kw_only=True)
class AddResultsOptions(Options):
    """The options of `add-results`."""

    entry: str
    table: str
    where: str | None
    benchmark: str | None
    setting: str | None
    metric: str | None
    dry_run: bool


class NotAdded(Exception):
    """Why no table was added."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `medvlm add-results` takes."""
    parser.add_argument(
        "entry", metavar="ENTRY", help="the id, the name or the file of the entry that prints it"
    )
    parser.add_argument(
        "table",
        metavar="FILE",
        help="the table as CSV, TSV, Markdown or LaTeX tabular; - reads standard input",
    )
    parser.add_argument("--where", metavar="TEXT", help="where it is printed, such as 'Table 4'")
    parser.add_argument("--benchmark", metavar="NAME", help="what was measured on, where no head says it")
    parser.add_argument("--setting", metavar="SLUG", help="how it was measured, where no head says it")
    parser.add_argument("--metric", metavar="TERM", help="what was measured, where no head says it")
    parser.add_argument("--dry-run", action="store_true", help="print the table instead of writing it")
    parser.set_defaults(options=AddResultsOptions)


def run(options: AddResultsOptions) -> tuple[bool, Iterator[str]]:
    """Whether the table is in the entry and complete, and the lines to print."""
    try:
        return _add(options)
    except (NotAdded, UnreadableTable) as error:
        return False, iter([f"error: {error}"])


def _add(options: AddResultsOptions) -> tuple[bool, Iterator[str]]:
    catalog = load(options.root).catalog
    id_ = _find_entry(options.entry, catalog)
    names = Names(catalog)
    table = propose_table(read_table(_read(options.table)), names, id_, _given(options, names))
    lines = [f"note: {note}" for note in table.notes]
    if options.dry_run:
        root = LayoutNode(children=[LayoutNode("results", children=[table.item()])], is_mapping=True)
        return table.is_complete, iter([*lines, _written(root).rstrip("\n")])
    path = catalog.paths[id_]
    write_file(options.root / path, _with_table(options.root / path, path, table))
    problems = check(options.root, [path]).problems
    is_sound = all(problem.severity is not Severity.ERROR for problem in problems)
    to_do = [f"  to do: {problem}" for problem in problems]
    return table.is_complete and is_sound, iter([*lines, f"{path} written: {_counted(table)}", *to_do])


def _find_entry(given: str, catalog: Catalog) -> str:
    stem = Path(given).stem if given.endswith(".yaml") else given
    if id_ := catalog.find_id(stem):
        return id_
    named = {**{id_: id_ for id_ in catalog.paths}, **catalog.ids_by_name}
    guess = find_nearest(stem[:80], named)
    raise NotAdded(
        f"no entry has the name {quoted(stem)}" + (f": did you mean `{named[guess]}`?" if guess else "")
    )


def _read(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NotAdded(f"{file} cannot be read: {getattr(error, 'strerror', error)}") from None


def _given(options: AddResultsOptions, names: Names) -> Given:
    """What is said of the whole table; a benchmark and a metric by any of their names."""
    benchmark = options.benchmark and (names.find_benchmark(options.benchmark) or options.benchmark)
    metric = options.metric and (names.find_metric(options.metric) or options.metric)
    return Given(options.where, benchmark, options.setting, metric)


def _with_table(file: Path, path: str, table: ProposedTable) -> str:
    """The text of the entry's `file` with `table` behind its other tables. Raises NotAdded."""
    document = reading.read_document(file, path)
    if document.problems or not isinstance(document.data, dict):
        raise NotAdded(f"{path} has faults: `medvlm check {path}` names them")
    root = parse_tree(document.text)
    children = root.children or []
    results = next((child for child in children if child.key == "results"), None)
    if results is None:
        results = LayoutNode("results", children=[])
        children.append(results)
    if results.is_mapping or results.children is None:
        raise NotAdded(f"`results` in {path} is no list: `medvlm check {path}` says more")
    results.children.append(table.item())
    text = _written(root)
    if len(text.encode()) > MAX_BYTES:
        raise NotAdded(f"{path} would be larger than {MAX_BYTES // 1024} KiB")
    return text


def _written(root: LayoutNode) -> str:
    root.mark_inner_comments()
    return layout.format_text(layout.format_tree(root))


def _counted(table: ProposedTable) -> str:
    rows = table.data["rows"]
    numbers = sum(value is not None for row in rows for value in row["values"])
    return f"{len(rows)} rows, {numbers} numbers"
