"""The argument of commands that write into a folder which the caller names."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from generator.options import Options, read_path


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
