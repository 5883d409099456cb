"""The command `medvlm`: reads the arguments, calls one function, prints what it returns."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import build, report
from generator.add import command as add_command
from generator.catalog import Catalog
from generator.check import check
from generator.fmt import format_files
from generator.hand_edits import refusals
from generator.links import arguments as link_arguments
from generator.links.changes import NoRevision, changed_since, new_since
from generator.links.state import load_state
from generator.load import ENTRIES, load
from generator.outputs import committed, data, site
from generator.outputs.data import schema
from generator.outputs.write import write
from generator.problems import Severity, has_errors
from generator.publish import arguments as publish_arguments
from generator.review import review
from generator.settings import load_settings

OK, FAULTY, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 all well, 1 the data has problems, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="medvlm", description="Check, build and export the list.")
    parser.add_argument("--root", type=_project, default=".", help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("check", help="every problem of every entry")
    command.add_argument(
        "paths", nargs="*", type=_existing, metavar="PATH", help="only these files or folders"
    )
    command.add_argument("--format", choices=report.FORMATS, default=_default_format())
    command.set_defaults(run=_check)

    command = commands.add_parser("fmt", help="put entries into the one layout, comments kept")
    command.add_argument(
        "paths", nargs="*", type=_existing, metavar="PATH", help="only these files or folders"
    )
    command.set_defaults(run=_fmt)

    command = commands.add_parser("build", help="write README.md, and lists/ where it grows too long")
    command.add_argument("--check", action="store_true", help="write nothing; exit 1 if out of date")
    command.add_argument("--diff", action="store_true", help="show what changes")
    command.add_argument(
        "--changed-since", metavar="REV", help="with --check: only what was edited by hand since then"
    )
    command.set_defaults(run=_build)

    command = commands.add_parser("pages", help="write the pages of the site as Markdown, for any engine")
    command.add_argument(
        "folder", type=Path, metavar="DIR", help="where to; files of the same names are replaced"
    )
    command.set_defaults(run=_pages)

    command = commands.add_parser(
        "export", help="write the open data: JSON, CSV, BibTeX, RIS, CSL-JSON, Atom"
    )
    command.add_argument(
        "folder", type=Path, metavar="DIR", help="where to; files of the same names are replaced"
    )
    command.set_defaults(run=_export)

    command = commands.add_parser("add", help="a new entry from an arXiv id, DOI, repository or .bib file")
    add_command.add_arguments(command)
    command.set_defaults(run=_add)

    command = commands.add_parser("links", help="check that every link is alive, and the right one")
    link_arguments.add_arguments(command)
    command.set_defaults(run=_links)

    command = commands.add_parser("links-merge", help="join the memories of several runs of `links`")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="what each run remembered")
    command.add_argument("--state", type=Path, help="the memory to put them into")
    command.set_defaults(run=_links_merge)

    command = commands.add_parser("review", help="what a change does to the list, as Markdown")
    command.add_argument("--changed-since", required=True, metavar="REV", help="where the change began")
    command.add_argument("--links", type=Path, metavar="FILE", help="a Markdown report of `links` to put in")
    command.set_defaults(run=_review)

    command = commands.add_parser("publish", help="a comment, an issue, a commit or a pull request on GitHub")
    publish_arguments.add_arguments(command)
    command.set_defaults(run=_publish)

    command = commands.add_parser("schema", help="print the JSON Schema of an entry file, for editors")
    command.set_defaults(run=_schema)
    return parser


def _project(path: str) -> Path:
    if not (Path(path) / ENTRIES).is_dir():
        raise argparse.ArgumentTypeError(f"no folder `{ENTRIES}` in {path}: name the project's folder")
    return Path(path)


def _existing(path: str) -> str:
    if not Path(path).exists():
        raise argparse.ArgumentTypeError(f"there is no {path}")
    return path


def _default_format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") else "text"


def _check(options: argparse.Namespace) -> int:
    paths = [_within(options.root, path) for path in options.paths]
    problems = check(options.root, paths).problems
    print(report.FORMATS[options.format](problems))
    return FAULTY if has_errors(problems) else OK


def _fmt(options: argparse.Namespace) -> int:
    done = format_files(options.root, [_within(options.root, path) for path in options.paths])
    for path in done.changed:
        print(f"{path} written")
    if done.problems:
        print(report.FORMATS[_default_format()](done.problems))
    return FAULTY if done.problems else OK


def _build(options: argparse.Namespace) -> int:
    checked = check(options.root)
    if has_errors(checked.problems):
        errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
        print(report.FORMATS[_default_format()](errors))
        return FAULTY
    root = options.root.resolve()
    changes = build.changes(root, committed(checked.catalog, load_settings(root), root))
    if options.check and options.changed_since:
        return _refuse_hand_edits(options, changes, checked.catalog)
    if not options.check:
        build.apply(root, changes)
    for change in changes:
        if options.diff:
            print(change.diff())
        done = "deleted" if change.new is None else "written"
        print(f"{change.path} {'is out of date: run `medvlm build`' if options.check else done}")
    return FAULTY if changes and options.check else OK


def _refuse_hand_edits(options: argparse.Namespace, changes: Sequence[build.Change], catalog: Catalog) -> int:
    try:
        touched = changed_since(options.root, options.changed_since)
    except NoRevision as error:
        print(f"medvlm build: {error}", file=sys.stderr)
        return USAGE
    found = refusals(changes, touched, catalog, options.changed_since)
    for sentence in found:
        print(sentence)
    if options.diff:
        print(*(change.diff() for change in changes if change.path in touched), sep="\n", end="")
    return FAULTY if found else OK


def _pages(options: argparse.Namespace) -> int:
    checked = check(options.root)
    if has_errors(checked.problems):
        print(report.FORMATS[_default_format()](checked.problems))
        return FAULTY
    for page in site.pages(checked.catalog, load_settings(options.root), load_state(options.root)):
        write(options.folder / page.source, page.markdown)
    print(f"{options.folder}: written")
    return OK


def _export(options: argparse.Namespace) -> int:
    checked = check(options.root)
    if has_errors(checked.problems):
        print(report.FORMATS[_default_format()](checked.problems))
        return FAULTY
    for path, text in data.files(checked.catalog, load_settings(options.root)):
        write(options.folder / path, text)
    print(f"{options.folder}: written")
    return OK


def _links(options: argparse.Namespace) -> int:
    from generator.links import command  # only here, as it loads an HTTP library

    said = command.run(options, sys.stderr)
    print(said.text, file=sys.stderr if said.code == USAGE else sys.stdout)
    return said.code


def _links_merge(options: argparse.Namespace) -> int:
    from generator.links import memory, merge

    try:
        count = merge.merge(options.state or options.root / memory.STATE, options.files)
    except memory.BrokenState as error:
        print(f"medvlm links-merge: {error}", file=sys.stderr)
        return USAGE
    print(f"{count} identifiers remembered")
    return OK


def _review(options: argparse.Namespace) -> int:
    try:
        changed = changed_since(options.root, options.changed_since)
        new = new_since(options.root, options.changed_since)
    except NoRevision as error:
        print(f"medvlm review: {error}", file=sys.stderr)
        return USAGE
    links = options.links.read_text("utf-8") if options.links and options.links.is_file() else ""
    print(review(options.root, changed, new, links), end="")
    return OK


def _publish(options: argparse.Namespace) -> int:
    from generator.publish import command

    said, code = command.run(options)
    print(said, file=sys.stderr if code else sys.stdout)
    return code


def _add(options: argparse.Namespace) -> int:
    if not options.sources and not options.from_issue:
        print("name a source, such as 2210.10163, or --from-issue FILE", file=sys.stderr)
        return USAGE
    is_complete, lines = add_command.run(options)
    for line in lines:
        print(line)
    return OK if is_complete else FAULTY


def _schema(options: argparse.Namespace) -> int:
    print(schema.of_entry_file(load(options.root).catalog), end="")
    return OK


def _within(root: Path, path: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


if __name__ == "__main__":
    sys.exit(main())
