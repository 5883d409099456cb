"""`medvlm schema`: print the JSON Schema of an entry file, for editors."""

import argparse

from generator.checking.load import load
from generator.commands.printing import say_sanitized
from generator.exits import OK
from generator.options import Options
from generator.outputs.data import schema
from generator.sanitizing.logs import sanitize_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options of `medvlm schema`, which has no arguments."""
    parser.set_defaults(options=Options)


def run(options: Options) -> int:
    """Print the schema."""
    say_sanitized(sanitize_json(schema.render_entry_schema(load(options.root).catalog)), end="")
    return OK
