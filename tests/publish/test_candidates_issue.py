"""`/add` in the issue "Candidates": each comment is a pull request of its own, and the issue stays open."""

from pathlib import Path

import pytest

from generator.add.asking.services import Services
from generator.links.asking.service import ClientContext
from generator.publish.github.api import GithubRepository
from generator.publish.github.issue import update_issue
from generator.publish.github.markers import add_marker
from generator.publish.requests.issue_request import read_request
from generator.publish.requests.proposal import propose_again, propose_from_issue
from generator.publish.requests.proposed import list_proposed
from tests.links.conftest import context, world
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.world import World
from tests.publish.conftest import run
from tests.publish.fake_github import FakeGithub
from tests.publish.test_decline import candidates, comment
from tests.publish.test_proposal import made_up

__all__ = ["candidates", "context", "made_up", "world"]

REPORT = "## Tools\n\n- [{}] [Films](https://arxiv.org/abs/2408.12345) <!-- candidate 2408.12345 -->\n"


def ask(
    repository: GithubRepository, github: FakeGithub, root: Path, id_: int, text: str, services: Services
) -> str:
    github.comments.setdefault(1, []).append(comment(id_, text))
    request = read_request(repository, 1, id_)
    assert request
    answer = propose_from_issue(repository, root, request, "main", "2026-11-30", services)
    run("git", "reset", "--quiet", "--hard", "origin/main", cwd=root)
    return answer


@pytest.fixture
def services(world: World, context: ClientContext, made_up: Path) -> Services:
    run("git", "push", "--quiet", "origin", "HEAD:main", cwd=made_up)
    run("git", "fetch", "--quiet", cwd=made_up)
    world.papers["2408.12345"] = Paper("Whispering Films", ("Ada Example",), "2024-08-22")
    world.papers["2408.54321"] = Paper("Shouting Films", ("Cy Newcomer",), "2024-08-23")
    return Services(context)


def test_each_comment_is_a_pull_request_that_leaves_the_issue_open(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path, remote: Path, services: Services
) -> None:
    first = ask(repository, candidates, made_up, 900, "/add 2408.12345", services)
    ask(repository, candidates, made_up, 901, "/add 2408.54321", services)
    assert [pull["head"]["ref"] for pull in candidates.pulls] == ["bot/add-900", "bot/add-901"]
    assert candidates.pulls[0]["title"] == "Add example2024whispering"
    body = candidates.pulls[0]["body"]
    assert "Named by a maintainer in the issue with the candidates." in body
    assert "Closes" not in body
    assert "`entries/2024/example2024whispering.yaml` (arXiv 2408.12345): left to a person:" in body
    assert "\n- [ ] **Summary**: " in body
    assert first.startswith("`entries/2024/example2024whispering.yaml`: pull request 1: opened.")
    assert [one["body"].split("\n")[0] for one in candidates.comments[1] if one["user"]["type"] == "Bot"] == [
        "<!-- medvlm: proposal-900 -->",
        "<!-- medvlm: proposal-901 -->",
    ]


def test_all_lines_of_a_comment_are_taken_and_the_text_of_the_issue_never_is(
    repository: GithubRepository, candidates: FakeGithub, made_up: Path, services: Services
) -> None:
    text = "/add 2408.12345\r\n/decline 2408.11111 off-topic\r\n/add 2408.54321"
    ask(repository, candidates, made_up, 900, text, services)
    assert candidates.pulls[0]["title"] == "Add example2024whispering, newcomer2024shouting"
    candidates.issues[0]["body"] = add_marker("candidates", REPORT.format(" "))
    assert ask(repository, candidates, made_up, 901, "/add", services).startswith("No entry was made:")
    assert len(candidates.pulls) == 1


def test_a_silent_service_is_asked_again_about_each_comment(
    repository: GithubRepository,
    candidates: FakeGithub,
    made_up: Path,
    services: Services,
    world: World,
    context: ClientContext,
) -> None:
    papers = dict(world.papers)
    world.papers.clear()
    world.fakes["arxiv"].throttle = 99
    ask(repository, candidates, made_up, 900, "/add 2408.12345", services)
    ask(repository, candidates, made_up, 901, "/add 2408.54321", services)
    assert candidates.pulls == []
    world.fakes["arxiv"].throttle = 0
    world.papers.update(papers)
    again = propose_again(repository, made_up, "main", "2026-11-30", Services(context))
    assert again == "issue 1: answered again\nissue 1: answered again"
    assert [pull["head"]["ref"] for pull in candidates.pulls] == ["bot/add-900", "bot/add-901"]


@pytest.mark.parametrize("text", ["/address of the paper?", "/added 2408.12345", "/ADD 2408.12345", "/"])
def test_a_word_that_is_no_command_asks_for_nothing(
    repository: GithubRepository, candidates: FakeGithub, text: str
) -> None:
    candidates.comments[1] = [comment(900, text)]
    assert read_request(repository, 1, 900) is None


def test_the_marker_in_the_issue_of_a_person_makes_it_no_issue_of_candidates(
    repository: GithubRepository, candidates: FakeGithub
) -> None:
    candidates.issues[0]["user"] = {"type": "User"}
    candidates.comments[1] = [comment(900, "/add 2408.12345")]
    request = read_request(repository, 1, 900)
    assert request
    assert not request.is_standing


def test_ticked_candidates_stay_ticked(repository: GithubRepository, github: FakeGithub) -> None:
    assert update_issue(repository, "candidates", "Candidates", REPORT.format(" ")) == "issue 1: opened"
    github.issues[0]["body"] = github.issues[0]["body"].replace("- [ ]", "- [x]").replace("\n", "\r\n")
    new = "- [ ] [Other](https://arxiv.org/abs/2408.54321) <!-- candidate 2408.54321 -->\n"
    assert update_issue(repository, "candidates", "Candidates", REPORT.format(" ") + new) == "issue 1: edited"
    assert github.issues[0]["body"] == add_marker("candidates", REPORT.format("x") + new)


def test_what_is_proposed_is_listed_by_its_id(repository: GithubRepository, github: FakeGithub) -> None:
    head = {"ref": "main", "sha": "a" * 40}
    github.pulls = [
        {"number": 1, "state": "open", "head": head, "title": "Add it", "body": "`x` (arXiv 2408.00001)"},
        {"number": 2, "state": "open", "head": head, "title": "By hand", "body": None},
        {"number": 3, "state": "closed", "head": head, "title": "2408.00009", "body": None},
    ]
    github.files[2] = [
        {"filename": "entries/2024/a.yaml", "patch": '+arxiv: "2408.00002"'},
        {"filename": "tests/a.py", "patch": "2408.00008"},
        {"filename": "entries/2024/large.yaml"},
    ]
    label = [{"name": "new entry"}]
    github.issues = [
        {"number": 4, "state": "open", "title": "Add", "body": "2408.00003v2", "labels": label},
        {"number": 5, "state": "open", "title": "Wrong", "body": "2408.00007", "labels": []},
    ]
    assert list_proposed(repository) == ["2408.00001", "2408.00002", "2408.00003"]
