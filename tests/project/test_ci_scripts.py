"""The scripts of CI, in a repository of their own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.paths import PROJECT
from tests.publish.conftest import run


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small repository with the script, and one commit of everything."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    for path in (
        "entries/2024/a.yaml",
        "entries/_vocabulary/tasks.yaml",
        "README.md",
        "lists/a.md",
        "tool.py",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / ".ci").mkdir()
    shutil.copy(PROJECT / ".ci" / "changes", tmp_path / ".ci" / "changes")
    run("git", "init", "--quiet", "--initial-branch=main", cwd=tmp_path)
    commit(tmp_path)
    return tmp_path


def commit(root: Path) -> None:
    run("git", "add", "--all", cwd=root)
    run("git", "commit", "--quiet", "--message", "All", cwd=root)


def find_changes(root: Path, revision: str = "HEAD~") -> str:
    done = subprocess.run([root / ".ci" / "changes", revision], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["entries/2024/a.yaml"], "false"),
        (["entries/2025/new.yaml"], "false"),
        (["README.md", "lists/a.md"], "false"),
        (["entries/_vocabulary/tasks.yaml"], "true"),
        (["entries/2024/a.yaml", "tool.py"], "true"),
        ([".github/workflows/ci.yml"], "true"),
    ],
)
def test_tests_run_where_more_than_entries_changed(repository: Path, paths: list[str], code: str) -> None:
    for path in paths:
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text("changed")
    commit(repository)
    assert find_changes(repository) == f"code={code}\n"


def test_a_file_that_leaves_the_entries_is_more_than_an_entry(repository: Path) -> None:
    run("git", "mv", "entries/2024/a.yaml", "a.yaml", cwd=repository)
    commit(repository)
    assert find_changes(repository) == "code=true\n"


def test_a_deleted_entry_is_a_change_of_entries(repository: Path) -> None:
    (repository / "entries/2024/a.yaml").unlink()
    commit(repository)
    assert find_changes(repository) == "code=false\n"


def test_everything_runs_where_the_revision_is_not_known(repository: Path) -> None:
    assert find_changes(repository, "0" * 40) == "code=true\n"
