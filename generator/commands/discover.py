"""`medvlm discover`: rank new works that the list lacks."""

from generator.commands.printing import say, say_error
from generator.discover import arguments, command
from generator.discover.arguments import DiscoverOptions
from generator.exits import OK

add_arguments = arguments.add_arguments


def run(options: DiscoverOptions) -> int:
    """Print the report; what went wrong goes to standard error."""
    done = command.run(options)
    (say if done.code == OK else say_error)(done.text)
    return done.code
