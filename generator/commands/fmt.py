"""`medvlm fmt`: format entry files in the standard layout."""

from generator.commands.printing import format_problems, say, say_sanitized
from generator.entry.formatting import format_files
from generator.exits import OK, PROBLEMS_FOUND
from generator.options import PathOptions, add_paths

add_arguments = add_paths


def run(options: PathOptions) -> int:
    """Rewrite the files with another layout; fail if a file cannot be read."""
    done = format_files(options.root, options.relative_paths())
    for path in done.changed:
        say(f"{path} written")
    if done.problems:
        say_sanitized(format_problems(done.problems))
    return PROBLEMS_FOUND if done.problems else OK
