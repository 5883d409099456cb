"""`medvlm links`: check that every link works and leads to the right work."""

import sys

from generator.exits import USAGE
from generator.links import arguments, command
from generator.links.arguments import LinksOptions

add_arguments = arguments.add_arguments


def run(options: LinksOptions) -> int:
    """Print the report; wrong usage goes to standard error."""
    said = command.run(options, sys.stderr)
    print(said.text, file=sys.stderr if said.code == USAGE else sys.stdout)
    return said.code
