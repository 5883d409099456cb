"""What an issue asks for: the entry of its form, the works that it names, or those of a `/add` comment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.publish.github import GithubRepository, PublishError

ACCEPTED = "accepted"
"""The label by which a maintainer says that the entry is wanted."""

TRUSTED = ("OWNER", "MEMBER", "COLLABORATOR")
"""Who may write `/add`, in GitHub's words."""

_ADD = re.compile(r"^/add(?:[ \t]+(?P<works>\S.*?))?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Request:
    """An issue to answer, with the works that a maintainer named in a comment."""

    number: int
    text: str
    works: str = ""
    comment: int | None = None
    is_accepted: bool = True


def read_request(repository: GithubRepository, number: int, comment: int | None = None) -> Request:
    """Read the issue `number`, and the comment if a maintainer wrote it. Raises PublishError."""
    issue = repository.get(f"issues/{number}")
    text = issue["body"] or ""
    if comment is None:
        return Request(number, text, is_accepted=_has_label(issue))
    written = repository.get(f"issues/comments/{comment}")
    if written["author_association"] not in TRUSTED or not _is_about(written, number):
        raise PublishError(f"comment {comment} is not one of a maintainer on issue {number}")
    match = _ADD.search((written["body"] or "").replace("\r\n", "\n"))
    if not match:
        raise PublishError(f"comment {comment} has no line `/add` or `/add 2210.10163`")
    return Request(number, text, match["works"] or "", comment)


def _has_label(issue: Mapping[str, Any]) -> bool:
    return any(label["name"] == ACCEPTED for label in issue.get("labels") or ())


def _is_about(comment: Mapping[str, Any], number: int) -> bool:
    return str(comment["issue_url"]).endswith(f"/issues/{number}")
