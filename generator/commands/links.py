"""`medvlm links`: check that every link works and leads to the right work."""

import sys

from generator.commands.printing import say_error, say_sanitized
from generator.exits import USAGE
from generator.links import arguments, command
from generator.links.arguments import LinksOptions

add_arguments = arguments.add_arguments


def run(options: LinksOptions) -> int:
    """Print the report; wrong usage goes to standard error."""
    said = command.run(options, sys.stderr)
    if said.code == USAGE:
        say_error(said.text)
    else:
        say_sanitized(said.text)
    return said.code
