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
) -> str:
    """Propose the state of `paths` to `base` from `branch`; say what was done.

    Without a change nothing is proposed, and an open pull request stays as it is.
    """
    if not git.commit(root, title, paths):
        return "nothing to propose"
    git.force_push(root, branch)
    body = add_marker(branch.replace("/", "-"), text)
    for pull in repository.pages("pulls", state="open", head=f"{repository.owner}:{branch}", base=base):
        if pull["head"]["ref"] == branch:
            repository.patch(f"pulls/{pull['number']}", {"title": title, "body": body})
            return f"pull request {pull['number']}: updated"
    opened = repository.post("pulls", {"title": title, "head": branch, "base": base, "body": body})
    return f"pull request {opened['number']}: opened"
