"""The options of a command as a frozen dataclass, so that mypy checks each use of them."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class WrongUsage(Exception):
    """Options that do not fit together; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What every command is given; the options of one command are a subclass with a field for each argument.

    A parser names its class: `parser.set_defaults(options=CheckOptions)`.
    """

    root: Path
    """The project's folder."""


@dataclass(frozen=True, kw_only=True)
class PathOptions(Options):
    """The options of a command that may keep to some files or folders; no path means all of them."""

    paths: Sequence[str]

    def relative_paths(self) -> list[str]:
        """The paths from the project's folder; raises WrongUsage for one that is outside."""
        return [self._relative(path) for path in self.paths]

    def _relative(self, path: str) -> str:
        found = os.path.relpath(path, self.root).replace(os.sep, "/")
        if found.split("/")[0] == "..":
            raise WrongUsage(f"{path} is not in the project's folder, {self.root}")
        return found


def add_paths(parser: argparse.ArgumentParser) -> None:
    """The argument of `PathOptions`; a parser with more arguments names its own class after this."""
    parser.add_argument(
        "paths", nargs="*", type=_existing, metavar="PATH", help="only these files or folders"
    )
    parser.set_defaults(options=PathOptions)


def _existing(path: str) -> str:
    if not Path(path).exists():
        raise argparse.ArgumentTypeError(f"there is no {path}")
    return path


def read_options(parsed: argparse.Namespace) -> Any:
    """The options in `parsed`, of the class that the command's parser named.

    Raises TypeError where an argument has no field, or a field no argument.
    """
    values = dict(vars(parsed))
    kind: type[Options] = values.pop("options")
    return kind(**values)
