"""The options of a command as a frozen dataclass, so that mypy checks each use of them."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.files.refusals import explain


class WrongUsage(Exception):
    """Options that do not fit together; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """The options of every command; a command with more has a subclass with a field for each argument.

    A parser names its class: `parser.set_defaults(options=CheckOptions)`.
    """

    root: Path
    """The project's folder."""


@dataclass(frozen=True, kw_only=True)
class PathOptions(Options):
    """The options of a command that works on some files or folders; no path means all entries."""

    paths: Sequence[str]

    def relative_paths(self) -> list[str]:
        """The paths relative to the project's folder. Raises WrongUsage for one that is outside."""
        return [self._relative(path) for path in self.paths]

    def _relative(self, path: str) -> str:
        found = os.path.relpath(path, self.root).replace(os.sep, "/")
        if _is_outside(found):  # unless only one of both is written with a link above the project
            found = os.path.relpath(os.path.realpath(path), os.path.realpath(self.root)).replace(os.sep, "/")
        if _is_outside(found):
            raise WrongUsage(f"{path} is not in the project's folder, {self.root}")
        return found


def _is_outside(path: str) -> bool:
    return path.split("/")[0] == ".."


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the argument of `PathOptions`; a parser with more arguments sets its own class after this."""
    parser.add_argument(
        "paths", nargs="*", type=_existing, metavar="PATH", help="only these files or folders (default: all)"
    )
    parser.set_defaults(options=PathOptions)


def _existing(path: str) -> str:
    """Return `path`, where something is; of a link to nowhere the command says what it is."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise argparse.ArgumentTypeError(f"{path or 'an empty path'} does not exist") from error
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{path} cannot be read: {explain(error)}") from error
    return path


def read_path(text: str) -> Path:
    """Return the path `text`; an empty one, such as of an unset variable, is not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("the path is empty: name a file or a folder")
    return Path(text)


def read_revision(text: str) -> str:
    """Return the git revision `text`; an empty one, such as of an unset variable, is not none at all."""
    if not text:
        raise argparse.ArgumentTypeError("the revision is empty: name one, such as main")
    return text


def read_options(parsed: argparse.Namespace) -> Any:
    """Return the options in `parsed`, of the class that the command's parser set.

    Raises TypeError where an argument has no field, or a field no argument.
    """
    values = dict(vars(parsed))
    kind: type[Options] = values.pop("options")
    return kind(**values)
