"""The arguments of the command `links`; apart from it, so that other commands load no HTTP library."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.links.memory import STATE
from generator.links.registry import LINKED
from generator.links.reports import FORMATS, SUFFIXES
from generator.options import PathOptions, add_paths
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
    """The arguments of `links`."""
    add_paths(parser)
    parser.add_argument(
        "--changed-since", metavar="REV", help="only files changed since REV; two looks make `dead`"
    )
    parser.add_argument(
        "--only", choices=LINKED, action="append", default=[], help="only links that this service knows"
    )
    parser.add_argument(
        "--minutes", type=_minutes, metavar="N", help="ask no more after so long; 0 asks nothing"
    )
    parser.add_argument("--format", choices=FORMATS, default=detect_default_format())
    parser.add_argument("--state", type=Path, metavar="FILE", help=f"what is remembered (default: {STATE})")
    parser.add_argument(
        "--report",
        type=_report_file,
        metavar="FILE",
        action="append",
        default=[],
        help=f"write the report there too, in the form of its name ({', '.join(SUFFIXES)})",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="let plain web links point at this network"
    )
    parser.add_argument("--fix", action="store_true", help="write moved addresses into the entries")
    parser.add_argument(
        "--accept",
        metavar="ID",
        action="append",
        default=[],
        help="with --fix: an entry whose proposals to write too, or all",
    )
    parser.add_argument("--plan", action="store_true", help="say what would be asked, and ask nothing")
    parser.set_defaults(options=LinksOptions)


def _minutes(text: str) -> float:
    minutes = float(text)
    if not 0 <= minutes < float("inf"):
        raise argparse.ArgumentTypeError("write a number of minutes, such as 50")
    return minutes


def _report_file(text: str) -> Path:
    file = Path(text)
    if file.suffix not in SUFFIXES:
        raise argparse.ArgumentTypeError(f"the name must end in one of {', '.join(SUFFIXES)}")
    return file
