"""The command `medvlm`: reads the arguments and runs one module of `commands`, the only one it loads."""

import argparse
import sys
from collections.abc import Collection, Sequence
from importlib import import_module
from pathlib import Path

from generator.entry.folder import ENTRIES_FOLDER
from generator.exits import OK, PROBLEMS_FOUND, USAGE
from generator.options import WrongUsage, read_options

__all__ = ["OK", "PROBLEMS_FOUND", "USAGE", "main"]

COMMANDS = {
    "check": "every problem of every entry",
    "fmt": "put entries into the one layout, comments kept",
    "use-id": "write the id of an entry where other entries use its name",
    "build": "write README.md, and lists/ where it grows too long",
    "pages": "write the pages of the site as Markdown, for any engine",
    "export": "write the open data: JSON, CSV, BibTeX, RIS, CSL-JSON, Atom",
    "add": "a new entry from an arXiv id, DOI, repository or .bib file",
    "add-results": "a table of results from CSV, TSV, Markdown or LaTeX, in an entry",
    "links": "check that every link is alive, and the right one",
    "review": "what a change does to the list, as Markdown",
    "publish": "a comment, an issue, a commit or a pull request on GitHub",
    "schema": "print the JSON Schema of an entry file, for editors",
}
"""Every command and what it does, in the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 all well, 1 the data has problems, 2 wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = _parser(given)
    parsed = parser.parse_args(given)
    run = vars(parsed).pop("run")
    try:
        return int(run(read_options(parsed)))
    except WrongUsage as error:
        parser.error(str(error))


def _parser(words: Collection[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """A parser that knows the arguments of those commands that are among `words`."""
    parser = argparse.ArgumentParser(prog="medvlm", description="Check, build and export the list.")
    parser.add_argument("--root", type=_project, default=".", help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose)
        if name in words:
            module = import_module(f"generator.commands.{name.replace('-', '_')}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


def _project(path: str) -> Path:
    if not (Path(path) / ENTRIES_FOLDER).is_dir():
        raise argparse.ArgumentTypeError(f"no folder `{ENTRIES_FOLDER}` in {path}: name the project's folder")
    return Path(path)


if __name__ == "__main__":
    sys.exit(main())
