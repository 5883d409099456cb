"""`medvlm use-id`: replace the name of an entry by its id in all other entries."""

import argparse
from dataclasses import dataclass

from generator.checking.load import load
from generator.checking.use_id import use_id
from generator.commands.printing import say
from generator.exits import OK, PROBLEMS_FOUND
from generator.options import Options


@dataclass(frozen=True, kw_only=True)
class UseIdOptions(Options):
    """The options of `use-id`."""

    id: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `medvlm use-id`."""
    parser.add_argument(
        "id", metavar="ID", help="the id of the entry whose name other entries use, such as wang2022medclip"
    )
    parser.set_defaults(options=UseIdOptions)


def run(options: UseIdOptions) -> int:
    """Rewrite the files that name the entry; fail if no entry has the id, or a file would be too large."""
    catalog = load(options.root).catalog
    if options.id not in catalog.paths:
        say(f"error: {catalog.describe_unknown_id(options.id)}")
        return PROBLEMS_FOUND
    done = dict(use_id(options.root, options.id, catalog))
    for path, fault in done.items():
        say(f"error: {path}: {fault}" if fault else f"{path} written")
    if not done:
        say(f"no other entry uses a name of `{options.id}`")
    return PROBLEMS_FOUND if any(done.values()) else OK
