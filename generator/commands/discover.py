"""`medvlm discover`: rank new works that the list lacks."""

import sys

from generator.discover import arguments, command
from generator.discover.arguments import DiscoverOptions
from generator.exits import OK

add_arguments = arguments.add_arguments


def run(options: DiscoverOptions) -> int:
    """Print the report; what went wrong goes to standard error."""
    done = command.run(options)
    print(done.text, file=sys.stdout if done.code == OK else sys.stderr)
    return done.code
