"""What an issue asks for: the entry of its form, the works that it names, or those of a `/add` comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.publish.github import GithubRepository, PublishError

ACCEPTED = "accepted"
"""The label by which a maintainer says that the entry is wanted."""

TRUSTED = ("OWNER", "MEMBER", "COLLABORATOR")
"""Who may write `/add`, in GitHub's words."""

_ADD = "/add"


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
    works = _find_works(written["body"] or "")
    if works is None:
        raise PublishError(f"comment {comment} has no line `/add` or `/add 2210.10163`")
    return Request(number, text, works, comment)


def _find_works(comment: str) -> str | None:
    """What the first line `/add …` names, which may be nothing; None without such a line."""
    for line in comment.replace("\r\n", "\n").split("\n"):
        rest = line.removeprefix(_ADD)
        if line.startswith(_ADD) and rest[:1] in ("", " ", "\t"):
            return rest.strip(" \t")
    return None


def _has_label(issue: Mapping[str, Any]) -> bool:
    return any(label["name"] == ACCEPTED for label in issue.get("labels") or ())


def _is_about(comment: Mapping[str, Any], number: int) -> bool:
    return str(comment["issue_url"]).endswith(f"/issues/{number}")
