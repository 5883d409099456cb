"""`medvlm add-results`: a table that a paper prints, as results of its entry."""

from generator.add import result_command
from generator.add.result_command import AddResultsOptions
from generator.exits import OK, PROBLEMS_FOUND

add_arguments = result_command.add_arguments


def run(options: AddResultsOptions) -> int:
    """Print what was understood; a table that a person must complete fails."""
    is_complete, lines = result_command.run(options)
    for line in lines:
        print(line)
    return OK if is_complete else PROBLEMS_FOUND
