"""Fixtures: a list about kites and verses, and a world with a fake arXiv."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.discover.made_stream import make_list, make_listed
from tests.links.fakes.world import World


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "list"
    root.mkdir()
    make_list(root, make_listed(40))
    return root


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    world = World()
    with world.served() as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield world
