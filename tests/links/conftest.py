"""A made-up world of services, and the setting in which they are asked."""

from collections.abc import Iterator

import pytest

from generator.links.providers.client import Setting
from generator.links.verdict import Answer
from tests.links.fakes.github import TOKEN
from tests.links.fakes.world import World


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """An empty world, served; the environment leads to it."""
    world = World()
    with world.served() as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield world


@pytest.fixture
def setting(world: World) -> Setting:
    return Setting(world.clock, "medvlm-links/test (+https://example.org)", token=TOKEN)


class Told(dict[str, Answer]):
    """What a provider told, by id; an id told twice is a fault of the provider."""

    def __call__(self, id_: str, answer: Answer) -> None:
        assert id_ not in self, f"{id_} told twice"
        self[id_] = answer


@pytest.fixture
def told() -> Told:
    return Told()
