"""`medvlm use-id`: write the id of an entry wherever other entries use its name."""

import argparse
from dataclasses import dataclass

from generator.checking.load import load
from generator.checking.use_id import use_id
from generator.exits import OK, PROBLEMS_FOUND
from generator.options import Options
from generator.text import find_nearest, quoted


@dataclass(frozen=True, kw_only=True)
class UseIdOptions(Options):
    """The options of `use-id`."""

    id: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The entry whose names are replaced."""
    parser.add_argument("id", metavar="ID", help="the entry that the names mean")
    parser.set_defaults(options=UseIdOptions)


def run(options: UseIdOptions) -> int:
    """Rewrite the files that name the entry; an unknown id fails."""
    catalog = load(options.root).catalog
    if options.id not in catalog.paths:
        guess = find_nearest(options.id, catalog.paths)
        print(f"no entry has the id {quoted(options.id)}" + (f": did you mean `{guess}`?" if guess else ""))
        return PROBLEMS_FOUND
    for path in use_id(options.root, options.id, catalog):
        print(f"{path} written")
    return OK
