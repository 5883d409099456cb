"""Addresses on GitHub of what a comment on a pull request names: lines of its diff, files, forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote

_BRANCH = "main"


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request, its last commit, and the branch that its author can edit."""

    number: int
    head: str
    repository: str = ""
    """The `owner/name` of the fork; empty where it was deleted."""
    branch: str = ""

    @classmethod
    def from_answer(cls, pull: Mapping[str, Any]) -> "PullRequest":
        """Read what GitHub answers about a pull request."""
        head = pull["head"]
        return cls(pull["number"], head["sha"], (head.get("repo") or {}).get("full_name", ""), head["ref"])


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses for one pull request to `repository`, such as `https://github.com/owner/name`."""

    repository: str
    pull: PullRequest
    server: str = "https://github.com"

    def link_to_line(self, path: str, line: int, *, is_changed: bool) -> str:
        """Return the address of a line: in the diff of the pull request if its file is there."""
        if is_changed:
            anchor = f"diff-{sha256(path.encode()).hexdigest()}R{line}"
            return f"{self.repository}/pull/{self.pull.number}/files#{anchor}"
        return f"{self.repository}/blob/{self.pull.head}/{quote(path)}#L{line}"

    def link_to_editor(self, path: str) -> str:
        """Return the address at which the author of the pull request edits the file in a browser."""
        if not self.pull.repository:
            return ""
        return f"{self.server}/{self.pull.repository}/edit/{quote(self.pull.branch)}/{quote(path)}"

    def link_to_original(self, path: str) -> str:
        """Return the address of the file as it is in the list, as plain text to copy."""
        return f"{self.repository}/raw/{_BRANCH}/{quote(path)}"

    @property
    def form(self) -> str:
        """The address of the issue form for a new paper."""
        return f"{self.repository}/issues/new?template=add-paper.yml"
