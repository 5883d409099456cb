"""GitHub's clients against a server that enforces its limits."""

from dataclasses import replace

import pytest

from generator.links.answers.verdict import RepositoryRecord, Verdict
from generator.links.asking.client import Throttled
from generator.links.asking.service import ClientContext
from generator.links.providers.github import Github
from generator.links.providers.githubgraphql import build_query
from generator.links.providers.githubrest import TOKEN_HINT
from tests.links.conftest import Answers
from tests.links.fakes import github as fake
from tests.links.fakes.github import Repo
from tests.links.fakes.server import Reply
from tests.links.fakes.world import World


def fill(world: World, count: int) -> list[str]:
    names = [f"ada-example/tool-{number}" for number in range(count)]
    world.repos.update({name: Repo(name, number + 1) for number, name in enumerate(names)})
    return names


def without_token(context: ClientContext) -> ClientContext:
    return replace(context, token="", anonymous=20)


def test_one_request_asks_for_a_hundred_repositories(
    world: World, context: ClientContext, answers: Answers
) -> None:
    names = fill(world, 250)
    Github(context).check(names, answers)
    assert set(answers) == set(names)
    assert {answer.verdict for answer in answers.values()} == {Verdict.OK}
    assert world.requests("github") == 3
    assert answers[names[0]].observed == {
        "license": "MIT",
        "pushed": "2026-10-01",
        "repository": 1,
        "stars": 42,
    }
    assert answers[names[0]].facts == RepositoryRecord(names[0], "", 1)


def test_a_batch_that_is_too_large_is_halved(world: World, context: ClientContext, answers: Answers) -> None:
    names = fill(world, 100)
    world.fakes["github"].max_aliases = 30
    Github(context).check(names, answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.OK}


