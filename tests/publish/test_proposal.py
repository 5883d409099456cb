"""An issue becomes a pull request, or gets an answer that says what is wrong."""

import shutil
from pathlib import Path

import pytest

from generator.publish.github import GithubRepository
from generator.publish.proposal import propose_from_issue
from tests.paths import DATA
from tests.publish.conftest import run
from tests.publish.fake_github import FakeGithub

ISSUE = """### arXiv id, DOI or address

2408.12345

### Title

Whispering Films: Invented Radiographs that Answer

### Kind

Model

### Authors

Ada Example, Cy Newcomer

### First public appearance

2024-08-22

### Summary

Answers in a low voice about 400 invented radiographs, and says when it does not know.

### Section

{section}

### Tasks

_No response_
"""


@pytest.fixture
def made_up(checkout: Path) -> Path:
    """The made-up list in a clone of the remote."""
    shutil.rmtree(checkout / "entries")
    shutil.copytree(DATA / "catalog", checkout, dirs_exist_ok=True)
    run("git", "add", ".", cwd=checkout)
    run("git", "commit", "--quiet", "--message", "The list", cwd=checkout)
    return checkout


def proposed(repository: GithubRepository, github: FakeGithub, root: Path, text: str) -> str:
    github.issues = [{"id": 1, "number": 1, "state": "open", "body": text, "user": {"type": "User"}}]
    return propose_from_issue(repository, root, 1, "main", "2026-11-24", None)


def test_a_good_issue_becomes_a_pull_request(
    repository: GithubRepository, github: FakeGithub, made_up: Path, remote: Path
) -> None:
    answer = proposed(repository, github, made_up, ISSUE.format(section="Models, methods & more"))
    assert answer.startswith("`entries/2024/example2024whispering.yaml`: pull request 1: opened.")
    assert github.pulls[0]["title"] == "Add example2024whispering"
    assert "Closes #1." in github.pulls[0]["body"]
    file = run("git", "show", "bot/issue-1:entries/2024/example2024whispering.yaml", cwd=remote)
    assert "section: models" in file
    assert "added: 2026-11-24" in file
    assert len(github.comments[1]) == 1


def test_the_answer_to_an_incomplete_issue_says_what_is_missing(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    answer = proposed(repository, github, made_up, ISSUE.format(section="_No response_"))
    assert answer.startswith("No entry was made yet. Edit the issue, and label it again:")
    assert "`section`" in answer
    assert github.pulls == []
    assert run("git", "status", "--porcelain", cwd=made_up) == ""


def test_the_answer_names_an_entry_that_exists_already(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    text = ISSUE.format(section="Models").replace("2408.12345", "2401.00001")
    answer = proposed(repository, github, made_up, text)
    assert answer.startswith("No entry was made:")
    assert "example2024imagetalk" in answer


def test_an_issue_without_the_form_gets_an_answer(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    answer = proposed(repository, github, made_up, "Please add my paper!")
    assert answer.startswith("No entry was made")
