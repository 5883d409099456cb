"""Keep one pull request per branch; only the bot writes to the branch."""

from collections.abc import Sequence
from pathlib import Path

from generator.publish import git
from generator.publish.github import GithubRepository
from generator.publish.markers import add_marker


def open_pull_request(
    repository: GithubRepository,
    root: Path,
    branch: str,
    base: str,
    title: str,
    text: str,
    paths: Sequence[str],
    *,
    once: bool = False,
    closes: int | None = None,
) -> str:
    """Propose the state of `paths` to `base` from `branch`; say what was done.

    Without a change nothing is proposed, and an open pull request stays as it is; so does one to which
    people have added a commit. With `once`, nothing is
    proposed either if a pull request from `branch` was closed before: people have decided.
    """
    if not git.commit(root, title, paths):
        return "nothing to propose"
    if once and (closed := _find_number(repository, branch, base, "closed")):
        return f"pull request {closed}: closed before, so nothing is proposed"
    number = _find_number(repository, branch, base, "open")
    if number and not git.is_last_commit_ours(root, branch):
        return f"pull request {number}: people have changed it, so it stays as it is"
    git.force_push(root, branch)
    body = add_marker(branch.replace("/", "-"), text, closes)
    if number:
        repository.patch(f"pulls/{number}", {"title": title, "body": body})
        return f"pull request {number}: updated"
    opened = repository.post("pulls", {"title": title, "head": branch, "base": base, "body": body})
    return f"pull request {opened['number']}: opened"


def _find_number(repository: GithubRepository, branch: str, base: str, state: str) -> int | None:
    for pull in repository.pages("pulls", state=state, head=f"{repository.owner}:{branch}", base=base):
        if pull["head"]["ref"] == branch:
            return int(pull["number"])
    return None
