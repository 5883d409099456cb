"""The command `publish`: write a comment, a tracking issue, a commit or a pull request."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from generator.add.asking.services import Services
from generator.exits import OK, PROBLEMS_FOUND
from generator.links.asking.pacing import SystemClock
from generator.links.client_context import make_client_context
from generator.options import WrongUsage
from generator.publish.addresses import fill_in_addresses
from generator.publish.github import git
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.comment import find_pull_request, write_comment
from generator.publish.github.issue import update_issue
from generator.publish.github.places import Places
from generator.publish.github.pullrequest import ProposedChange, open_pull_request
from generator.publish.noting import note_changes
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
from generator.publish.releases.changelog import find_last_month, write_changelog
from generator.publish.releases.release import publish_release
from generator.publish.requests.decline import propose_declined
from generator.publish.requests.issue_request import read_request
from generator.publish.requests.proposal import propose_again, propose_from_issue
from generator.publish.requests.proposed import list_proposed
from generator.publish.review.data import BrokenReview, read_review
from generator.publish.review.words import write_review
from generator.settings import load_settings

REVIEW_MARKER = "review"


def run(options: PublishOptions) -> tuple[str, int]:
    """Publish; return what to print and the exit code."""
    try:
        return _PUBLISHING[type(options)](options), OK
    except (PublishError, BrokenReview, ValueError) as error:
        return f"medvlm publish: {error}", PROBLEMS_FOUND


def _publish_review(options: ReviewOptions) -> str:
    review = read_review(options.file)
    repository = GithubRepository.from_environment()
    pull = find_pull_request(repository, options.head)
    places = Places(repository.page, pull, repository.server)
    text = write_review(review, load_settings(options.root), places)
    return write_comment(repository, pull.number, REVIEW_MARKER, text)


def _commit(options: CommitOptions) -> str:
    if not git.commit(options.root, options.message, options.paths):
        return "nothing to commit"
    git.push(options.root, options.branch)
    return f"{options.branch}: committed and pushed"


def _open_pull_request(options: PullRequestOptions) -> str:
    change = ProposedChange(
        branch=options.branch,
        base=options.base,
        title=options.title,
        text=options.text,
        paths=options.paths,
    )
    repository = GithubRepository.from_environment()
    return open_pull_request(repository, options.root, change, once=options.once)


def _propose(options: ProposalOptions) -> str:
    if options.number is None and options.comment is not None:
        raise WrongUsage("--comment goes with --number: leave one of --comment and --waiting out")
    services = Services(make_client_context(options.root, SystemClock()))
    repository = GithubRepository.from_environment()
    if options.number is None:
        return propose_again(repository, options.root, options.base, _get_today(), services)
    request = read_request(repository, options.number, options.comment)
    if request is None:
        return f"comment {options.comment} has no line `/add`: nothing to do"
    return propose_from_issue(repository, options.root, request, options.base, _get_today(), services)


def _propose_declined(options: DeclineOptions) -> str:
    repository = GithubRepository.from_environment()
    return propose_declined(
        repository, options.root, options.number, options.comment, options.base, _get_today()
    )


def _publish_release(options: ReleaseOptions) -> str:
    repository, today = GithubRepository.from_environment(), _get_today()
    month = options.month or find_last_month(today)
    return publish_release(repository, options.root, month, options.exports, options.branch, today)


def _get_today() -> str:
    return datetime.now(UTC).date().isoformat()


def _keep_issue(options: IssueOptions) -> str:
    return update_issue(GithubRepository.from_environment(), options.marker, options.title, options.text)


def _list_proposed(options: ProposedOptions) -> str:
    return "\n".join(list_proposed(GithubRepository.from_environment()))


def _write_digest(options: DigestOptions) -> str:
    return write_changelog(options.root, options.month or find_last_month(_get_today())).rstrip("\n")


_PUBLISHING: Mapping[type[PublishOptions], Callable[[Any], str]] = {
    ReviewOptions: _publish_review,
    IssueOptions: _keep_issue,
    CommitOptions: _commit,
    PullRequestOptions: _open_pull_request,
    ProposalOptions: _propose,
    AddressesOptions: lambda options: fill_in_addresses(options.root, options.site_url),
    DeclineOptions: _propose_declined,
    ProposedOptions: _list_proposed,
    HistoryOptions: lambda options: note_changes(options.root, _get_today()),
    DigestOptions: _write_digest,
    ReleaseOptions: _publish_release,
}
