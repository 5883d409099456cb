"""One standing issue, found by its marker: opened, edited, and closed when there is nothing to tell."""

from collections.abc import Mapping
from typing import Any

from generator.publish.comment import BOT
from generator.publish.github import GithubRepository
from generator.publish.marked import add_marker, has_marker


def update_issue(repository: GithubRepository, name: str, title: str, text: str) -> str:
    """Keep the issue called `name` in step with the report `text`; says what was done.

    A report without a section (`## …`) has nothing to mend: what is merely unknown is folded in it.
    """
    found = _found(repository, name)
    if not any(line.startswith("## ") for line in text.splitlines()):
        return _close(repository, found)
    body = {"title": title, "body": add_marker(name, text)}
    if not found:
        return f"issue {repository.post('issues', body)['number']}: opened"
    if (found["title"], found["body"]) == (title, body["body"]):
        return f"issue {found['number']}: nothing new"
    repository.patch(f"issues/{found['number']}", body)
    return f"issue {found['number']}: edited"


def _found(repository: GithubRepository, name: str) -> Mapping[str, Any] | None:
    for found in repository.pages("issues", state="open"):
        if "pull_request" not in found and has_marker(name, found["body"]) and found["user"]["type"] == BOT:
            return found
    return None


def _close(repository: GithubRepository, found: Mapping[str, Any] | None) -> str:
    if not found:
        return "no issue, and nothing to tell"
    repository.patch(f"issues/{found['number']}", {"state": "closed", "state_reason": "completed"})
    return f"issue {found['number']}: closed"
