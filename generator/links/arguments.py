"""The arguments of the command `links`; a module of its own, so that other commands load no HTTP library."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.links.remembering.link_state import STATE_FILE
from generator.links.reports import REPORT_FORMATS, REPORT_SUFFIXES
from generator.links.services import LINK_SERVICES
from generator.options import PathOptions, add_paths, read_path, read_revision
from generator.report import detect_default_format


@dataclass(frozen=True, kw_only=True)
class LinksOptions(PathOptions):
    """The options of `links`."""

    changed_since: str | None
    only: Sequence[str]
    minutes: float | None
    format: str
    state: Path | None
    report: Sequence[Path]
    allow_private: bool
    fix: bool
    accept: Sequence[str]
    plan: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `links` to `parser`."""
    _add_selection(parser)
    _add_reports(parser)
    parser.add_argument("--fix", action="store_true", help="write moved addresses into the entries")
    parser.add_argument(
        "--accept",
        metavar="ID",
        action="append",
        default=[],
        help="with --fix: also write the proposals for the entry ID, or for all",
    )
    parser.add_argument("--plan", action="store_true", help="print what would be asked, and ask nothing")
    parser.epilog = (
        "Exit codes: 0 no wrong or dead link, 1 some, 2 wrong usage, 3 what was learned could not be saved, "
        "4 nothing answered."
    )
    parser.set_defaults(options=LinksOptions)


def _add_selection(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    parser.add_argument(
        "--changed-since",
        type=read_revision,
        metavar="REV",
        help="only files changed since REV; a link that fails twice in this run is `dead`",
    )
    parser.add_argument(
        "--only",
        choices=LINK_SERVICES,
        action="append",
        default=[],
        help="only links that lead to this service; may be repeated",
    )
    parser.add_argument(
        "--minutes", type=_read_minutes, metavar="N", help="stop asking after N minutes; 0 asks nothing"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="let plain web links lead to private addresses"
    )


def _add_reports(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=REPORT_FORMATS, default=detect_default_format())
    parser.add_argument(
        "--state",
        type=_read_state_file,
        metavar="FILE",
        help=f"the memory of earlier runs (default: {STATE_FILE})",
    )
    parser.add_argument(
        "--report",
        type=_report_file,
        metavar="FILE",
        action="append",
        default=[],
        help=f"also write the report to FILE; its suffix is the format ({', '.join(REPORT_SUFFIXES)})",
    )


def _read_minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = -1
    if not 0 <= minutes < float("inf"):
        raise argparse.ArgumentTypeError("write a number of minutes, such as 50")
    return minutes


def _read_state_file(text: str) -> Path:
    file = read_path(text)
    if os.path.isdir(file):
        raise argparse.ArgumentTypeError(f"{text} is a folder: name a file")
    return file


def _report_file(text: str) -> Path:
    file = read_path(text)
    if file.suffix not in REPORT_SUFFIXES:
        raise argparse.ArgumentTypeError(f"the name must end in one of {', '.join(REPORT_SUFFIXES)}")
    return file
