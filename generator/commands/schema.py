"""`medvlm schema`: print the JSON Schema of an entry file, for editors."""

import argparse

from generator.checking.load import load
from generator.exits import OK
from generator.outputs.data import schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to say."""


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    print(schema.of_entry_file(load(options.root).catalog), end="")
    return OK
