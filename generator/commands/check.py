"""`medvlm check`: report every problem of every entry."""

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime

from generator import report
from generator.checking.check import check
from generator.commands.printing import format_problems, say_error, say_sanitized
from generator.entry.folder import ENTRIES_FOLDER, is_below
from generator.exits import OK, PROBLEMS_FOUND
from generator.options import PathOptions, add_paths
from generator.problems import has_errors
from generator.text import quoted


@dataclass(frozen=True, kw_only=True)
class CheckOptions(PathOptions):
    """The options of `check`."""

    format: str
    hints: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `medvlm check`."""
    add_paths(parser)
    parser.add_argument(
        "--format",
        choices=report.FORMATS,
        default=report.detect_default_format(),
        help="text for people, json for programs, github for annotations of GitHub Actions (default there)",
    )
    parser.add_argument(
        "--hints",
        action="store_true",
        help="also show what may be missing; a comment in the entry silences a wrong hint, as the hint says",
    )
    parser.set_defaults(options=CheckOptions)


def run(options: CheckOptions) -> int:
    """Print the problems; fail if one is an error."""
    paths = options.relative_paths()
    for path in paths:
        if path != "." and not is_below(path, [ENTRIES_FOLDER]):
            say_error(f"medvlm check: {quoted(path)} was not checked: entries are below `{ENTRIES_FOLDER}`")
    today = datetime.now(UTC).date()
    problems = check(options.root, paths, with_hints=options.hints, today=today).problems
    say_sanitized(format_problems(problems, options.format))
    return PROBLEMS_FOUND if has_errors(problems) else OK
