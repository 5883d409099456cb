"""Keep one comment on an issue or pull request."""

import re
from collections.abc import Mapping
from typing import Any

from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.markers import add_marker, find_marker, has_marker
from generator.publish.github.places import PullRequest

BOT = "Bot"


def find_pull_request(repository: GithubRepository, commit: str) -> PullRequest:
    """Find the open pull request whose head is `commit`; raises `PublishError` if there is none."""
    # For a pull request from a fork, GitHub's event workflow_run does not say the number.
    for pull in repository.pages("pulls", state="open"):
        if pull["head"]["sha"] == commit:
            return PullRequest.from_answer(pull)
    raise PublishError(f"no open pull request has the head {commit[:12]}")


def write_comment(repository: GithubRepository, number: int, name: str, text: str) -> str:
    """Write or edit the comment with the marker `name` on `number`, an issue or pull request.

    Returns a sentence that says what was done.
    """
    body = add_marker(name, text)
    comment = find_comment(repository, number, name)
    if comment is None:
        repository.post(f"issues/{number}/comments", {"body": body})
        return f"comment on {number}: written"
    if comment["body"] == body:
        return f"comment on {number}: unchanged"
    repository.patch(f"issues/comments/{comment['id']}", {"body": body})
    return f"comment on {number}: edited"


def find_comment(repository: GithubRepository, number: int, name: str) -> Mapping[str, Any] | None:
    """Find our comment with the marker `name`. Anybody can write the marker, so only a bot's can be ours."""
    found = find_comments(repository, number, name)
    return next((comment for comment in found if has_marker(name, comment["body"])), None)


def find_comments(repository: GithubRepository, number: int, name: str) -> list[Mapping[str, Any]]:
    """Find our comments with the marker `name`, or `name` followed by a number: `proposal-900`."""
    marker = re.compile(rf"{re.escape(name)}(-[0-9]+)?\Z")
    return [
        comment
        for comment in repository.pages(f"issues/{number}/comments")
        if comment["user"]["type"] == BOT and marker.match(find_marker(comment["body"]))
    ]
