"""Comments, the tracking issue, commits and pull requests: written once, found again, updated."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from generator.options import read_options
from generator.publish import arguments, command
from generator.publish.github import git
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.comment import find_pull_request, write_comment
from generator.publish.github.issue import update_issue
from generator.publish.github.markers import MAX_BODY_LENGTH, add_marker, has_marker, make_marker
from generator.publish.github.pullrequest import ProposedChange, open_pull_request
from tests.publish.conftest import clone, run
from tests.publish.fake_github import FakeGithub


def publish(*words: str, root: Path = Path()) -> tuple[str, int]:
    parser = ArgumentParser()
    arguments.add_arguments(parser)
    parsed = parser.parse_args(words)
    parsed.root = root
    return command.run(read_options(parsed))


def test_a_comment_is_written_once_and_then_edited(repository: GithubRepository, github: FakeGithub) -> None:
    assert write_comment(repository, 7, "review", "First") == "comment on 7: written"
    assert write_comment(repository, 7, "review", "First") == "comment on 7: unchanged"
    assert write_comment(repository, 7, "review", "Second") == "comment on 7: edited"
    assert [one["body"] for one in github.comments[7]] == [f"{make_marker('review')}\nSecond\n"]


def test_a_persons_comment_with_our_marker_is_not_ours(
    repository: GithubRepository, github: FakeGithub
) -> None:
    theirs = {"id": 1, "body": add_marker("review", "Ha"), "user": {"type": "User"}}
    github.comments[7] = [theirs]
    write_comment(repository, 7, "review", "Ours")
    assert theirs["body"] == add_marker("review", "Ha")
    assert len(github.comments[7]) == 2


def test_comments_beyond_the_first_page_are_found(repository: GithubRepository, github: FakeGithub) -> None:
    github.comments[7] = [{"id": n, "body": "Other", "user": {"type": "User"}} for n in range(130)]
    write_comment(repository, 7, "review", "First")
    assert write_comment(repository, 7, "review", "Second") == "comment on 7: edited"


def test_a_pull_request_from_a_fork_is_found_by_its_head(
    repository: GithubRepository, github: FakeGithub
) -> None:
    github.pulls = [{"number": 4, "state": "open", "head": {"sha": "a" * 40, "ref": "main"}}]
    assert find_pull_request(repository, "a" * 40).number == 4
    with pytest.raises(PublishError, match="no open pull request has the head bbbb"):
        find_pull_request(repository, "b" * 40)


def test_the_tracking_issue_is_opened_edited_and_closed(
    repository: GithubRepository, github: FakeGithub
) -> None:
    assert update_issue(repository, "links", "Links to fix", "") == "no issue, and nothing to report"
    assert update_issue(repository, "links", "Links to fix", "## Dead\n- one\n") == "issue 1: opened"
    assert update_issue(repository, "links", "Links to fix", "## Dead\n- one\n") == "issue 1: unchanged"
    assert update_issue(repository, "links", "Links to fix", "## Dead\n- two\n") == "issue 1: edited"
    assert (
        update_issue(
            repository, "links", "Links to fix", "9 links: 8 ok, 1 unknown.\n\n<details>…</details>\n"
        )
        == "issue 1: closed"
    )
    assert github.issues[0]["state"] == "closed"
    assert update_issue(repository, "links", "Links to fix", "## Dead\n- three\n") == "issue 2: opened"


def test_what_people_ticked_in_the_issue_stays_ticked(
    repository: GithubRepository, github: FakeGithub
) -> None:
    text = "## Models\n\n- [ ] A <!-- candidate 2601.00001 -->\n- [ ] B <!-- candidate 2601.00002 -->\n"
    update_issue(repository, "candidates", "Candidates", text)
    github.issues[0]["body"] = github.issues[0]["body"].replace("- [ ] B", "- [x] B").replace("\n", "\r\n")
    update_issue(repository, "candidates", "Candidates", text.replace("A", "Another"))
    assert "- [ ] Another" in github.issues[0]["body"]
    assert "- [x] B" in github.issues[0]["body"]


def test_texts_mention_nobody_and_are_limited() -> None:
    assert "@ada" not in add_marker("review", "Thanks @ada, see a@b.org")
    long = add_marker("review", "line\n" * 20_000)
    assert len(long) < MAX_BODY_LENGTH + 200
    assert long.endswith("in the run's log.\n")
    assert has_marker("review", long)
    assert not has_marker("review", None)
    with pytest.raises(ValueError, match="is not a marker"):
        make_marker("a --> b")


def test_a_commit_has_only_the_named_files(remote: Path, checkout: Path) -> None:
    (checkout / "README.md").write_text("New\n")
    (checkout / "other.txt").write_text("Not asked for\n")
    assert publish("commit", "--message", "README", "README.md", root=checkout) == (
        "main: committed and pushed",
        0,
    )
    assert run("git", "show", "--name-only", "--format=%s %an", "main", cwd=remote).split("\n\n") == [
        "README github-actions[bot]",
        "README.md",
    ]
    assert publish("commit", "--message", "README", "README.md", root=checkout) == ("nothing to commit", 0)


def test_an_unknown_path_is_skipped_and_a_deleted_one_is_committed(remote: Path, checkout: Path) -> None:
    words = ("commit", "--message", "Lists", "README.md", "lists")
    assert publish(*words, root=checkout) == ("nothing to commit", 0)
    (checkout / "lists").mkdir()
    (checkout / "lists" / "models.md").write_text("Models\n")
    assert publish(*words, root=checkout) == ("main: committed and pushed", 0)
    (checkout / "lists" / "models.md").unlink()
    (checkout / "lists").rmdir()
    assert publish(*words, root=checkout) == ("main: committed and pushed", 0)
    assert run("git", "ls-tree", "--name-only", "main", cwd=remote) == "entries"


def test_the_push_of_somebody_else_is_kept(remote: Path, checkout: Path, tmp_path: Path) -> None:
    other = clone(remote, tmp_path / "other")
    (other / "entries" / "b.yaml").write_text("title: B\n")
    git.commit(other, "Theirs", ["entries"])
    git.push(other, "main")
    (checkout / "README.md").write_text("New\n")
    git.commit(checkout, "Ours", ["README.md"])
    git.push(checkout, "main")
    assert run("git", "log", "--format=%s", "main", cwd=remote).split("\n") == ["Ours", "Theirs", "First"]


def test_a_conflict_is_an_error_message(remote: Path, checkout: Path, tmp_path: Path) -> None:
    other = clone(remote, tmp_path / "other")
    for folder, text in ((other, "Theirs\n"), (checkout, "Ours\n")):
        (folder / "README.md").write_text(text)
    publish("commit", "--message", "Theirs", "README.md", root=other)
    output, code = publish("commit", "--message", "Ours", "README.md", root=checkout)
    assert (code, output.startswith("medvlm publish: git rebase:")) == (1, True)


def test_a_push_that_always_fails_is_an_error_message(checkout: Path) -> None:
    run("git", "remote", "set-url", "origin", str(checkout / "nowhere"), cwd=checkout)
    (checkout / "README.md").write_text("New\n")
    output, code = publish("commit", "--message", "README", "README.md", root=checkout)
    assert (code, output.startswith("medvlm publish: git")) == (1, True)


def test_a_proposal_is_one_branch_and_one_pull_request(
    repository: GithubRepository, github: FakeGithub, remote: Path, checkout: Path
) -> None:
    entry = checkout / "entries" / "a.yaml"

    def propose(text: str) -> str:
        change = ProposedChange(
            branch="bot/links", base="main", title="Moved links", text=text, paths=["entries"]
        )
        return open_pull_request(repository, checkout, change)

    assert propose("Nothing") == "nothing to propose"
    entry.write_text("title: AA\n")
    assert propose("One") == "pull request 1: opened"
    entry.write_text("title: AAA\n")
    assert propose("Two") == "pull request 1: updated"
    assert github.pulls[0]["body"] == add_marker("bot-links", "Two")
    assert run("git", "show", "bot/links:entries/a.yaml", cwd=remote) == "title: AAA"
    assert run("git", "show", "main:entries/a.yaml", cwd=remote) == "title: A"


def test_the_command_reads_files_and_the_environment(
    github: FakeGithub, remote: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "text.md"
    text.write_text("## Body")
    assert publish("issue", "--marker", "links", "--title", "T", str(text)) == ("issue 1: opened", 0)
    (checkout / "entries" / "a.yaml").write_text("title: AA\n")
    words = ("pull-request", "--branch", "bot/x", "--title", "T", str(text), "entries")
    assert publish(*words, root=checkout) == ("pull request 1: opened", 0)
    monkeypatch.delenv("GITHUB_TOKEN")
    assert publish("issue", "--marker", "links", "--title", "T", str(text)) == (
        "medvlm publish: set GITHUB_TOKEN",
        1,
    )


def test_a_file_that_cannot_be_read_is_a_usage_error() -> None:
    with pytest.raises(SystemExit) as stopped:
        publish("issue", "--marker", "links", "--title", "T", "no/such/file")
    assert stopped.value.code == 2


def test_standard_input_is_read(github: FakeGithub, monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO, TextIOWrapper

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"## News")))
    publish("issue", "--marker", "links", "--title", "T", "-")
    assert github.issues[0]["body"] == add_marker("links", "## News")


def test_refusals_say_what_was_asked_and_hide_the_token(
    repository: GithubRepository, github: FakeGithub
) -> None:
    github.status = 403
    with pytest.raises(PublishError) as refused:
        update_issue(repository, "links", "T", "## Text")
    assert str(refused.value) == "GET issues: GitHub answers 403"
    with pytest.raises(PublishError, match="is not a repository"):
        GithubRepository("../x", "secret")
    with pytest.raises(PublishError) as unreachable:
        GithubRepository("a/b", "secret", "http://127.0.0.1:1").get("issues")
    assert "secret" not in str(unreachable.value)


def test_long_lists_end_after_twenty_pages(repository: GithubRepository, github: FakeGithub) -> None:
    github.issues = [
        {"number": n, "state": "open", "body": "", "user": {"type": "User"}} for n in range(2500)
    ]
    assert sum(1 for _ in repository.pages("issues", state="open")) == 2000
