"""The command `medvlm add`: its options, what it writes and what it prints."""

import argparse
import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.add.adding import AddOutcome, add_from_issue, add_works, save_proposal
from generator.add.asking.services import Services
from generator.add.drafting.proposal import Proposal
from generator.add.drafting.suggesting import MISSING, can_suggest
from generator.checking.check import check
from generator.checking.load import load
from generator.entry.formatting import format_files
from generator.files.named import read_named
from generator.files.refusals import explain
from generator.links.asking.pacing import SystemClock
from generator.links.client_context import make_client_context
from generator.options import Options
from generator.problems import Problem, Severity

MAX_ISSUE_BYTES = 1024 * 1024
"""An issue has at most 65,536 characters."""


@dataclass(frozen=True, kw_only=True)
class AddOptions(Options):
    """The options of `add`."""

    sources: Sequence[str]
    from_issue: Path | None
    dry_run: bool
    edit: bool
    skeleton: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `medvlm add`."""
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="an arXiv id, a DOI, a PubMed id, the address of a paper or a GitHub repository, "
        "a title in quotes, or a file: .bib, .ris or CITATION.cff",
    )
    parser.add_argument(
        "--from-issue",
        type=Path,
        metavar="FILE",
        help="a file with the text of an issue that was made with the form 'Add a paper'",
    )
    parser.add_argument("--dry-run", action="store_true", help="print the files instead of writing them")
    parser.add_argument("--edit", action="store_true", help="open each new file in $EDITOR, then check it")
    parser.add_argument(
        "--skeleton", action="store_true", help="work offline: write only what the source itself says"
    )
    parser.epilog = "Example: medvlm add --edit 2412.10372"
    parser.set_defaults(options=AddOptions)


def run(options: AddOptions) -> tuple[bool, Iterator[str]]:
    """Return whether every source led to an entry, and the lines to print.

    The lines are lazy: each file is written when its line is read.
    """
    catalog = load(options.root).catalog
    today = datetime.now(UTC).date().isoformat()
    services = None if options.skeleton else Services(make_client_context(options.root, SystemClock()))
    done = add_works(options.sources, catalog, today, services)
    if options.from_issue:
        text = read_named(options.from_issue, MAX_ISSUE_BYTES).decode("utf-8", "replace")
        issue = add_from_issue(text, catalog, today, services)
        done.proposals += issue.proposals
        done.duplicates += issue.duplicates
        done.failures += issue.failures
        done.notes += issue.notes
    return not done.failures and not done.duplicates, _report(options, done)


def _report(options: AddOptions, done: AddOutcome) -> Iterator[str]:
    if done.proposals and not can_suggest():
        yield f"note: {MISSING}"
    for proposal in done.proposals:
        if options.dry_run:
            yield from (f"note: {note}" for note in proposal.notes)
            yield f"# {proposal.path}\n{proposal.text}"
        else:
            yield from _write(options, proposal)
    yield from (f"note: {note}" for note in done.notes)
    yield from (f"skipped: {sentence}" for sentence in done.duplicates)
    yield from (f"error: {sentence}" for sentence in done.failures)


def _write(options: AddOptions, proposal: Proposal) -> Iterator[str]:
    problems = save_proposal(options.root, proposal)
    yield f"{proposal.path} written"
    yield from (f"  note: {note}" for note in proposal.notes)
    if options.edit:
        if fault := _edit(options.root / proposal.path):
            yield fault
        format_files(options.root, [proposal.path])
        problems = check(options.root, [proposal.path]).problems
    yield from map(_describe_left, problems)


def _describe_left(problem: Problem) -> str:
    return f"  {'to do' if problem.severity is Severity.ERROR else 'check'}: {problem}"


def _edit(file: Path) -> str | None:
    """Open `file` in the person's editor; return a message where the editor cannot be started."""
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    editor = next(filter(None, named), "vi")
    try:
        # An editor may exit with an error on purpose (`:cq` of vi); the file is checked in any case.
        subprocess.run([*shlex.split(editor), str(file)], check=False)
    except (OSError, ValueError) as error:
        return f"the editor `{editor}` cannot be started ({explain(error)}): edit the file by hand"
    return None
