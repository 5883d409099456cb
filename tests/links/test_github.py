"""GitHub's clients against a server that enforces its limits."""

from dataclasses import replace

import pytest

from generator.links.providers.client import Throttled
from generator.links.providers.github import Github
from generator.links.providers.githubgraphql import query
from generator.links.providers.githubrest import HINT
from generator.links.service import Setting
from generator.links.verdict import Repository, Verdict
from tests.links.conftest import Told
from tests.links.fakes import github as fake
from tests.links.fakes.github import Repo
from tests.links.fakes.server import Reply
from tests.links.fakes.world import World


def fill(world: World, count: int) -> list[str]:
    names = [f"ada-example/tool-{number}" for number in range(count)]
    world.repos.update({name: Repo(name, number + 1) for number, name in enumerate(names)})
    return names


def without_token(setting: Setting) -> Setting:
    return replace(setting, token="")


def test_a_hundred_repositories_a_request(world: World, setting: Setting, told: Told) -> None:
    names = fill(world, 250)
    Github(setting).check(names, told)
    assert set(told) == set(names)
    assert {answer.verdict for answer in told.values()} == {Verdict.OK}
    assert world.requests("github") == 3
    assert told[names[0]].observed == {"license": "MIT", "pushed": "2026-10-01", "repository": 1, "stars": 42}
    assert told[names[0]].facts == Repository(names[0], "", 1)


def test_a_batch_that_is_too_large_is_halved(world: World, setting: Setting, told: Told) -> None:
    names = fill(world, 100)
    world.fakes["github"].most_aliases = 30
    Github(setting).check(names, told)
    assert {answer.verdict for answer in told.values()} == {Verdict.OK}


def test_renamed_archived_empty_disabled_gone(world: World, setting: Setting, told: Told) -> None:
    world.repos |= {
        "old-lab/old-name": Repo("new-lab/new-name", 12, archived=True),
        "a/case": Repo("A/Case", 13),
        "a/archived": Repo("a/archived", 14, archived=True),
        "a/empty": Repo("a/empty", 15, empty=True),
        "a/disabled": Repo("a/disabled", 16, disabled=True, license=None),
    }
    Github(setting).check([*world.repos, "nobody/gone"], told)
    assert {id_: answer.verdict for id_, answer in told.items()} == {
        "old-lab/old-name": Verdict.MOVED,
        "a/case": Verdict.OK,
        "a/archived": Verdict.DEGRADED,
        "a/empty": Verdict.DEGRADED,
        "a/disabled": Verdict.DEGRADED,
        "nobody/gone": Verdict.DEAD,
    }
    assert told["old-lab/old-name"].moved_to == "https://github.com/new-lab/new-name"
    assert told["old-lab/old-name"].detail == "renamed to new-lab/new-name, archived"


def test_a_missing_repository_is_looked_at_twice(world: World, setting: Setting, told: Told) -> None:
    names = fill(world, 2)
    world.fakes["github"].forget_once = {names[0]}
    Github(setting).check(names, told)
    assert told[names[0]].verdict is Verdict.OK


def test_files_of_repositories(world: World, setting: Setting, told: Told) -> None:
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
    Github(setting).check(list(ids), told)
    assert {id_: answer.verdict for id_, answer in told.items()} == ids
    assert told["a/b/master/docs/x.md"].moved_to == "https://github.com/a/b/blob/main/docs/x.md"
    assert told["a/old/main/x y.md"].moved_to == "https://github.com/a/new/blob/main/x%20y.md"


def test_a_query_cannot_be_broken_out_of() -> None:
    text = query(['a/b/main/"){viewer{login}}#'])
    assert r'"main:\"){viewer{login}}#"' in text


@pytest.mark.parametrize(
    "limit", [fake.SECONDARY, fake.SECONDARY_200, fake.PARTIAL, Reply(502), Reply(504, b"<html>")]
)
def test_a_passing_limit_is_waited_for(limit: Reply, world: World, setting: Setting, told: Told) -> None:
    names = fill(world, 4)
    world.fakes["github"].limits = [limit]
    Github(setting).check(names, told)
    assert {answer.verdict for answer in told.values()} == {Verdict.OK}


