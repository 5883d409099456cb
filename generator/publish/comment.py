"""One comment on an issue or pull request, edited in place."""

from generator.publish.github import GithubRepository, PublishError
from generator.publish.marked import add_marker, has_marker

BOT = "Bot"


def find_pull_request(repository: GithubRepository, commit: str) -> int:
    """The open pull request whose head is `commit`; also one from a fork, which no event names."""
    for pull in repository.pages("pulls", state="open"):
        if pull["head"]["sha"] == commit:
            return int(pull["number"])
    raise PublishError(f"no open pull request has the head {commit[:12]}")


def write_comment(repository: GithubRepository, number: int, name: str, text: str) -> str:
    """Write the comment called `name` under `number`; says what was done.

    Only a bot's comment is taken for ours: anybody can write the marker.
    """
    body = add_marker(name, text)
    for found in repository.pages(f"issues/{number}/comments"):
        if has_marker(name, found["body"]) and found["user"]["type"] == BOT:
            if found["body"] == body:
                return f"comment on {number}: nothing new"
            repository.patch(f"issues/comments/{found['id']}", {"body": body})
            return f"comment on {number}: edited"
    repository.post(f"issues/{number}/comments", {"body": body})
    return f"comment on {number}: written"
