"""The arguments of the command `publish`; a module of its own, as the command loads an HTTP library."""

import argparse
import re
from pathlib import Path
from typing import TypeAlias

from generator.files.named import read_input, read_named
from generator.options import WrongUsage, read_path
from generator.publish.options import (
    AddressesOptions,
    CommitOptions,
    DeclineOptions,
    DigestOptions,
    HistoryOptions,
    IssueOptions,
    ProposalOptions,
    ProposedOptions,
    PublishOptions,
    PullRequestOptions,
    ReleaseOptions,
    ReviewOptions,
)

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])\Z")

Kinds: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of each kind of publication to `parser`."""
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    for add_kind in (
        _add_review,
        _add_issue,
        _add_commit,
        _add_pull_request,
        _add_proposal,
        _add_addresses,
        _add_declined,
        _add_proposed,
        _add_history,
        _add_digest,
        _add_release,
    ):
        add_kind(kinds)


def _add_kind(
    kinds: Kinds, name: str, options: type[PublishOptions], summary: str
) -> argparse.ArgumentParser:
    kind = kinds.add_parser(name, help=summary)
    kind.set_defaults(options=options)
    return kind


def _add_review(kinds: Kinds) -> None:
    summary = "write what `medvlm review` found as one comment, or edit it"
    kind = _add_kind(kinds, "review", ReviewOptions, summary)
    kind.add_argument("--head", required=True, metavar="COMMIT", help="head commit of the pull request")
    kind.add_argument("file", type=Path, metavar="FILE", help="the JSON of `medvlm review`")


def _add_issue(kinds: Kinds) -> None:
    summary = "keep one tracking issue; closed when FILE has no section"
    kind = _add_kind(kinds, "issue", IssueOptions, summary)
    kind.add_argument("--marker", required=True, help="name by which the issue is found again")
    kind.add_argument("--title", required=True)
    kind.add_argument("text", type=_read_text, metavar="FILE", help="the issue; - for standard input")


def _add_commit(kinds: Kinds) -> None:
    kind = _add_kind(kinds, "commit", CommitOptions, "commit files and push them, if they changed")
    kind.add_argument("--branch", default="main")
    kind.add_argument("--message", required=True)
    kind.add_argument("paths", nargs="+", metavar="PATH")


def _add_pull_request(kinds: Kinds) -> None:
    summary = "propose files from a branch that only the bot writes"
    kind = _add_kind(kinds, "pull-request", PullRequestOptions, summary)
    kind.add_argument("--branch", required=True)
    kind.add_argument("--base", default="main")
    kind.add_argument("--title", required=True)
    kind.add_argument("--once", action="store_true", help="not again if people closed it")
    kind.add_argument("text", type=_read_text, metavar="FILE", help="the description; - for standard input")
    kind.add_argument("paths", nargs="+", metavar="PATH")


def _add_proposal(kinds: Kinds) -> None:
    summary = "propose the entry that an issue describes, or answer"
    kind = _add_kind(kinds, "proposal", ProposalOptions, summary)
    issue = kind.add_mutually_exclusive_group(required=True)
    issue.add_argument("--number", type=_read_number, help="number of the issue")
    issue.add_argument(
        "--waiting",
        dest="number",
        action="store_const",
        const=None,
        help="all issues about which a service gave no answer",
    )
    kind.add_argument(
        "--comment", type=_read_number, metavar="ID", help="with --number: a maintainer's comment with `/add`"
    )
    kind.add_argument("--base", default="main")


def _add_addresses(kinds: Kinds) -> None:
    summary = "fill in the addresses that mkdocs.yml leaves unset"
    kind = _add_kind(kinds, "addresses", AddressesOptions, summary)
    kind.add_argument("--site-url", required=True, metavar="URL", help="address of the website")


def _add_declined(kinds: Kinds) -> None:
    summary = "propose what a maintainer's comment with `/decline` asks for"
    kind = _add_kind(kinds, "declined", DeclineOptions, summary)
    kind.add_argument("--number", type=_read_number, required=True, help="number of the issue")
    kind.add_argument("--comment", type=_read_number, required=True, metavar="ID", help="the comment")
    kind.add_argument("--base", default="main")


def _add_proposed(kinds: Kinds) -> None:
    summary = "print the arXiv ids in open pull requests and issues"
    _add_kind(kinds, "proposed", ProposedOptions, summary)


def _add_history(kinds: Kinds) -> None:
    summary = "note which works were published or withdrawn, and new candidates"
    _add_kind(kinds, "history", HistoryOptions, summary)


def _add_digest(kinds: Kinds) -> None:
    kind = _add_kind(kinds, "digest", DigestOptions, "print what happened in a month, as Markdown")
    kind.add_argument(
        "month", nargs="?", type=_read_month, metavar="MONTH", help="such as 2026-12 (default: the last)"
    )


def _add_release(kinds: Kinds) -> None:
    summary = "raise the version in CITATION.cff, tag it, attach the exports"
    kind = _add_kind(kinds, "release", ReleaseOptions, summary)
    kind.add_argument(
        "--month", type=_read_month, metavar="MONTH", help="such as 2026-12 (default: the last)"
    )
    kind.add_argument("--branch", default="main")
    kind.add_argument("exports", type=Path, metavar="DIR", help="what `medvlm export DIR` wrote")


def _read_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        raise argparse.ArgumentTypeError("write a number, such as 7")
    return int(text)


def _read_month(text: str) -> str:
    if not _MONTH.match(text):
        raise argparse.ArgumentTypeError("write a month, such as 2026-12")
    return text


def _read_text(path: str) -> str:
    try:
        content = read_input() if path == "-" else read_named(read_path(path))
        return content.decode("utf-8", "replace")
    except WrongUsage as error:
        raise argparse.ArgumentTypeError(str(error)) from error