def test_renamed_archived_empty_disabled_and_missing_repositories(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.repos |= {
        "old-lab/old-name": Repo("new-lab/new-name", 12, archived=True),
        "a/case": Repo("A/Case", 13),
        "a/archived": Repo("a/archived", 14, archived=True),
        "a/empty": Repo("a/empty", 15, empty=True),
        "a/disabled": Repo("a/disabled", 16, disabled=True, license=None),
    }
    Github(context).check([*world.repos, "nobody/gone"], answers)
    assert {id_: answer.verdict for id_, answer in answers.items()} == {
        "old-lab/old-name": Verdict.MOVED,
        "a/case": Verdict.OK,
        "a/archived": Verdict.DEGRADED,
        "a/empty": Verdict.DEGRADED,
        "a/disabled": Verdict.DEGRADED,
        "nobody/gone": Verdict.DEAD,
    }
    assert answers["old-lab/old-name"].moved_to == "https://github.com/new-lab/new-name"
    assert answers["old-lab/old-name"].detail == "renamed to new-lab/new-name, archived"


def test_a_missing_repository_is_asked_for_twice(
    world: World, context: ClientContext, answers: Answers
) -> None:
    names = fill(world, 2)
    world.fakes["github"].forget_once = {names[0]}
    Github(context).check(names, answers)
    assert answers[names[0]].verdict is Verdict.OK


def test_files_of_repositories_are_checked(world: World, context: ClientContext, answers: Answers) -> None:
    world.repos["a/b"] = Repo("a/b", files=frozenset({"main:docs/x.md", "dev/one:x.md", "main:"}))
    world.repos["a/old"] = Repo("a/new", files=frozenset({"main:x y.md"}))
    ids = {
        "a/b/main/docs/x.md": Verdict.OK,
        "a/b/dev/one/x.md": Verdict.OK,
        "a/b/main": Verdict.OK,
        "a/b/master/docs/x.md": Verdict.MOVED,
        "a/b/main/gone.md": Verdict.DEAD,
        "a/old/main/x y.md": Verdict.MOVED,
    }
    Github(context).check(list(ids), answers)
    assert {id_: answer.verdict for id_, answer in answers.items()} == ids
    assert answers["a/b/master/docs/x.md"].moved_to == "https://github.com/a/b/blob/main/docs/x.md"
    assert answers["a/old/main/x y.md"].moved_to == "https://github.com/a/new/blob/main/x%20y.md"


def test_an_id_cannot_break_out_of_the_query() -> None:
    text = build_query(['a/b/main/"){viewer{login}}#'])
    assert r'"main:\"){viewer{login}}#"' in text


@pytest.mark.parametrize(
    "limit", [fake.SECONDARY, fake.SECONDARY_200, fake.PARTIAL, Reply(502), Reply(504, b"<html>")]
)
def test_a_temporary_limit_is_waited_for(
    limit: Reply, world: World, context: ClientContext, answers: Answers
) -> None:
    names = fill(world, 4)
    world.fakes["github"].limits = [limit]
    Github(context).check(names, answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.OK}


def test_a_secondary_limit_is_waited_for_a_minute(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.fakes["github"].limits = [fake.SECONDARY]
    Github(context).check(fill(world, 2), answers)
    assert world.clock.elapsed >= 60


@pytest.mark.parametrize("limit", [fake.PRIMARY, fake.PRIMARY_OLD])
def test_the_hourly_limit_ends_the_run_for_github(
    limit: Reply, world: World, context: ClientContext, answers: Answers
) -> None:
    world.fakes["github"].limits = [limit]
    with pytest.raises(Throttled):
        Github(context).check(fill(world, 2), answers)
    assert answers == {}


def test_a_bad_token_stops_the_service(world: World, context: ClientContext, answers: Answers) -> None:
    bad = replace(context, token="wrong")
    with pytest.raises(Throttled, match="refuses the token"):
        Github(bad).check(["a/b"], answers)


@pytest.mark.parametrize(
    "body",
    [
        b'{"data": {"r0": 7}}',
        b'{"data": {}}',
        b'{"data": {"r0": null}}',
        b'{"data": null}',
        b"[]",
        b"{" * 9000,
    ],
)
def test_an_answer_of_another_shape_is_unknown(
    body: bytes, world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["github"].answer = lambda request: Reply(200, body)
    Github(context).check(["a/b"], answers)
    assert answers["a/b"].verdict is Verdict.UNKNOWN


def test_an_unexpected_status_is_unknown(world: World, context: ClientContext, answers: Answers) -> None:
    world.servers["github"].answer = lambda request: Reply(400, b"{}")
    Github(context).check(["a/b"], answers)
    assert answers["a/b"].verdict is Verdict.UNKNOWN


def test_without_a_token_the_rest_is_left_unchecked(
    world: World, context: ClientContext, answers: Answers
) -> None:
    names = fill(world, 5)
    world.fakes["github"].unauthorized_left = 3
    Github(without_token(context)).check(names, answers)
    assert [answers[name].verdict for name in names] == [Verdict.OK] * 3 + [Verdict.UNKNOWN] * 2
    assert answers[names[4]].skipped
    assert answers[names[4]].detail.startswith(TOKEN_HINT)


def test_rest_gives_the_same_answers_as_graphql(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.repos |= {
        "old-lab/old-name": Repo("new-lab/new-name", 12),
        "a/archived": Repo("a/archived", 14, archived=True),
        "a/empty": Repo("a/empty", 15, empty=True, license=None),
        "a/disabled": Repo("a/disabled", 16, disabled=True),
    }
    Github(without_token(context)).check([*world.repos, "nobody/gone", "a/archived/main/x"], answers)
    assert answers["old-lab/old-name"].moved_to == "https://github.com/new-lab/new-name"
    assert answers["a/archived"].verdict is answers["a/empty"].verdict is Verdict.DEGRADED
    assert answers["a/disabled"].verdict is Verdict.DEGRADED
    assert answers["nobody/gone"].verdict is Verdict.DEAD
    assert answers["a/archived/main/x"].verdict is Verdict.DEGRADED


def test_no_token_is_sent_without_one(world: World, context: ClientContext, answers: Answers) -> None:
    Github(without_token(context)).check(fill(world, 1), answers)
    assert all("authorization" not in request.headers for request in world.servers["github"].requests)


def test_a_redirect_to_another_host_is_not_followed(
    world: World, context: ClientContext, answers: Answers
) -> None:
    elsewhere = world.servers["crossref"]
    world.servers["github"].answer = lambda request: Reply(
        301, b"{}", {"Location": f"{elsewhere.url}/repositories/1"}
    )
    Github(without_token(context)).check(["a/b"], answers)
    assert answers["a/b"].verdict is Verdict.UNKNOWN
    assert elsewhere.requests == []


def test_an_unexpected_status_of_rest_is_unknown(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["github"].answer = lambda request: Reply(400, b"{}")
    Github(without_token(context)).check(["a/b"], answers)
    assert answers["a/b"].verdict is Verdict.UNKNOWN


def test_a_readme_is_read(world: World, context: ClientContext) -> None:
    world.repos |= {"a/b": Repo("a/b", readme="# Títle"), "a/c": Repo("a/c")}
    github = Github(context)
    assert github.readme("a/b") == "# Títle"
    assert github.readme("a/c") == ""
    world.servers["github"].answer = lambda request: Reply(500)
    assert github.readme("a/b") is None
    world.servers["github"].answer = lambda request: Reply(400)
    assert github.readme("a/b") is None
