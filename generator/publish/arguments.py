"""What the command `publish` takes; apart from it, as that loads an HTTP library."""

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The four things that can be published."""
    kinds = parser.add_subparsers(required=True, metavar="WHAT")

    kind = kinds.add_parser("comment", help="one comment, edited in place")
    kind.add_argument("--marker", required=True, help="by which the comment is found again")
    place = kind.add_mutually_exclusive_group(required=True)
    place.add_argument("--number", type=int, help="of the issue or pull request")
    place.add_argument("--head", metavar="COMMIT", help="of the pull request")
    kind.add_argument("text", type=_text, metavar="FILE", help="the comment; - for standard input")
    kind.set_defaults(what="comment")

    kind = kinds.add_parser("issue", help="one standing issue; closed when FILE has no section")
    kind.add_argument("--marker", required=True, help="by which the issue is found again")
    kind.add_argument("--title", required=True)
    kind.add_argument("text", type=_text, metavar="FILE", help="the issue; - for standard input")
    kind.set_defaults(what="issue")

    kind = kinds.add_parser("commit", help="commit files and push them, if they changed")
    kind.add_argument("--branch", default="main")
    kind.add_argument("--message", required=True)
    kind.add_argument("paths", nargs="+", metavar="PATH")
    kind.set_defaults(what="commit")

    kind = kinds.add_parser("pull-request", help="propose files from a branch of the bot's own")
    kind.add_argument("--branch", required=True)
    kind.add_argument("--base", default="main")
    kind.add_argument("--title", required=True)
    kind.add_argument("text", type=_text, metavar="FILE", help="the description; - for standard input")
    kind.add_argument("paths", nargs="+", metavar="PATH")
    kind.set_defaults(what="pull-request")

    kind = kinds.add_parser("proposal", help="the entry that an issue describes, as a pull request")
    kind.add_argument("--number", type=int, required=True, help="of the issue")
    kind.add_argument("--base", default="main")
    kind.set_defaults(what="proposal")


def _text(path: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(f"{path} cannot be read") from error
