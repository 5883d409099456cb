"""The arguments of the command `publish`; a module of its own, as the command loads an HTTP library."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator.files.named import read_named
from generator.options import Options, WrongUsage


@dataclass(frozen=True, kw_only=True)
class ReviewOptions(Options):
    """The options of `publish review`."""

    head: str
    file: Path


@dataclass(frozen=True, kw_only=True)
class IssueOptions(Options):
    """The options of `publish issue`."""

    marker: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class CommitOptions(Options):
    """The options of `publish commit`."""

    branch: str
    message: str
    paths: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class PullRequestOptions(Options):
    """The options of `publish pull-request`."""

    branch: str
    base: str
    title: str
    text: str
    paths: Sequence[str]
    once: bool


@dataclass(frozen=True, kw_only=True)
class AddressesOptions(Options):
    """The options of `publish addresses`."""

    site_url: str


@dataclass(frozen=True, kw_only=True)
class ProposalOptions(Options):
    """The options of `publish proposal`; without a `number`, issues that wait for a service are answered."""

    number: int | None
    comment: int | None
    base: str


@dataclass(frozen=True, kw_only=True)
class DeclineOptions(Options):
    """The options of `publish declined`."""

    number: int
    comment: int
    base: str


@dataclass(frozen=True, kw_only=True)
class ProposedOptions(Options):
    """The options of `publish proposed`."""


@dataclass(frozen=True, kw_only=True)
class HistoryOptions(Options):
    """The options of `publish history`."""


@dataclass(frozen=True, kw_only=True)
class DigestOptions(Options):
    """The options of `publish digest`; without a `month` it is the last whole one."""

    month: str


@dataclass(frozen=True, kw_only=True)
class ReleaseOptions(DigestOptions):
    """The options of `publish release`."""

    exports: Path
    branch: str


PublishOptions = (
    ReviewOptions
    | IssueOptions
    | CommitOptions
    | PullRequestOptions
    | ProposalOptions
    | AddressesOptions
    | DeclineOptions
    | ProposedOptions
    | HistoryOptions
    | ReleaseOptions
    | DigestOptions
)


Kinds: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of each kind of publication to `parser`."""
    kinds = parser.add_subparsers(required=True, metavar="WHAT")

    kind = kinds.add_parser("review", help="write what `medvlm review` found as one comment, or edit it")
    kind.add_argument("--head", required=True, metavar="COMMIT", help="head commit of the pull request")
    kind.add_argument("file", type=Path, metavar="FILE", help="the JSON of `medvlm review`")
    kind.set_defaults(options=ReviewOptions)

    kind = kinds.add_parser("issue", help="keep one tracking issue; closed when FILE has no section")
    kind.add_argument("--marker", required=True, help="name by which the issue is found again")
    kind.add_argument("--title", required=True)
    kind.add_argument("text", type=_text, metavar="FILE", help="the issue; - for standard input")
    kind.set_defaults(options=IssueOptions)

    kind = kinds.add_parser("commit", help="commit files and push them, if they changed")
    kind.add_argument("--branch", default="main")
    kind.add_argument("--message", required=True)
    kind.add_argument("paths", nargs="+", metavar="PATH")
    kind.set_defaults(options=CommitOptions)

    kind = kinds.add_parser("pull-request", help="propose files from a branch that only the bot writes")
    kind.add_argument("--branch", required=True)
    kind.add_argument("--base", default="main")
    kind.add_argument("--title", required=True)
    kind.add_argument("--once", action="store_true", help="not again if people closed it")
    kind.add_argument("text", type=_text, metavar="FILE", help="the description; - for standard input")
    kind.add_argument("paths", nargs="+", metavar="PATH")
    kind.set_defaults(options=PullRequestOptions)

    kind = kinds.add_parser("proposal", help="propose the entry that an issue describes, or answer")
    issue = kind.add_mutually_exclusive_group(required=True)
    issue.add_argument("--number", type=int, help="number of the issue")
    issue.add_argument(
        "--waiting",
        dest="number",
        action="store_const",
        const=None,
        help="all issues about which a service gave no answer",
    )
    kind.add_argument(
        "--comment", type=int, metavar="ID", help="with --number: a maintainer's comment with `/add`"
    )
    kind.add_argument("--base", default="main")
    kind.set_defaults(options=ProposalOptions)

    kind = kinds.add_parser("addresses", help="fill in the addresses that mkdocs.yml leaves unset")
    kind.add_argument("--site-url", required=True, metavar="URL", help="address of the website")
    kind.set_defaults(options=AddressesOptions)

    _add_candidates(kinds)
    _add_months(kinds)


def _add_candidates(kinds: Kinds) -> None:
    kind = kinds.add_parser("declined", help="propose what a maintainer's comment with `/decline` asks for")
    kind.add_argument("--number", type=int, required=True, help="number of the issue")
    kind.add_argument("--comment", type=int, required=True, metavar="ID", help="the comment")
    kind.add_argument("--base", default="main")
    kind.set_defaults(options=DeclineOptions)

    kind = kinds.add_parser("proposed", help="print the arXiv ids in open pull requests and issues")
    kind.set_defaults(options=ProposedOptions)


def _add_months(kinds: Kinds) -> None:
    kind = kinds.add_parser(
        "history", help="note which works were published or withdrawn, and new candidates"
    )
    kind.set_defaults(options=HistoryOptions)

    kind = kinds.add_parser("digest", help="print what happened in a month, as Markdown")
    kind.add_argument(
        "month", nargs="?", default="", metavar="MONTH", help="such as 2026-12 (default: the last)"
    )
    kind.set_defaults(options=DigestOptions)

    kind = kinds.add_parser("release", help="raise the version in CITATION.cff, tag it, attach the exports")
    kind.add_argument("--month", default="", metavar="MONTH", help="such as 2026-12 (default: the last)")
    kind.add_argument("--branch", default="main")
    kind.add_argument("exports", type=Path, metavar="DIR", help="what `medvlm export DIR` wrote")
    kind.set_defaults(options=ReleaseOptions)


def _text(path: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        return read_named(Path(path)).decode("utf-8", "replace")
    except WrongUsage as error:
        raise argparse.ArgumentTypeError(str(error)) from error
