"""What all tests share: the made-up catalogue, and files that hold what an output must be."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.load import load

DATA = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with what a file holds; with --update-golden, write the file."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the made-up list that a test may change."""
    return Path(shutil.copytree(DATA / "catalog", tmp_path / "list"))


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The made-up catalogue."""
    return load(DATA / "catalog").catalog
