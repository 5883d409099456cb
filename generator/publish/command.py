"""The command `publish`: a comment, a standing issue, a commit or a pull request."""

from datetime import UTC, datetime

from generator.add.asking import Services
from generator.exits import OK, PROBLEMS_FOUND
from generator.links.command import setting_of
from generator.links.pacing import SystemClock
from generator.publish import git
from generator.publish.arguments import (
    CommentOptions,
    CommitOptions,
    IssueOptions,
    ProposalOptions,
    PublishOptions,
    PullRequestOptions,
)
from generator.publish.comment import comment, pull_request_of
from generator.publish.github import PublishError, Repository
from generator.publish.issue import issue
from generator.publish.proposal import propose
from generator.publish.pullrequest import pull_request


def run(options: PublishOptions) -> tuple[str, int]:
    """Publish; what to print and the exit code."""
    try:
        return _publish(options), OK
    except (PublishError, ValueError) as error:
        return f"medvlm publish: {error}", PROBLEMS_FOUND


def _publish(options: PublishOptions) -> str:
    match options:
        case CommentOptions():
            return _comment(options)
        case IssueOptions():
            return issue(Repository.of_environment(), options.marker, options.title, options.text)
        case CommitOptions():
            return _commit(options)
        case PullRequestOptions():
            return _pull_request(options)
        case ProposalOptions():
            return _proposal(options)


def _comment(options: CommentOptions) -> str:
    repository = Repository.of_environment()
    number = options.number or pull_request_of(repository, options.head or "")
    return comment(repository, number, options.marker, options.text)


def _commit(options: CommitOptions) -> str:
    if not git.commit(options.root, options.message, options.paths):
        return "nothing to commit"
    git.push(options.root, options.branch)
    return f"{options.branch}: committed and pushed"


def _pull_request(options: PullRequestOptions) -> str:
    return pull_request(
        Repository.of_environment(),
        options.root,
        options.branch,
        options.base,
        options.title,
        options.text,
        options.paths,
    )


def _proposal(options: ProposalOptions) -> str:
    services = Services(setting_of(options.root, SystemClock()))
    today = datetime.now(UTC).date().isoformat()
    return propose(Repository.of_environment(), options.root, options.number, options.base, today, services)
