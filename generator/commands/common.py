"""What several commands share: arguments, and the words for a list with errors."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import report
from generator.exits import USAGE
from generator.options import Options
from generator.problems import Problem


@dataclass(frozen=True, kw_only=True)
class PathOptions(Options):
    """The options of a command that may keep to some files; none means all."""

    paths: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class FolderOptions(Options):
    """The options of a command that writes into a folder."""

    folder: Path


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Files or folders to which a command keeps."""
    parser.add_argument(
        "paths", nargs="*", type=_existing, metavar="PATH", help="only these files or folders"
    )
    parser.set_defaults(options=PathOptions)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The folder into which a command writes."""
    parser.add_argument(
        "folder", type=Path, metavar="DIR", help="where to; files of the same names are replaced"
    )
    parser.set_defaults(options=FolderOptions)


def _existing(path: str) -> str:
    if not Path(path).exists():
        raise argparse.ArgumentTypeError(f"there is no {path}")
    return path


def wanted(options: PathOptions) -> list[str]:
    """The paths of `add_paths` from the project's folder; wrong usage for one that is outside."""
    paths = [os.path.relpath(path, options.root).replace(os.sep, "/") for path in options.paths]
    for path in paths:
        if path.split("/")[0] == "..":
            print(f"medvlm: {path} is not in the project's folder, {options.root}", file=sys.stderr)
            raise SystemExit(USAGE)
    return paths


def reported(problems: Iterable[Problem], form: str | None = None) -> str:
    """The problems as a command prints them."""
    return report.FORMATS[form or report.default_format()](list(problems))
