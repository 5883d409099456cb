"""An issue becomes a pull request, or gets an answer that says what is wrong."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.add.asking.services import Services
from generator.links.asking.service import ClientContext
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.requests.issue_request import read_request
from generator.publish.requests.proposal import propose_again, propose_from_issue
from tests.links.conftest import context, world
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.world import World
from tests.paths import DATA
from tests.publish.conftest import clone, run
from tests.publish.fake_github import FakeGithub

__all__ = ["context", "world"]

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


def proposed(
    repository: GithubRepository,
    github: FakeGithub,
    root: Path,
    text: str,
    *,
    labels: Sequence[str] = ("accepted",),
    comment: str = "",
    services: Services | None = None,
    association: str = "OWNER",
) -> str:
    """The answer to an issue, or to a comment in it."""
    names = [{"name": label} for label in labels]
    user = {"type": "User"}
    github.issues = [
        {"id": 1, "number": 1, "state": "open", "body": text, "user": user, "labels": names},
    ]
    if comment:
        about = {"author_association": association, "issue_url": "https://api.github.com/x/issues/1"}
        github.comments[1] = [{"id": 900, "body": comment, "user": user, **about}]
    request = read_request(repository, 1, 900 if comment else None)
    return propose_from_issue(repository, root, request, "main", "2026-11-24", services)


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
    assert answer.startswith(
        "No entry was made yet. Edit the issue to correct this; it is read again by itself:"
    )
    assert "- **Section**: `section` " in answer
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


def test_everything_that_is_wrong_is_in_one_answer(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    text = ISSUE.format(section="nowhere").replace("_No response_", "dreaming")
    text = text.replace("2024-08-22", "last spring").replace("Answers in a low", "Low")
    answer = proposed(repository, github, made_up, f"{text}\n### Links\n\nhttps://example.org/x\n")
    for part in ("“dreaming”", "“nowhere”", "“last spring”", "The kind of", "**Section**"):
        assert part.lower() in answer.lower(), part


def test_before_it_is_accepted_the_entry_is_shown_and_nothing_is_proposed(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    text = ISSUE.format(section="Models, methods & more")
    answer = proposed(repository, github, made_up, text, labels=["new entry"])
    assert answer.startswith("Thank you. This is the entry as it will be proposed once a maintainer accepts")
    assert "```yaml\ntitle: " in answer
    assert github.pulls == []
    assert run("git", "status", "--porcelain", cwd=made_up) == ""


def test_an_edited_issue_is_answered_in_the_same_comment(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    proposed(repository, github, made_up, ISSUE.format(section="_No response_"))
    proposed(repository, github, made_up, ISSUE.format(section="Tools"))
    assert len(github.comments[1]) == 1
    assert "pull request 1: opened" in github.comments[1][0]["body"]


def test_a_maintainer_names_works_in_a_comment(
    repository: GithubRepository,
    github: FakeGithub,
    made_up: Path,
    remote: Path,
    world: World,
    context: ClientContext,
) -> None:
    world.papers["2408.12345"] = Paper("Whispering Films", ("Ada Example",), "2024-08-22")
    world.papers["2408.54321"] = Paper("Shouting Films", ("Cy Newcomer",), "2024-08-23")
    comment = "Good finds.\r\n/add 2408.12345 https://arxiv.org/abs/2408.54321\r\n"
    services = Services(context)
    answer = proposed(repository, github, made_up, "Please add", comment=comment, services=services)
    assert github.pulls[0]["title"] == "Add example2024whispering, newcomer2024shouting"
    assert "What is missing is filled in there, by a maintainer:\n\n" in answer
    assert "**Summary**" in answer
    files = run("git", "ls-tree", "-r", "--name-only", "bot/issue-1", "entries/2024", cwd=remote)
    assert "entries/2024/newcomer2024shouting.yaml" in files


def test_a_comment_corrects_the_paper_of_the_form(
    repository: GithubRepository, github: FakeGithub, made_up: Path, remote: Path
) -> None:
    text = ISSUE.format(section="Tools")
    proposed(repository, github, made_up, text, labels=[], comment="/add 2408.99999")
    file = run("git", "show", "bot/issue-1:entries/2024/example2024whispering.yaml", cwd=remote)
    assert 'arxiv: "2408.99999"' in file


@pytest.mark.parametrize("association", ["NONE", "CONTRIBUTOR", "FIRST_TIME_CONTRIBUTOR"])
def test_a_comment_of_others_does_nothing(
    repository: GithubRepository, github: FakeGithub, made_up: Path, association: str
) -> None:
    with pytest.raises(PublishError, match="is not one of a maintainer on issue 1"):
        proposed(repository, github, made_up, "", comment="/add 2408.12345", association=association)
    assert github.changes == []


def test_a_silent_service_is_asked_again_and_nobody_is_blamed(
    repository: GithubRepository,
    github: FakeGithub,
    made_up: Path,
    world: World,
    context: ClientContext,
) -> None:
    world.fakes["arxiv"].throttle = 99
    text = ISSUE.format(section="Tools").replace("Whispering Films: Invented Radiographs that Answer", "")
    answer = proposed(repository, github, made_up, text, services=Services(context))
    assert answer.startswith("A service did not answer, so no entry was made yet. It is asked again")
    assert "arXiv did not answer about 2408.12345" in answer
    assert "**Title**" not in answer
    assert github.pulls == []
    world.fakes["arxiv"].throttle = 0
    world.papers["2408.12345"] = Paper("Whispering Films", ("Ada Example",), "2024-08-22")
    again = propose_again(repository, made_up, "main", "2026-11-24", Services(context))
    assert again == "issue 1: answered again"
    assert "pull request 1: opened" in github.comments[1][0]["body"]
    assert propose_again(repository, made_up, "main", "2026-11-24", None) == "no issue waits for a service"


def test_a_proposal_that_people_have_changed_stays(
    repository: GithubRepository, github: FakeGithub, made_up: Path, remote: Path, tmp_path: Path
) -> None:
    proposed(repository, github, made_up, ISSUE.format(section="Tools"))
    other = clone(remote, tmp_path / "other")
    run("git", "checkout", "--quiet", "bot/issue-1", cwd=other)
    run("git", "commit", "--quiet", "--allow-empty", "--message", "By hand", cwd=other)
    run("git", "push", "--quiet", "origin", "HEAD:bot/issue-1", cwd=other)
    run("git", "reset", "--quiet", "--hard", "origin/main", cwd=made_up)
    shutil.copytree(DATA / "catalog", made_up, dirs_exist_ok=True)
    answer = proposed(repository, github, made_up, ISSUE.format(section="Models, methods & more"))
    assert "pull request 1: people have changed it, so it stays as it is" in answer
    assert run("git", "log", "-1", "--format=%s", "bot/issue-1", cwd=remote) == "By hand"


def test_untrusted_text_is_inert_in_the_answer_and_in_the_log(
    repository: GithubRepository, github: FakeGithub, made_up: Path
) -> None:
    evil = "<img src=x> [a](https://evil.example) fixes #12 @ada GH-7"
    text = ISSUE.format(section=evil).replace("_No response_", "::error::x")
    proposed(repository, github, made_up, text)
    body = github.comments[1][0]["body"]
    assert not re.search(r"#12|GH-7|@ada|(?<!\\)<img|(?<!\\)\[a\]", body)
