"""`medvlm add`: new entries from identifiers, GitHub repositories, titles or bibliography files."""

from generator.add import command
from generator.add.command import AddOptions
from generator.commands.printing import say, say_error
from generator.exits import OK, PROBLEMS_FOUND, USAGE

add_arguments = command.add_arguments


def run(options: AddOptions) -> int:
    """Print each line as soon as it is ready; fail if a source led to no entry."""
    if not options.sources and not options.from_issue:
        say_error("medvlm add: name a source, such as 2210.10163, or give --from-issue FILE")
        return USAGE
    is_complete, lines = command.run(options)
    for line in lines:
        say(line)
    return OK if is_complete else PROBLEMS_FOUND
