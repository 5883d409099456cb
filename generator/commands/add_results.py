"""`medvlm add-results`: add a table that a paper prints to the results of its entry."""

from generator.add.results import command
from generator.add.results.command import AddResultsOptions
from generator.commands.printing import say
from generator.exits import OK, PROBLEMS_FOUND

add_arguments = command.add_arguments


def run(options: AddResultsOptions) -> int:
    """Print what was added and what was not understood; fail if a person must complete the table."""
    is_complete, lines = command.run(options)
    for line in lines:
        say(line)
    return OK if is_complete else PROBLEMS_FOUND
