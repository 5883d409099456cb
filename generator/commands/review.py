"""`medvlm review`: say what a change does to the list, as the comment on its pull request does."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from generator.commands.printing import say, say_error, say_sanitized
from generator.exits import OK, USAGE
from generator.files.changes import NoRevision
from generator.options import Options, read_revision
from generator.publish.review.collect import collect_review
from generator.publish.review.data import BrokenReview
from generator.publish.review.words import write_review
from generator.sanitizing.logs import sanitize_json
from generator.settings import load_settings


@dataclass(frozen=True, kw_only=True)
class ReviewOptions(Options):
    """The options of `review`."""

    changed_since: str
    links: Path | None
    format: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `medvlm review`."""
    parser.add_argument(
        "--changed-since",
        required=True,
        type=read_revision,
        metavar="REV",
        help="the git revision before the change",
    )
    parser.add_argument(
        "--links", type=Path, metavar="FILE", help="a JSON report of `medvlm links` to include"
    )
    parser.add_argument(
        "--format",
        choices=("markdown", "json"),
        default="markdown",
        help="markdown for people, json for `medvlm publish review`",
    )
    parser.set_defaults(options=ReviewOptions)


def run(options: ReviewOptions) -> int:
    """Print the review; problems in the entries do not make it fail."""
    try:
        review = collect_review(options.root, options.changed_since, options.links)
    except (NoRevision, BrokenReview) as error:
        say_error(f"medvlm review: {error}")
        return USAGE
    if options.format == "json":
        say_sanitized(sanitize_json(review.to_json()), end="")
    else:
        say(write_review(review, load_settings(options.root)), end="")
    return OK
