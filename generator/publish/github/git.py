"""Commit files as a bot and push them; every call of git is here."""

import os
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from generator.publish.github.api import PublishError

PUSH_ATTEMPTS = 3
"""If somebody pushes in between, our commits are rebased and pushed again."""

_AUTHOR = {
    "GIT_AUTHOR_NAME": "github-actions[bot]",
    "GIT_AUTHOR_EMAIL": "41898282+github-actions[bot]@users.noreply.github.com",
    "GIT_COMMITTER_NAME": "github-actions[bot]",
    "GIT_COMMITTER_EMAIL": "41898282+github-actions[bot]@users.noreply.github.com",
}
_HEADER = "http.https://github.com/.extraheader"  # the key that actions/checkout uses too


def commit(root: Path, message: str, paths: Sequence[str]) -> bool:
    """Commit the state of `paths` on the current branch; False if nothing changed.

    A path that does not exist and is not in the last commit is skipped: not every list has a folder `lists`.
    """
    paths = [path for path in paths if (root / path).exists() or run_git(root, "ls-files", "--", path)]
    if not paths:
        return False
    run_git(root, "add", "--all", "--", *paths)
    if not run_git(root, "diff", "--cached", "--name-only", "--", *paths):
        return False
    run_git(root, "commit", "--quiet", "--message", message, "--", *paths)
    return True


def push(root: Path, branch: str) -> None:
    """Push the current commits to `branch`, rebased on what others pushed in the meantime."""
    for attempts_left in reversed(range(PUSH_ATTEMPTS)):
        try:
            run_git(root, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
            return
        except PublishError:
            if not attempts_left:
                raise
            run_git(root, "fetch", "--quiet", "origin", f"refs/heads/{branch}")
            run_git(root, "rebase", "--quiet", "FETCH_HEAD")


def force_push(root: Path, branch: str) -> None:
    """Replace `branch` by the current commits; for branches that only the bot writes."""
    run_git(root, "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")


def is_last_commit_ours(root: Path, branch: str) -> bool:
    """Whether the last commit of `branch` on the server is one of the bot."""
    run_git(root, "fetch", "--quiet", "origin", f"refs/heads/{branch}")
    return run_git(root, "log", "-1", "--format=%ce", "FETCH_HEAD") == _AUTHOR["GIT_COMMITTER_EMAIL"]


def run_git(root: Path, *arguments: str) -> str:
    """Run git and return its output; raises `PublishError` with its message if it fails."""
    environment = os.environ | _AUTHOR | _make_header(os.environ.get("GITHUB_TOKEN", ""))
    command = ["git", "--config-env", f"{_HEADER}=MEDVLM_GIT_HEADER", *arguments]
    done = subprocess.run(
        command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", env=environment
    )
    if done.returncode:
        raise PublishError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def _make_header(token: str) -> dict[str, str]:
    """The token for GitHub as an environment: the checkout keeps none, and command lines are not secret."""
    basic = b64encode(f"x-access-token:{token}".encode()).decode()
    return {"MEDVLM_GIT_HEADER": f"AUTHORIZATION: basic {basic}" if token else ""}