def test_a_secondary_limit_is_given_a_minute(world: World, setting: Setting, told: Told) -> None:
    world.fakes["github"].limits = [fake.SECONDARY]
    Github(setting).check(fill(world, 2), told)
    assert world.clock.elapsed >= 60


@pytest.mark.parametrize("limit", [fake.PRIMARY, fake.PRIMARY_OLD])
def test_the_hourly_limit_ends_the_run_for_github(
    limit: Reply, world: World, setting: Setting, told: Told
) -> None:
    world.fakes["github"].limits = [limit]
    with pytest.raises(Throttled):
        Github(setting).check(fill(world, 2), told)
    assert told == {}


def test_a_bad_token(world: World, setting: Setting, told: Told) -> None:
    bad = replace(setting, token="wrong")
    with pytest.raises(Throttled, match="refuses the token"):
        Github(bad).check(["a/b"], told)


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
    body: bytes, world: World, setting: Setting, told: Told
) -> None:
    world.servers["github"].answer = lambda request: Reply(200, body)
    Github(setting).check(["a/b"], told)
    assert told["a/b"].verdict is Verdict.UNKNOWN


def test_another_status_is_unknown(world: World, setting: Setting, told: Told) -> None:
    world.servers["github"].answer = lambda request: Reply(400, b"{}")
    Github(setting).check(["a/b"], told)
    assert told["a/b"].verdict is Verdict.UNKNOWN


def test_without_a_token_the_rest_is_left_unchecked(world: World, setting: Setting, told: Told) -> None:
    names = fill(world, 5)
    world.fakes["github"].unauthorized_left = 3
    Github(without_token(setting)).check(names, told)
    assert [told[name].verdict for name in names] == [Verdict.OK] * 3 + [Verdict.UNKNOWN] * 2
    assert told[names[4]].skipped
    assert told[names[4]].detail.startswith(HINT)


def test_rest_sees_the_same_as_graphql(world: World, setting: Setting, told: Told) -> None:
    world.repos |= {
        "old-lab/old-name": Repo("new-lab/new-name", 12),
        "a/archived": Repo("a/archived", 14, archived=True),
        "a/empty": Repo("a/empty", 15, empty=True, license=None),
        "a/disabled": Repo("a/disabled", 16, disabled=True),
    }
    Github(without_token(setting)).check([*world.repos, "nobody/gone", "a/archived/main/x"], told)
    assert told["old-lab/old-name"].moved_to == "https://github.com/new-lab/new-name"
    assert told["a/archived"].verdict is told["a/empty"].verdict is Verdict.DEGRADED
    assert told["a/disabled"].verdict is Verdict.DEGRADED
    assert told["nobody/gone"].verdict is Verdict.DEAD
    assert told["a/archived/main/x"].verdict is Verdict.DEGRADED


def test_no_token_is_sent_without_one(world: World, setting: Setting, told: Told) -> None:
    Github(without_token(setting)).check(fill(world, 1), told)
    assert all("authorization" not in request.headers for request in world.servers["github"].requests)


def test_a_redirect_to_another_host_is_not_followed(world: World, setting: Setting, told: Told) -> None:
    elsewhere = world.servers["crossref"]
    world.servers["github"].answer = lambda request: Reply(
        301, b"{}", {"Location": f"{elsewhere.url}/repositories/1"}
    )
    Github(without_token(setting)).check(["a/b"], told)
    assert told["a/b"].verdict is Verdict.UNKNOWN
    assert elsewhere.requests == []


def test_rest_with_another_status(world: World, setting: Setting, told: Told) -> None:
    world.servers["github"].answer = lambda request: Reply(400, b"{}")
    Github(without_token(setting)).check(["a/b"], told)
    assert told["a/b"].verdict is Verdict.UNKNOWN


def test_readme(world: World, setting: Setting) -> None:
    world.repos |= {"a/b": Repo("a/b", readme="# Títle"), "a/c": Repo("a/c")}
    github = Github(setting)
    assert github.readme("a/b") == "# Títle"
    assert github.readme("a/c") == ""
    world.servers["github"].answer = lambda request: Reply(500)
    assert github.readme("a/b") is None
    world.servers["github"].answer = lambda request: Reply(400)
    assert github.readme("a/b") is None
