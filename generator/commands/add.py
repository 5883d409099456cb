"""`medvlm add`: a new entry from an arXiv id, DOI, repository or .bib file."""

import sys

from generator.add import command
from generator.add.command import AddOptions
from generator.exits import OK, PROBLEMS_FOUND, USAGE

add_arguments = command.add_arguments


def run(options: AddOptions) -> int:
    """Print each line as it is made; a source that led to no entry fails."""
    if not options.sources and not options.from_issue:
        print("name a source, such as 2210.10163, or --from-issue FILE", file=sys.stderr)
        return USAGE
    is_complete, lines = command.run(options)
    for line in lines:
        print(line)
    return OK if is_complete else PROBLEMS_FOUND
