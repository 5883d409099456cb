"""What browser tests share: built and served sites, and pages of the system's Chromium that report errors."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from generator.catalog.catalog import Catalog
from generator.views.scopes import keep_core
from tests.browser.built import build_once, build_published
from tests.browser.program import find_browser
from tests.browser.sampled import load_sample, write_sample
from tests.browser.server import served
from tests.browser.windows import DESKTOP, TIMEOUT, SharedWindows, note_faults, open_tab
from tests.paths import DATA, PROJECT

expect.set_options(timeout=TIMEOUT)

PHONE: ViewportSize = {"width": 390, "height": 844}

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of the made-up list."""
    return build_once("made-up", tmp_path_factory, DATA / "catalog" / "entries")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of a sample of the list itself."""
    return build_once("real", tmp_path_factory, write_sample(tmp_path_factory.mktemp("sample")), own=True)


@pytest.fixture(scope="session")
def made_up_url(made_up_site: Path) -> Iterator[str]:
    """The address of the made-up list's site, without a slash at the end."""
    with served(made_up_site) as url:
        yield url


@pytest.fixture(scope="session")
def real_url(real_site: Path) -> Iterator[str]:
    """The address of the site of a sample of the list, without a slash at the end."""
    with served(real_site) as url:
        yield url


@pytest.fixture(scope="session")
def whole_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the whole list's site, for `slow` tests of what depends on its length."""
    with served(build_once("whole", tmp_path_factory, PROJECT / "entries", own=True)) as url:
        yield url


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the made-up list's site, built with its addresses."""
    return build_published(tmp_path_factory)


@pytest.fixture(scope="session")
def published(published_site: Path) -> Iterator[str]:
    """The address of the made-up list's site with a repository to propose entries to."""
    with served(published_site) as url:
        yield url


# Each window of Chromium loads two pages for suggestions below its address bar, and starts a process for the
# next page, which takes half of its time. Its threads that compile scripts do so for pages that stay longer.
_FLAGS = (
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess",
    "--js-flags=--single-threaded",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests fail."""
    sandbox = () if os.geteuid() else ("--no-sandbox",)  # root has no sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=[*_FLAGS, *sandbox], timeout=TIMEOUT
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared_windows(browser: Browser) -> Iterator[SharedWindows]:
    windows = SharedWindows(browser)
    yield windows
    windows.close()


@pytest.fixture
def open_page(browser: Browser, shared_windows: SharedWindows) -> Iterator[Open]:
    """Open an address; at the end of the test no page may have had an error or asked another host.

    The first page of a test is in a window that all tests with its `options` share, where motion is reduced.
    A `fresh` window has an empty cache and is closed after the test. A `faulty` page is let off.
    """
    faults: list[str] = []
    contexts = []
    used = []

    def open_page(
        url: str, *, viewport: Any = DESKTOP, faulty: bool = False, fresh: bool = False, **options: Any
    ) -> Page:
        noted = [] if faulty else faults
        if not (used or fresh):
            used.append(url)
            return shared_windows.get_window(options).show(url, viewport, noted)
        context = browser.new_context(viewport=viewport, **options)
        contexts.append(context)
        page = open_tab(context)
        note_faults(page, noted.append)
        page.goto(url, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()
    shared_windows.clean()
    assert not faults


@pytest.fixture(scope="session")
def real() -> Catalog:
    """A sample of the list itself: the entries of the site at `real_url`."""
    return load_sample()


@pytest.fixture(scope="session")
def core(real: Catalog) -> Catalog:
    """The core work of that sample, which the browse page shows at first."""
    return Catalog({entry.id: entry for entry in keep_core(real, real)}, real.vocabularies, real.paths)


@pytest.fixture
def browse(open_page: Open, real_url: str) -> Open:
    """Open the browse page at a state."""
    return lambda search="", **options: open_page(f"{real_url}/browse/{search}", **options)
