"""Keep one tracking issue: opened, edited, and closed when there is nothing to report."""

from collections.abc import Mapping
from typing import Any

from generator.discover.report import keep_ticks
from generator.publish.github.api import GithubRepository
from generator.publish.github.comment import BOT
from generator.publish.github.markers import add_marker, has_marker


def update_issue(repository: GithubRepository, name: str, title: str, text: str) -> str:
    """Write the report `text` into the issue with the marker `name`; say what was done.

    Candidates that people ticked stay ticked.

    A report without a section (`## …`) has nothing to fix, as unknown links are folded: it closes the issue.
    """
    current = _find_issue(repository, name)
    if not any(line.startswith("## ") for line in text.splitlines()):
        return _close(repository, current)
    before = (current["body"] or "") if current else ""
    body = {"title": title, "body": add_marker(name, keep_ticks(text, before))}
    if not current:
        return f"issue {repository.post('issues', body)['number']}: opened"
    if (current["title"], current["body"]) == (title, body["body"]):
        return f"issue {current['number']}: unchanged"
    repository.patch(f"issues/{current['number']}", body)
    return f"issue {current['number']}: edited"


def _find_issue(repository: GithubRepository, name: str) -> Mapping[str, Any] | None:
    for issue in repository.pages("issues", state="open"):
        if "pull_request" not in issue and has_marker(name, issue["body"]) and issue["user"]["type"] == BOT:
            return issue
    return None


def _close(repository: GithubRepository, current: Mapping[str, Any] | None) -> str:
    if not current:
        return "no issue, and nothing to report"
    repository.patch(f"issues/{current['number']}", {"state": "closed", "state_reason": "completed"})
    return f"issue {current['number']}: closed"
