"""The command `medvlm`: read the arguments, then load and run one module of `commands`."""

import atexit
import gc
import os
import sys
from collections.abc import Collection, Sequence
from importlib import import_module
from signal import SIG_DFL, SIGINT, signal

from generator.commands.parser import CommandParser, ShowVersion
from generator.commands.printing import flush, let_print_any_character, say_error
from generator.exits import INTERRUPTED, OK, PROBLEMS_FOUND, USAGE
from generator.files.project import ProjectFileError
from generator.files.refusals import explain_with_file
from generator.options import WrongUsage, read_options

__all__ = ["OK", "PROBLEMS_FOUND", "USAGE", "main"]

COMMANDS = {
    "check": "report every problem of every entry",
    "fmt": "format entry files in the standard layout; comments are kept",
    "add": "add new entries from identifiers, GitHub repositories, titles or bibliography files",
    "add-results": "add a table of results (CSV, TSV, Markdown or LaTeX) to an entry",
    "use-id": "replace the name of an entry by its id in all other entries, for a name that two share",
    "build": "write README.md and lists/ from the entries",
    "export": "write the open data: JSON, CSV, BibTeX, RIS, CSL-JSON, Atom",
    "pages": "write the pages of the website as Markdown, for any site engine",
    "schema": "print the JSON Schema of an entry file, for editors",
    "links": "check that every link works and leads to the right work",
    "discover": "rank new works that the list lacks, for a maintainer to read",
    "review": "summarize what a change does to the list, as Markdown",
    "publish": "write a comment, an issue, a commit or a pull request to GitHub (for workflows)",
}
"""Every command and what it does, in the order of the help."""

_NEW_OBJECTS = 100_000
"""So many new objects start a search for garbage. Python's 700 is for small programs: with a long list in
memory, it takes a third of the time of a command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code, one of `generator.exits`.

    Wrong usage, and a file of the project that cannot be used, raise SystemExit with theirs.
    """
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        signal(SIGINT, SIG_DFL)  # a second one ends at once what still waits
        say_error("medvlm: interrupted")
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    let_print_any_character()
    seek_garbage_rarely()
    given = sys.argv[1:] if arguments is None else arguments
    parser = _parser(given)
    try:
        parsed = parser.parse_args(given)
        run = vars(parsed).pop("run")
        code = int(run(read_options(parsed)))
        flush()
    except WrongUsage as error:
        parser.error(str(error))
    except ProjectFileError as error:
        parser.exit(PROBLEMS_FOUND, f"medvlm: error: {error}\n")
    except BrokenPipeError:  # the reader, such as `head`, wants no more
        _drop_output()
        return PROBLEMS_FOUND
    except OSError as error:  # such as a full disk
        _drop_output()
        say_error(f"medvlm: error: {explain_with_file(error)}")
        return PROBLEMS_FOUND
    return code


def _drop_output() -> None:
    """Drop what is not printed yet, where nobody reads it or it cannot be written: Python would try again."""
    try:
        flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(words: Collection[str] = tuple(COMMANDS)) -> CommandParser:
    """Make the parser, with the arguments of only those commands that are among `words`."""
    parser = CommandParser(
        prog="medvlm",
        description="Check, extend, build and export a list of works that is kept as one YAML file an entry.",
        epilog="`medvlm COMMAND --help` explains a command. "
        "Exit codes: 0 no errors, 1 the data has errors or a generated file is out of date, 2 wrong usage.",
    )
    parser.set_defaults(root=".")
    parser.add_argument("--version", action=ShowVersion, help="show the version of medvlm and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        if name in words:
            module = import_module(f"generator.commands.{name.replace('-', '_')}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def seek_garbage_rarely() -> None:
    """Let Python collect garbage rarely, and not among all objects when the program ends."""
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)


if __name__ == "__main__":
    sys.exit(main())
