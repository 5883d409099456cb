"""The command `publish`: write a comment, a tracking issue, a commit or a pull request."""

from datetime import UTC, datetime

from generator.add.asking import Services
from generator.exits import OK, PROBLEMS_FOUND
from generator.links.command import make_client_context
from generator.links.pacing import SystemClock
from generator.publish import git
from generator.publish.addresses import fill_in_addresses
from generator.publish.arguments import (
    AddressesOptions,
    CommitOptions,
    IssueOptions,
    ProposalOptions,
    PublishOptions,
    PullRequestOptions,
    ReviewOptions,
)
from generator.publish.comment import find_pull_request, write_comment
from generator.publish.github import GithubRepository, PublishError
from generator.publish.issue import update_issue
from generator.publish.issue_request import read_request
from generator.publish.places import Places
from generator.publish.proposal import propose_again, propose_from_issue
from generator.publish.pullrequest import open_pull_request
from generator.publish.review_data import BrokenReview, read_review
from generator.publish.review_words import write_review
from generator.settings import load_settings

REVIEW_MARKER = "review"


def run(options: PublishOptions) -> tuple[str, int]:
    """Publish; return what to print and the exit code."""
    try:
        return _publish(options), OK
    except (PublishError, BrokenReview, ValueError) as error:
        return f"medvlm publish: {error}", PROBLEMS_FOUND


def _publish(options: PublishOptions) -> str:
    match options:
        case ReviewOptions():
            return _review(options)
        case IssueOptions():
            return update_issue(
                GithubRepository.from_environment(), options.marker, options.title, options.text
            )
        case CommitOptions():
            return _commit(options)
        case PullRequestOptions():
            return _pull_request(options)
        case ProposalOptions():
            return _proposal(options)
        case AddressesOptions():
            return fill_in_addresses(options.root, options.site_url)


def _review(options: ReviewOptions) -> str:
    repository = GithubRepository.from_environment()
    pull = find_pull_request(repository, options.head)
    places = Places(repository.page, pull, repository.server)
    text = write_review(read_review(options.file), load_settings(options.root), places)
    return write_comment(repository, pull.number, REVIEW_MARKER, text)


def _commit(options: CommitOptions) -> str:
    if not git.commit(options.root, options.message, options.paths):
        return "nothing to commit"
    git.push(options.root, options.branch)
    return f"{options.branch}: committed and pushed"


def _pull_request(options: PullRequestOptions) -> str:
    return open_pull_request(
        GithubRepository.from_environment(),
        options.root,
        options.branch,
        options.base,
        options.title,
        options.text,
        options.paths,
        once=options.once,
    )


def _proposal(options: ProposalOptions) -> str:
    services = Services(make_client_context(options.root, SystemClock()))
    today = datetime.now(UTC).date().isoformat()
    repository = GithubRepository.from_environment()
    if options.number is None:
        return propose_again(repository, options.root, options.base, today, services)
    request = read_request(repository, options.number, options.comment)
    return propose_from_issue(repository, options.root, request, options.base, today, services)
