"""`medvlm build`: write README.md and what else is kept in the repository."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.commands.files import catalog_without_errors
from generator.exits import OK, PROBLEMS_FOUND, USAGE
from generator.links.changes import NoRevision, changed_since
from generator.options import Options
from generator.outputs import committed, committing
from generator.outputs.hand_edits import refusals
from generator.settings import load_settings


@dataclass(frozen=True, kw_only=True)
class BuildOptions(Options):
    """The options of `build`."""

    check: bool
    diff: bool
    changed_since: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to write, to show, or to refuse."""
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if out of date")
    parser.add_argument("--diff", action="store_true", help="show what changes")
    parser.add_argument(
        "--changed-since", metavar="REV", help="with --check: only what was edited by hand since then"
    )
    parser.set_defaults(options=BuildOptions)


def run(options: BuildOptions) -> int:
    """Write or compare the files; entries with errors are refused."""
    catalog = catalog_without_errors(options.root)
    if catalog is None:
        return PROBLEMS_FOUND
    root = options.root.resolve()
    changes = committing.changes(root, committed(catalog, load_settings(root), root))
    if options.check and options.changed_since:
        return _refuse_hand_edits(options, options.changed_since, changes, catalog)
    if not options.check:
        committing.apply(root, changes)
    for change in changes:
        if options.diff:
            print(change.diff())
        done = "deleted" if change.new is None else "written"
        print(f"{change.path} {'is out of date: run `medvlm build`' if options.check else done}")
    return PROBLEMS_FOUND if changes and options.check else OK


def _refuse_hand_edits(
    options: BuildOptions, revision: str, changes: Sequence[committing.Change], catalog: Catalog
) -> int:
    try:
        touched = changed_since(options.root, revision)
    except NoRevision as error:
        print(f"medvlm build: {error}", file=sys.stderr)
        return USAGE
    found = refusals(changes, touched, catalog, revision)
    for sentence in found:
        print(sentence)
    if options.diff:
        print(*(change.diff() for change in changes if change.path in touched), sep="\n", end="")
    return PROBLEMS_FOUND if found else OK
