"""What several commands share: the argument for an output folder, and how problems are printed."""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import report
from generator.options import Options, read_path
from generator.problems import Problem
from generator.sanitizing.logs import LogText


@dataclass(frozen=True, kw_only=True)
class FolderOptions(Options):
    """The options of a command that writes into a folder."""

    folder: Path


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Add the argument for the folder into which a command writes."""
    parser.add_argument(
        "folder",
        type=read_path,
        metavar="DIR",
        help="the folder to write into; it is made if missing, and files with the same names are replaced",
    )
    parser.set_defaults(options=FolderOptions)


def format_problems(problems: Iterable[Problem], form: str | None = None) -> LogText:
    """Return the problems as a command prints them, in the format `form` or the default one."""
    form = form or report.detect_default_format()
    return report.sanitize_report(report.FORMATS[form](list(problems)), form)
