"""The arguments of the command `discover`."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.options import Options

MAX_CANDIDATES = 25


@dataclass(frozen=True, kw_only=True)
class DiscoverOptions(Options):
    """The options of `discover`."""

    since: date | None
    records: Sequence[Path]
    most: int
    report: Path | None
    proposed: Path | None
    save: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `discover` to `parser`."""
    _add_input(parser)
    _add_output(parser)
    parser.epilog = "Example: medvlm discover --since 2026-11-23 --report candidates.md"
    parser.set_defaults(options=DiscoverOptions)


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since",
        type=_read_day,
        metavar="DATE",
        help="rank the works since this day (default: since the last run, or of a week); the eight weeks "
        "before it are read to learn from",
    )
    parser.add_argument(
        "--records",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="read records from files (JSON lines, also .gz) instead of asking arXiv",
    )
    parser.add_argument(
        "--proposed",
        type=Path,
        metavar="FILE",
        help="a text that names works by arXiv id which are proposed already, such as open pull requests",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--most",
        type=_read_number,
        default=MAX_CANDIDATES,
        metavar="N",
        help=f"the most new candidates (default: {MAX_CANDIDATES})",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="also write the report, as Markdown")
    parser.add_argument(
        "--save",
        action="store_true",
        help="keep the candidates in site_docs/data/candidates.json, which the site shows",
    )


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("write a day, such as 2026-11-23") from error


def _read_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 1000:
        raise argparse.ArgumentTypeError("write a number from 1 to 1000")
    return int(text)
