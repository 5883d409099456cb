"""Commit what a bot made, and push it; everything of git goes through here."""

import os
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from generator.publish.github import PublishError

PUSH_ATTEMPTS = 3
"""Somebody may push in between; then ours is put on top of theirs and tried again."""

_AUTHOR = {
    "GIT_AUTHOR_NAME": "github-actions[bot]",
    "GIT_AUTHOR_EMAIL": "41898282+github-actions[bot]@users.noreply.github.com",
    "GIT_COMMITTER_NAME": "github-actions[bot]",
    "GIT_COMMITTER_EMAIL": "41898282+github-actions[bot]@users.noreply.github.com",
}
_HEADER = "http.https://github.com/.extraheader"  # the key that actions/checkout uses too


def commit(root: Path, message: str, paths: Sequence[str]) -> bool:
    """Commit the state of `paths` on the branch at hand; False where nothing changed.

    A path that neither is nor was there is passed over: not every list has a folder `lists`.
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
    """Push the commits at hand to `branch`, on top of what came there meanwhile."""
    for left in reversed(range(PUSH_ATTEMPTS)):
        try:
            run_git(root, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
            return
        except PublishError:
            if not left:
                raise
            run_git(root, "fetch", "--quiet", "origin", f"refs/heads/{branch}")
            run_git(root, "rebase", "--quiet", "FETCH_HEAD")


def force_push(root: Path, branch: str) -> None:
    """Make `branch` what is at hand; for branches that only the bot writes."""
    run_git(root, "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")


def run_git(root: Path, *arguments: str) -> str:
    """What `git` says; raises PublishError with its words where it fails."""
    environment = os.environ | _AUTHOR | _header(os.environ.get("GITHUB_TOKEN", ""))
    command = ["git", "--config-env", f"{_HEADER}=MEDVLM_GIT_HEADER", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise PublishError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def _header(token: str) -> dict[str, str]:
    """The checkout keeps no token, so it is handed over here: to GitHub alone, and on no command line."""
    basic = b64encode(f"x-access-token:{token}".encode()).decode()
    return {"MEDVLM_GIT_HEADER": f"AUTHORIZATION: basic {basic}" if token else ""}
