"""Fixtures: a fake GitHub, and a list in a clone of a bare repository on this machine."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.links.providers.github import SERVICE
from generator.publish.github.api import GithubRepository
from tests.publish.fake_github import REPOSITORY, TOKEN, FakeGithub
from tests.publish.reviewing import ENTRY


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGithub]:
    fake = FakeGithub()
    with fake.served() as api:
        monkeypatch.setenv(SERVICE.variable, api)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        yield fake


@pytest.fixture
def repository(github: FakeGithub) -> GithubRepository:
    return GithubRepository.from_environment()


@pytest.fixture(scope="session")
def first_commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with one commit on main, for copies."""
    folder = tmp_path_factory.mktemp("repository")
    bare, first = folder / "remote.git", folder / "first"
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", "--template=", str(bare))
    run("git", "clone", "--quiet", str(bare), str(first))
    (first / "entries").mkdir()
    (first / "entries" / "a.yaml").write_text("title: A\n")
    run("git", "add", ".", cwd=first)
    identity = ("-c", "user.name=Ada Example", "-c", "user.email=ada@example.org")
    run("git", *identity, "commit", "--quiet", "--message", "First", cwd=first)
    run("git", "push", "--quiet", "origin", "HEAD:main", cwd=first)
    return bare


@pytest.fixture
def remote(first_commit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository with one commit on main, which a test may change."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    return Path(shutil.copytree(first_commit, tmp_path / "remote.git"))


@pytest.fixture
def checkout(remote: Path, tmp_path: Path) -> Path:
    return clone(remote, tmp_path / "checkout")


def clone(remote: Path, folder: Path) -> Path:
    run("git", "clone", "--quiet", "--template=", str(remote), str(folder))
    return folder


def run(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def tracked(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up list, built and committed."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    assert main(["--root", str(root), "build"]) == 0
    run("git", "init", "--quiet", cwd=root)
    run("git", "add", ".", cwd=root)
    run("git", "commit", "--quiet", "--message", "All", cwd=root)
    return root


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of the link checker."""
    link = {"entry": "a", "path": ENTRY, "line": 9, "column": 1, "field": "arxiv", "service": "arxiv"}
    url = "https://arxiv.org/abs/2401.00001"
    rows = [
        {"url": "https://example.org/", "verdict": "ok", "detail": "", "suggestion": None},
        {
            "url": "https://moved.example",
            "verdict": "moved",
            "detail": "",
            "suggestion": "https://new.example",
        },
        {"url": url, "verdict": "wrong", "detail": "leads to “Another”", "suggestion": None},
    ]
    file = tmp_path / "links.json"
    file.write_text(json.dumps({"version": 1, "results": [link | row for row in rows], "summary": {}}))
    return file
