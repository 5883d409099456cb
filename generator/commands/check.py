"""`medvlm check`: every problem of every entry."""

import argparse
from dataclasses import dataclass

from generator import report
from generator.checking.check import check
from generator.commands.common import reported
from generator.exits import OK, PROBLEMS_FOUND
from generator.options import PathOptions, add_paths
from generator.problems import has_errors


@dataclass(frozen=True, kw_only=True)
class CheckOptions(PathOptions):
    """The options of `check`."""

    format: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and how to say it."""
    add_paths(parser)
    parser.add_argument("--format", choices=report.FORMATS, default=report.detect_default_format())
    parser.set_defaults(options=CheckOptions)


def run(options: CheckOptions) -> int:
    """Print the problems; errors fail."""
    problems = check(options.root, options.relative_paths()).problems
    print(reported(problems, options.format))
    return PROBLEMS_FOUND if has_errors(problems) else OK
