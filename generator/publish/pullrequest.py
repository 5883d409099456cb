"""One pull request a branch, which only the bot writes: opened, or brought up to date."""

from collections.abc import Sequence
from pathlib import Path

from generator.publish import git
from generator.publish.github import GithubRepository
from generator.publish.marked import add_marker


def open_pull_request(
    repository: GithubRepository,
    root: Path,
    branch: str,
    base: str,
    title: str,
    text: str,
    paths: Sequence[str],
) -> str:
    """Propose the state of `paths` to `base` from `branch`; says what was done.

    Without a change there is nothing to propose, and an open request is left as it is.
    """
    if not git.commit(root, title, paths):
        return "nothing to propose"
    git.force_push(root, branch)
    body = add_marker(branch.replace("/", "-"), text)
    for found in repository.pages("pulls", state="open", head=f"{repository.owner}:{branch}", base=base):
        if found["head"]["ref"] == branch:
            repository.patch(f"pulls/{found['number']}", {"title": title, "body": body})
            return f"pull request {found['number']}: brought up to date"
    made = repository.post("pulls", {"title": title, "head": branch, "base": base, "body": body})
    return f"pull request {made['number']}: opened"
