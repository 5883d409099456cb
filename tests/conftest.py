"""What all tests share: the made-up list, and the comparison with golden files."""

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import offline
import pytest

from generator.catalog.catalog import Catalog
from generator.entry.model import DataCard, Entry, License
from generator.settings import Settings, load_settings
from tests.made_up import load_made_up
from tests.made_up_results import make_benchmark_catalog
from tests.paths import DATA

# The same examples on every machine, without a time limit: a failed run means that the code is wrong.
# `make slow` tries many: it runs the tests with examples again, with the profile of that name.
for name, examples in (("few", 50), ("many", 1000)):
    hypothesis.settings.register_profile(
        name,
        deadline=None,
        derandomize=True,
        max_examples=examples,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
hypothesis.settings.load_profile("few")

# Programs that tests start load `sitecustomize` from there, so they are offline too.
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(Path(offline.__file__).parent), os.environ.get("PYTHONPATH")))
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores: tests also wait, for pages and for servers that do not answer."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (cores or 1) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are found, nor in what is found: it stays to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with what a file holds; with --update-golden, write the file."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        held = file.read_text("utf-8") if file.exists() else ""
        assert text == held, f"`pytest --update-golden` writes {file.name}: read what changes"

    return compare


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test if something tries to reach another machine while it runs, in any thread."""
    yield
    refused = offline.ATTEMPTS.copy()
    offline.ATTEMPTS.clear()
    assert refused == []


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the made-up list, which a test may change."""
    return Path(shutil.copytree(DATA / "catalog", tmp_path / "list", ignore=shutil.ignore_patterns(".cache")))


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog of the made-up list."""
    return load_made_up()


@pytest.fixture
def benchmark_catalog(catalog: Catalog) -> Catalog:
    """A benchmark, and two sources that agree on one number and not on another."""
    return make_benchmark_catalog(catalog)


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The settings of the made-up list, which has the address of a site."""
    return load_settings(DATA / "catalog")


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>&lt;![CDATA[",
    "@misc{x, title = {y}}",
    "} unbalanced {{",
    "\\input{secret} \\write18{x} %",
    "$x_1^2 & #3 ~ \"quoted\" 'single' `tick`",
    "two\nlines\r\nER  - \nTY  - JOUR",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1)",
    "a; b, c and d",
    "bell \x07 and null \x00 and \u2028 and \ufffe",
    "Ærøskøbing ŁÓDŹ ếß 例 示 α β",
]
"""Texts that try to be more than text in one format or another."""


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[1:20])
def hostile_text(request: pytest.FixtureRequest) -> str:
    """Each text of `HOSTILE` in turn."""
    return str(request.param)


@pytest.fixture
def hostile(hostile_text: str, catalog: Catalog) -> Catalog:
    """A catalog of one entry, `hostile`, with `hostile_text` wherever an entry has free text."""
    entry = Entry(
        id="hostile",
        title=f"A {hostile_text} title",
        name=hostile_text,
        kind="dataset",
        authors=(hostile_text, f"Ada {hostile_text}"),
        date="2024-02-03",
        arxiv="2402.00001",
        summary=hostile_text,
        section="models",
        tasks=("vqa",),
        keywords=(hostile_text,),
        dataset=DataCard(size=hostile_text, access="open"),
        license=License(data=hostile_text),
        aliases=(hostile_text,),
        note=hostile_text,
        added="2024-05-06",
    )
    return Catalog({entry.id: entry}, catalog.vocabularies, {entry.id: "entries/2024/hostile.yaml"})
