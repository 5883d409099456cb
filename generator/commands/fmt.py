"""`medvlm fmt`: put entries into the one layout."""

import argparse

from generator.commands.common import add_paths, reported, wanted
from generator.exits import FAULTY, OK
from generator.fmt import format_files

add_arguments = add_paths


def run(options: argparse.Namespace) -> int:
    """Write what is not laid out so; what cannot be read fails."""
    done = format_files(options.root, wanted(options))
    for path in done.changed:
        print(f"{path} written")
    if done.problems:
        print(reported(done.problems))
    return FAULTY if done.problems else OK
