"""Fixtures: a made-up world of services, the context of their clients, and small lists."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.links.answers.verdict import Answer
from generator.links.asking.pacing import Clock, SystemClock
from generator.links.asking.service import ClientContext
from generator.links.gathering.recognize import recognize
from generator.links.providers import web
from tests.links.fakes.github import TOKEN
from tests.links.fakes.server import Reply, Request, Server, serving
from tests.links.fakes.world import World
from tests.links.made_list import add_entry


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """An empty world whose services are served; the environment has their addresses."""
    world = World()
    with world.served() as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield world


@pytest.fixture
def context(world: World) -> ClientContext:
    return ClientContext(world.clock, "medvlm-links/test (+https://example.org)", recognize, token=TOKEN)


class Answers(dict[str, Answer]):
    """The answers of a provider, by id; a second answer for an id is a bug of the provider."""

    def __call__(self, id_: str, answer: Answer) -> None:
        assert id_ not in self, f"two answers for {id_}"
        self[id_] = answer


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def project(tmp_path: Path, token: None) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Made up\nrepo_url: https://example.org/list\n")
    return tmp_path


@pytest.fixture
def two_entries(project: Path, world: World) -> Path:
    add_entry(project, world, "a1", "MedFoo: Reading Reports", "2401.00001", "ada/medfoo")
    add_entry(project, world, "b2", "RadBar: Seeing Chests", "2401.00002", "ada/radbar")
    return project


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Second attempts follow at once; other tests check the time between requests."""
    monkeypatch.setattr(web, "RETRY_DELAY", 0.0)
    monkeypatch.setattr(web, "HOST_GAP", 0.0)


def check_web(urls: list[str], *, private: bool = True, clock: Clock | None = None) -> Answers:
    """What the plain web answers about `urls`; `private` allows addresses of this machine."""
    context = ClientContext(clock or SystemClock(), "medvlm-links/test", recognize, private=private)
    answers = Answers()
    web.Web(context).check(urls, answers)
    return answers


def check_page(reply: Callable[[Request], Reply]) -> tuple[Answer, Server]:
    """What the plain web answers about a page, and the server that was asked for it."""
    with serving(reply) as server:
        url = f"{server.url}/page"
        return check_web([url])[url], server


def always(reply: Reply) -> Callable[[Request], Reply]:
    """A server with one answer."""
    return lambda request: reply
