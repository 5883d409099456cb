"""`medvlm fmt`: put entries into the one layout."""

from generator.commands.common import reported
from generator.entry.formatting import format_files
from generator.exits import OK, PROBLEMS_FOUND
from generator.options import PathOptions, add_paths

add_arguments = add_paths


def run(options: PathOptions) -> int:
    """Write what is not laid out so; what cannot be read fails."""
    done = format_files(options.root, options.relative_paths())
    for path in done.changed:
        print(f"{path} written")
    if done.problems:
        print(reported(done.problems))
    return PROBLEMS_FOUND if done.problems else OK
