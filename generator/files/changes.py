"""List the files that differ from a revision of git."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.files.refusals import explain

ChangeKind = Literal["new", "changed", "deleted", "renamed"]


class NoRevision(Exception):
    """There is no such revision, or git cannot be run."""


@dataclass(frozen=True, order=True, slots=True)
class PathChange:
    """What happened to the file at `path`; one that was renamed had `old_path` before."""

    path: str
    kind: ChangeKind
    old_path: str


_KINDS: dict[str, ChangeKind] = {"A": "new", "D": "deleted", "R": "renamed"}


def list_changed_paths(root: Path, revision: str) -> list[str]:
    """List the paths below `root` that changed since the branch left `revision`; new files are included."""
    return _list_differing(root, revision, "d")


def list_changes(root: Path, revision: str) -> list[PathChange]:
    """List what happened to the files below `root` since the branch left `revision`, new ones included."""
    words = _run_git(
        root, "diff", "--name-status", "--find-renames", "--relative", "-z", find_base(root, revision)
    )
    parts = iter(words.split("\0"))
    found = {PathChange(path, "new", path) for path in _list_untracked(root)}
    for status in filter(None, parts):
        old = next(parts)
        path = next(parts) if status[0] in "RC" else old
        found.add(PathChange(path, _KINDS.get(status[0], "changed"), old))
    return sorted(found)


def find_base(root: Path, revision: str) -> str:
    """Find the commit at which the branch left `revision`. Raises NoRevision."""
    commit = _run_git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()
    return _run_git(root, "merge-base", commit, "HEAD").strip()


def read_at(root: Path, commit: str, path: str) -> str:
    """Read the file at `path`, below `root`, as it was in `commit`; empty if it was not there."""
    try:
        return _run_git(root, "show", f"{commit}:./{path}")
    except NoRevision:
        return ""


def _list_differing(root: Path, revision: str, filter_: str) -> list[str]:
    base = find_base(root, revision)
    changed = _run_git(root, "diff", "--name-only", "--relative", f"--diff-filter={filter_}", "-z", base)
    return sorted({path for path in changed.split("\0") if path} | _list_untracked(root))


def _list_untracked(root: Path) -> set[str]:
    listed = _run_git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return {path for path in listed.split("\0") if path}


def _run_git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise NoRevision(f"git cannot be started: {explain(error)}") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip() or "no such revision"
        raise NoRevision(f"git {arguments[0]} failed: {said}") from error
    return done.stdout
