"""`medvlm build`: write README.md and the other generated files of the repository."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.commands.files import load_valid_catalog
from generator.commands.printing import say, say_error
from generator.exits import OK, PROBLEMS_FOUND, USAGE
from generator.files.changes import NoRevision, list_changed_paths
from generator.options import Options, WrongUsage, read_revision
from generator.outputs.committed import render_committed_files
from generator.outputs.committed.changes import FileChange, apply_changes, find_changes
from generator.outputs.committed.hand_edits import refuse_hand_edits
from generator.settings import load_settings


@dataclass(frozen=True, kw_only=True)
class BuildOptions(Options):
    """The options of `build`."""

    check: bool
    diff: bool
    changed_since: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `medvlm build`."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if a file is out of date"
    )
    parser.add_argument("--diff", action="store_true", help="print the changes as a diff")
    parser.add_argument(
        "--changed-since",
        type=read_revision,
        metavar="REV",
        help="with --check: fail only for generated files that were edited by hand since this git revision",
    )
    parser.set_defaults(options=BuildOptions)


def run(options: BuildOptions) -> int:
    """Write or compare the files; fail without writing if an entry has errors."""
    if options.changed_since and not options.check:
        raise WrongUsage("--changed-since goes with --check: add it")
    catalog = load_valid_catalog(options.root)
    if catalog is None:
        return PROBLEMS_FOUND
    root = options.root.resolve()
    changes = find_changes(root, render_committed_files(catalog, load_settings(root), root))
    if options.check and options.changed_since:
        return _refuse_hand_edits(options, options.changed_since, changes, catalog)
    if not options.check:
        apply_changes(root, changes)
    for change in changes:
        if options.diff:
            say(change.diff())
        done = "deleted" if change.new is None else "written"
        say(f"{change.path} {'is out of date: run `medvlm build`' if options.check else done}")
    return PROBLEMS_FOUND if changes and options.check else OK


def _refuse_hand_edits(
    options: BuildOptions, revision: str, changes: Sequence[FileChange], catalog: Catalog
) -> int:
    try:
        touched = list_changed_paths(options.root, revision)
    except NoRevision as error:
        say_error(f"medvlm build: {error}")
        return USAGE
    found = refuse_hand_edits(changes, touched, catalog, revision)
    for sentence in found:
        say(sentence)
    if options.diff:
        say("\n".join(change.diff() for change in changes if change.path in touched), end="")
    return PROBLEMS_FOUND if found else OK
