"""List the files that differ from a revision of git."""

import subprocess
from pathlib import Path


class NoRevision(Exception):
    """There is no such revision, or git cannot be run."""


def list_changed_paths(root: Path, revision: str) -> list[str]:
    """List the paths below `root` that changed since the branch left `revision`; new files are included."""
    return _differing(root, revision, "d")


def list_new_paths(root: Path, revision: str) -> list[str]:
    """List the paths below `root` that did not exist when the branch left `revision`."""
    return _differing(root, revision, "A")


def _differing(root: Path, revision: str, filter_: str) -> list[str]:
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()
    base = _git(root, "merge-base", commit, "HEAD").strip()
    changed = _git(root, "diff", "--name-only", "--relative", f"--diff-filter={filter_}", "-z", base)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return sorted({path for path in (changed + new).split("\0") if path})


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoRevision(
            f"git {arguments[0]} failed: {getattr(error, 'stderr', '') or 'no such revision'}".strip()
        ) from error
    return done.stdout
