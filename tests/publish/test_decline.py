"""A maintainer declines candidates in comments, and one pull request has the lines."""

from pathlib import Path
from typing import Any

import pytest

from generator.catalog.declined import DECLINED_PATH
from generator.checking.check import check
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.markers import add_marker
from generator.publish.requests.decline import propose_declined, read_decisions
from tests.publish.conftest import run
from tests.publish.fake_github import FakeGithub
from tests.publish.test_proposal import made_up

__all__ = ["made_up"]

TODAY = "2026-11-30"


def comment(id_: int, text: str, association: str = "OWNER", day: str = TODAY) -> dict[str, Any]:
    return {
        "id": id_,
        "body": text,
        "user": {"type": "User"},
        "author_association": association,
        "issue_url": "https://api.github.com/repos/x/y/issues/1",
        "created_at": f"{day}T07:30:00Z",
    }


@pytest.fixture
def candidates(github: FakeGithub) -> FakeGithub:
    body = add_marker("candidates", "## Tools\n- one\n")
    github.issues = [{"id": 1, "number": 1, "state": "open", "body": body, "user": {"type": "Bot"}}]
    return github


def declined(repository: GithubRepository, github: FakeGithub, root: Path, *comments: dict[str, Any]) -> str:
    """The answer to the last of `comments`."""
    github.comments[1] = [*github.comments.get(1, []), *comments]
    return propose_declined(repository, root, 1, comments[-1]["id"], "main", TODAY)


def proposed_lines(remote: Path) -> list[str]:
    return run("git", "show", f"bot/declined:{DECLINED_PATH}", cwd=remote).splitlines()[1:]


def test_a_declined_work_becomes_a_line_in_a_pull_request(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path, remote: Path
) -> None:
    answer = declined(repository, candidates, made_up, comment(900, "/decline 2601.01234 off-topic"))
    assert answer == "`2601.01234`: pull request 1: opened."
    assert candidates.pulls[0]["title"] == "Decline 2601.01234"
    assert candidates.pulls[0]["head"]["ref"] == "bot/declined"
    assert "- `2601.01234`: off-topic" in candidates.pulls[0]["body"]
    assert proposed_lines(remote) == ['- {id: "2601.01234", day: 2026-11-30, reason: off-topic}']
    assert check(made_up).problems == []
    assert "pull request 1: opened." in candidates.comments[1][-1]["body"]


def test_several_comments_share_one_pull_request_and_none_is_lost(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path, remote: Path
) -> None:
    """A run that is replaced by a later one, before it began, is made up for by that one."""
    earlier = comment(900, "/decline 2601.00001 off-topic\r\n/decline 2601.00002 duplicate", day="2026-11-29")
    answer = declined(repository, candidates, made_up, earlier, comment(901, "/decline 2601.00003 text-only"))
    assert answer == "`2601.00003`: pull request 1: opened."
    assert proposed_lines(remote) == [
        '- {id: "2601.00003", day: 2026-11-30, reason: text-only}',
        '- {id: "2601.00001", day: 2026-11-29, reason: off-topic}',
        '- {id: "2601.00002", day: 2026-11-29, reason: duplicate}',
    ]
    run("git", "reset", "--quiet", "--hard", "origin/main", cwd=made_up)
    again = declined(repository, candidates, made_up, comment(902, "/decline 2601.00004 off-topic"))
    assert again == "`2601.00004`: pull request 1: updated."
    assert len(proposed_lines(remote)) == 4
    assert candidates.pulls[0]["title"] == "Decline 4 works"


@pytest.mark.parametrize("association", ["NONE", "CONTRIBUTOR", "FIRST_TIMER", "MANNEQUIN"])
def test_only_maintainers_decline(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path, remote: Path, association: str
) -> None:
    stranger = comment(900, "/decline 2601.00001 off-topic", association)
    with pytest.raises(PublishError, match="is not one of a maintainer on issue 1"):
        declined(repository, candidates, made_up, stranger)
    assert candidates.changes == []
    declined(repository, candidates, made_up, comment(901, "/decline 2601.00002 off-topic"))
    assert [line for line in proposed_lines(remote) if "2601.00001" in line] == []


def test_a_word_that_is_no_command_is_ignored(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path
) -> None:
    for text in ("/declined by the venue", "/ decline 2601.00001 x", "I /decline 2601.00001 off-topic"):
        said = declined(repository, candidates, made_up, comment(900, text))
        assert said == "comment 900 has no line `/decline`: nothing to do"
        candidates.comments.clear()
    assert candidates.changes == []


def test_the_answer_says_what_was_not_understood(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path
) -> None:
    text = (
        "/decline\n/decline 2601.00001\n/decline 2613.00001 off-topic\n/decline 2601.00001 `rm -rf` @all #1"
    )
    answer = declined(repository, candidates, made_up, comment(900, text))
    assert answer.startswith("Not understood:\n\n- ")
    assert answer.count("\n- ") == 4
    assert "is not a reason: write a word in lower case" in answer
    assert "@all" not in candidates.comments[1][-1]["body"]
    assert candidates.pulls == []


def test_what_was_declined_before_makes_no_second_line(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path
) -> None:
    (made_up / DECLINED_PATH).write_text('- {id: "2601.01234", day: 2026-11-01, reason: off-topic}\n')
    run("git", "add", ".", cwd=made_up)
    run("git", "commit", "--quiet", "--message", "Declined", cwd=made_up)
    answer = declined(repository, candidates, made_up, comment(900, "/decline 2601.01234 duplicate"))
    assert answer == "`2601.01234`: all of them were declined before."
    assert candidates.pulls == []


def test_an_empty_list_keeps_its_comments(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path, remote: Path
) -> None:
    (made_up / DECLINED_PATH).write_text("# Not wanted.\n# - {id: …}\n[]\n")
    declined(repository, candidates, made_up, comment(900, "/decline 2601.01234 off-topic"))
    assert (made_up / DECLINED_PATH).read_text() == (
        '# Not wanted.\n# - {id: …}\n- {id: "2601.01234", day: 2026-11-30, reason: off-topic}\n'
    )


def test_a_file_with_errors_is_reported_and_left_alone(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path
) -> None:
    (made_up / DECLINED_PATH).write_text("- {id: 5}\n")
    with pytest.raises(PublishError, match=f"^{DECLINED_PATH}:1:"):
        declined(repository, candidates, made_up, comment(900, "/decline 2601.01234 off-topic"))
    assert (made_up / DECLINED_PATH).read_text() == "- {id: 5}\n"


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("2601.01234v2", "2601.01234"),
        ("arXiv:2601.01234", "2601.01234"),
        ("https://arxiv.org/abs/2601.01234", "2601.01234"),
        ("10.1000/Name.1", "10.1000/name.1"),
    ],
)
def test_an_identifier_is_read_as_people_type_it(typed: str, id_: str) -> None:
    assert list(read_decisions(f"/decline {typed} off-topic", TODAY).works) == [id_]
