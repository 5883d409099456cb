"""`medvlm schema`: print the JSON Schema of an entry file, for editors."""

import argparse

from generator.calming.logs import calm_json
from generator.checking.load import load
from generator.commands.printing import say_calmed
from generator.exits import OK
from generator.options import Options
from generator.outputs.data import schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options of `medvlm schema`, which has no arguments."""
    parser.set_defaults(options=Options)


def run(options: Options) -> int:
    """Print the schema."""
    say_calmed(calm_json(schema.render_entry_schema(load(options.root).catalog)), end="")
    return OK
