"""`medvlm add`: a new entry from an arXiv id, DOI, repository or .bib file."""

import sys

from generator.add import command
from generator.add.command import AddOptions
from generator.exits import OK, PROBLEMS_FOUND, USAGE

add_arguments = command.add_arguments


def run(options: AddOptions) -> int:
    """Print each line as soon as it is ready; fail if a source led to no entry."""
    if not options.sources and not options.from_issue:
        print("medvlm add: name a source, such as 2210.10163, or give --from-issue FILE", file=sys.stderr)
        return USAGE
    is_complete, lines = command.run(options)
    for line in lines:
        print(line)
    return OK if is_complete else PROBLEMS_FOUND
