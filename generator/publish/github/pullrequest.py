"""Keep one pull request per branch; only the bot writes to the branch."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.publish.github import git
from generator.publish.github.api import GithubRepository
from generator.publish.github.markers import add_marker


@dataclass(frozen=True, kw_only=True)
class ProposedChange:
    """A pull request to open or to update: the state of `paths`, from `branch` to `base`."""

    branch: str
    base: str
    title: str
    text: str
    paths: Sequence[str]
    closes: int | None = None
    """The issue that is closed when the change is merged."""


def open_pull_request(
    repository: GithubRepository, root: Path, change: ProposedChange, *, once: bool = False
) -> str:
    """Propose `change`; say what was done.

    Without a change nothing is proposed, and an open pull request stays as it is; so does one to which
    people have added a commit. With `once`, nothing is proposed either if a pull request from its branch
    was closed before: people have decided.
    """
    branch, base = change.branch, change.base
    if not git.commit(root, change.title, change.paths):
        return "nothing to propose"
    if once and (closed := _find_number(repository, branch, base, "closed")):
        return f"pull request {closed}: closed before, so nothing is proposed"
    number = _find_number(repository, branch, base, "open")
    if number and not git.is_last_commit_ours(root, branch):
        return f"pull request {number}: people have changed it, so it stays as it is"
    git.force_push(root, branch)
    body = add_marker(branch.replace("/", "-"), change.text, change.closes)
    if number:
        repository.patch(f"pulls/{number}", {"title": change.title, "body": body})
        return f"pull request {number}: updated"
    opened = repository.post("pulls", {"title": change.title, "head": branch, "base": base, "body": body})
    return f"pull request {opened['number']}: opened"


def _find_number(repository: GithubRepository, branch: str, base: str, state: str) -> int | None:
    for pull in repository.pages("pulls", state=state, head=f"{repository.owner}:{branch}", base=base):
        if pull["head"]["ref"] == branch:
            return int(pull["number"])
    return None
