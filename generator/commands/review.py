"""`medvlm review`: what a change does to the list, as Markdown."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.exits import OK, USAGE
from generator.links.changes import NoRevision, list_changed_paths, list_new_paths
from generator.options import Options
from generator.publish.review import write_review


@dataclass(frozen=True, kw_only=True)
class ReviewOptions(Options):
    """The options of `review`."""

    changed_since: str
    links: Path | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Since when, and what the link checker said."""
    parser.add_argument("--changed-since", required=True, metavar="REV", help="where the change began")
    parser.add_argument("--links", type=Path, metavar="FILE", help="a Markdown report of `links` to put in")
    parser.set_defaults(options=ReviewOptions)


def run(options: ReviewOptions) -> int:
    """Print the review, which never fails for what it finds."""
    try:
        changed = list_changed_paths(options.root, options.changed_since)
        new = list_new_paths(options.root, options.changed_since)
    except NoRevision as error:
        print(f"medvlm review: {error}", file=sys.stderr)
        return USAGE
    links = options.links.read_text("utf-8") if options.links and options.links.is_file() else ""
    print(write_review(options.root, changed, new, links), end="")
    return OK
