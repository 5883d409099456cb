"""`medvlm review`: summarize what a change does to the list, as Markdown."""

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
    """Add the arguments of `medvlm review`."""
    parser.add_argument(
        "--changed-since", required=True, metavar="REV", help="the git revision before the change"
    )
    parser.add_argument(
        "--links", type=Path, metavar="FILE", help="a Markdown report of `medvlm links` to include"
    )
    parser.set_defaults(options=ReviewOptions)


def run(options: ReviewOptions) -> int:
    """Print the review; problems in the entries do not make it fail."""
    try:
        changed = list_changed_paths(options.root, options.changed_since)
        new = list_new_paths(options.root, options.changed_since)
    except NoRevision as error:
        print(f"medvlm review: {error}", file=sys.stderr)
        return USAGE
    links = options.links.read_text("utf-8") if options.links and options.links.is_file() else ""
    print(write_review(options.root, changed, new, links), end="")
    return OK
