"""`medvlm links-merge`: join the memories of several runs of `links`."""

import argparse
import sys
from pathlib import Path

from generator.exits import OK, USAGE
from generator.links import memory, merge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The memories, and where they go."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what each run remembered")
    parser.add_argument("--state", type=Path, help="the memory to put them into")


def run(options: argparse.Namespace) -> int:
    """Write the joined memory; one that cannot be read is wrong usage."""
    try:
        count = merge.merge(options.state or options.root / memory.STATE, options.files)
    except memory.BrokenState as error:
        print(f"medvlm links-merge: {error}", file=sys.stderr)
        return USAGE
    print(f"{count} identifiers remembered")
    return OK
