"""Fixtures: the site of the made-up list, and a reader of it in each engine."""

from collections.abc import Iterator

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.built import build_published
from tests.browser.server import served
from tests.engines.browsers import ENGINES, Environment, start_display
from tests.engines.reader import Reader

SIZE = (1280, 900)


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, without a slash at the end."""
    with served(build_published(tmp_path_factory)) as url:
        yield url


@pytest.fixture(scope="session")
def display() -> Iterator[Environment]:
    with start_display() as environment:
        yield environment


@pytest.fixture(scope="session", params=ENGINES)
def driver(
    request: pytest.FixtureRequest, display: Environment, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WebDriver]:
    with ENGINES[request.param](display, tmp_path_factory.mktemp(request.param)) as driver:
        driver.set_window_size(*SIZE)
        yield driver


@pytest.fixture
def reader(driver: WebDriver, url: str) -> Reader:
    """A reader who was never here before."""
    reader = Reader(driver, url)
    reader.forget()
    return reader
