"""The parser of the command and of all that is below it: each takes `--root`, and none an empty text."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from generator import find_version
from generator.commands.printing import flush, say
from generator.entry.folder import ENTRIES_FOLDER
from generator.options import read_path
from generator.sanitizing.logs import sanitize_log

_BYTES = "surrogateescape"
"""How Python keeps the bytes of an argument for which it has no letters."""


class CommandParser(argparse.ArgumentParser):
    """A parser that takes `--root` and refuses empty texts; so do its subparsers, which are of this class."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # People also write it after the command. Unless they do, what is before the command holds.
        self.add_argument(
            "--root",
            type=_read_project,
            default=argparse.SUPPRESS,
            help="the project's folder (default: the current folder)",
        )
        self.register("type", None, _read_text)
        self.register("type", Path, read_path)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Exit; of the message, which may quote an argument, no terminal and no log obeys a part."""
        super().exit(status, message and sanitize_log(message))

    def add_subparsers(self, **options: Any) -> Any:
        """Add commands below this one; the parser of each reads its own texts."""
        commands = super().add_subparsers(**options)
        commands.type = str
        return commands


class ShowVersion(argparse.Action):
    """Print the version and exit; it is looked up only then, as that takes a while."""

    def __init__(self, **options: Any) -> None:
        super().__init__(nargs=0, default=argparse.SUPPRESS, **options)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Print and exit."""
        say(f"{parser.prog} {find_version()}")
        flush()
        parser.exit()


def _read_text(text: str) -> str:
    if not text.strip():  # such as an unset variable of the shell: it is not the argument left out
        raise argparse.ArgumentTypeError("the text is empty: write one")
    # In a locale of ASCII only, Python has no letters for the bytes of UTF-8. They do name a file.
    return text if os.path.lexists(text) else text.encode("utf-8", _BYTES).decode("utf-8", _BYTES)


def _read_project(path: str) -> Path:
    project = read_path(path)
    if os.path.islink(os.path.join(path, ENTRIES_FOLDER)):
        raise argparse.ArgumentTypeError(
            f"`{ENTRIES_FOLDER}` in {path} is a link, and links are not followed: use the folder itself"
        )
    if not os.path.isdir(os.path.join(path, ENTRIES_FOLDER)):
        raise argparse.ArgumentTypeError(
            f"{path} has no folder `{ENTRIES_FOLDER}`: run this in the project's folder, or give --root"
        )
    return project
