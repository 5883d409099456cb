"""What an issue asks for: the entry of its form, the works that it names, or those of a `/add` comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.comment import BOT
from generator.publish.github.markers import has_marker

ACCEPTED = "accepted"
"""The label by which a maintainer says that the entry is wanted."""

TRUSTED = ("OWNER", "MEMBER", "COLLABORATOR")
"""Whose commands count, in GitHub's words."""

CANDIDATES_MARKER = "candidates"
"""The marker of the issue with the works that wait to be read; it is never closed by one of them."""

MAX_COMMENT = 65_536
"""GitHub accepts no longer comment."""

MAX_COMMANDS = 100
"""The most commands of one comment that are read."""


@dataclass(frozen=True, slots=True)
class Request:
    """An issue to answer, with the works that a maintainer named in a comment."""

    number: int
    text: str
    works: str = ""
    comment: int | None = None
    is_accepted: bool = True
    is_standing: bool = False
    """Whether it is the issue with the candidates: each comment there is a request of its own."""


def read_request(repository: GithubRepository, number: int, comment: int | None = None) -> Request | None:
    """Read the issue `number`, and the comment if a maintainer wrote it. Raises PublishError.

    Returns None for a comment without the command `/add`.
    """
    issue = repository.get(f"issues/{number}")
    text = issue["body"] or ""
    if comment is None:
        return Request(number, text, is_accepted=_has_label(issue))
    named = find_commands(read_comment(repository, number, comment), "/add")
    if not named:
        return None
    works = " ".join(filter(None, named))
    return Request(number, text, works, comment, is_standing=_is_standing(issue))


def read_comment(repository: GithubRepository, number: int, comment: int) -> str:
    """Read a comment on the issue `number`. Raises PublishError unless a maintainer wrote it there."""
    written = repository.get(f"issues/comments/{comment}")
    if not is_trusted(written) or not str(written["issue_url"]).endswith(f"/issues/{number}"):
        raise PublishError(f"comment {comment} is not one of a maintainer on issue {number}")
    return written["body"] or ""


def find_commands(comment: str, command: str) -> list[str]:
    """Find what follows `command`, such as `/add`, on each line that begins with this word.

    >>> find_commands("/add 2210.10163\\n/address?\\n/add", "/add")
    ['2210.10163', '']
    """
    lines = comment[:MAX_COMMENT].replace("\r\n", "\n").split("\n")
    rests = [line.removeprefix(command) for line in lines if line.startswith(command)]
    return [rest.strip(" \t") for rest in rests if rest[:1] in ("", " ", "\t")][:MAX_COMMANDS]


def is_trusted(comment: Mapping[str, Any]) -> bool:
    """Whether a maintainer wrote `comment`, as GitHub says."""
    return comment.get("author_association") in TRUSTED


def _has_label(issue: Mapping[str, Any]) -> bool:
    return any(label["name"] == ACCEPTED for label in issue.get("labels") or ())


def _is_standing(issue: Mapping[str, Any]) -> bool:
    return has_marker(CANDIDATES_MARKER, issue["body"]) and issue["user"]["type"] == BOT
