"""Fixtures: a list about kites and verses, and a world with a fake arXiv."""

from pathlib import Path

import pytest

from tests.discover.made_stream import make_list, make_listed
from tests.links.conftest import world

__all__ = ["root", "world"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "list"
    root.mkdir()
    make_list(root, make_listed(40))
    return root
