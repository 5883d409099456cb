"""The command `medvlm add-results`: a pasted table becomes a table of results in an entry's file."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.add.results.names import NameFinder
from generator.add.results.pasted_tables import UnreadableTable, read_table
from generator.add.results.proposal import TableDefaults, propose_table
from generator.add.results.proposed_table import ProposedTable
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.checking.load import load
from generator.entry import layout
from generator.entry.layout.tree import LayoutNode, parse_tree
from generator.files.named import read_input, read_named
from generator.files.project import find_inside, write_inside
from generator.options import Options
from generator.problems import has_errors
from generator.text import find_nearest, quoted
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
    """No table was added; the message says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `medvlm add-results`."""
    parser.add_argument(
        "entry", metavar="ENTRY", help="the id, name or file of the entry of the paper that prints the table"
    )
    parser.add_argument(
        "table",
        metavar="FILE",
        help="a file with the table as CSV, TSV, Markdown or a LaTeX tabular; - reads standard input",
    )
    parser.add_argument("--where", metavar="TEXT", help="where the table is printed, such as 'Table 4'")
    parser.add_argument(
        "--benchmark", metavar="NAME", help="the benchmark of each column whose head names none"
    )
    parser.add_argument(
        "--setting", metavar="SLUG", help="the setting of each column whose head names none, such as 'test'"
    )
    parser.add_argument(
        "--metric", metavar="TERM", help="the metric of each column whose head names none, such as 'accuracy'"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="print the table instead of writing it to the entry"
    )
    parser.epilog = "Example: medvlm add-results wang2022medclip table.csv --metric accuracy"
    parser.set_defaults(options=AddResultsOptions)


def run(options: AddResultsOptions) -> tuple[bool, Iterator[str]]:
    """Return whether the table is in the entry and complete, and the lines to print."""
    try:
        return _add(options)
    except (NotAdded, UnreadableTable) as error:
        return False, iter([f"error: {error}"])


def _add(options: AddResultsOptions) -> tuple[bool, Iterator[str]]:
    catalog = load(options.root).catalog
    id_ = _find_entry(options.entry, catalog)
    names = NameFinder(catalog)
    table = propose_table(read_table(_read(options.table)), names, id_, _read_defaults(options, names))
    lines = [f"note: {note}" for note in table.notes]
    if options.dry_run:
        root = LayoutNode(children=[LayoutNode("results", children=[table.to_tree()])], is_mapping=True)
        return table.is_complete, iter([*lines, _write(root).rstrip("\n")])
    path = catalog.paths[id_]
    write_inside(options.root, path, _add_table(find_inside(options.root, path), path, table))
    problems = check(options.root, [path]).problems
    to_do = [f"  to do: {problem}" for problem in problems]
    lines += [f"{path} written: {_describe_size(table)}", *to_do]
    return table.is_complete and not has_errors(problems), iter(lines)


def _find_entry(given: str, catalog: Catalog) -> str:
    stem = Path(given).stem if given.endswith(".yaml") else given
    if id_ := catalog.find_id(stem):
        return id_
    if stem in catalog.paths:  # a file with errors
        return stem
    named = {**{id_: id_ for id_ in catalog.paths}, **catalog.ids_by_name}
    guess = find_nearest(stem[:80], named)
    raise NotAdded(
        f"no entry has the id or name {quoted(stem)}" + (f": did you mean `{named[guess]}`?" if guess else "")
    )


def _read(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return read_input(MAX_BYTES)
    return read_named(Path(file), MAX_BYTES)


def _read_defaults(options: AddResultsOptions, names: NameFinder) -> TableDefaults:
    """What the options say about the whole table; a benchmark and a metric may have any of their names."""
    benchmark = options.benchmark and (names.find_benchmark(options.benchmark) or options.benchmark)
    metric = options.metric and (names.find_metric(options.metric) or options.metric)
    return TableDefaults(options.where, benchmark, options.setting, metric)


def _add_table(file: Path, path: str, table: ProposedTable) -> str:
    """The text of the entry's `file` with `table` after its other tables. Raises NotAdded."""
    document = reading.read_document(file, path)
    if document.problems or not isinstance(document.data, dict):
        raise NotAdded(f"{path} has errors: run `medvlm check {path}`, fix them, then add the table")
    root = parse_tree(document.text)
    children = root.children or []
    results = next((child for child in children if child.key == "results"), None)
    if results is None:
        results = LayoutNode("results", children=[])
        children.append(results)
    if results.is_mapping or results.children is None:
        raise NotAdded(f"`results` in {path} is not a list: run `medvlm check {path}` and fix it")
    results.children.append(table.to_tree())
    text = _write(root)
    if fault := reading.find_size_fault(text.encode()):
        raise NotAdded(f"{path}: {fault}")
    return text


def _write(root: LayoutNode) -> str:
    return layout.format_text(layout.format_tree(root))


def _describe_size(table: ProposedTable) -> str:
    rows = table.data["rows"]
    numbers = sum(value is not None for row in rows for value in row["values"])
    return f"{len(rows)} rows, {numbers} numbers"
