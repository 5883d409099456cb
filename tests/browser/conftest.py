"""What browser tests share: built and served sites, and pages of the system's Chromium that report errors."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, ViewportSize, sync_playwright

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.views.scopes import keep_core
from tests.browser.built import build_once, build_published
from tests.browser.server import served
from tests.paths import DATA, PROJECT

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of the made-up list."""
    return build_once("made-up", tmp_path_factory, DATA / "catalog" / "entries")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of the list itself."""
    return build_once("real", tmp_path_factory, PROJECT / "entries")


@pytest.fixture(scope="session")
def made_up_url(made_up_site: Path) -> Iterator[str]:
    """The address of the made-up list's site, without a slash at the end."""
    with served(made_up_site) as url:
        yield url


@pytest.fixture(scope="session")
def real_url(real_site: Path) -> Iterator[str]:
    """The address of the list's own site, without a slash at the end."""
    with served(real_site) as url:
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


# Each window of Chromium loads two pages for suggestions below its address bar, which takes half of its time.
_FLAGS = ("--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests fail."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium or Chrome is missing; `make test` says how to install it"
    sandbox = () if os.geteuid() else ("--no-sandbox",)  # root has no sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_FLAGS, *sandbox])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open an address; at the end of the test no page may have had an error or asked another host.

    A page that is `faulty` on purpose is let off.
    """
    faults: list[str] = []
    contexts = []

    def open_page(url: str, *, viewport: Any = DESKTOP, faulty: bool = False, **options: Any) -> Page:
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        if not faulty:
            _note_faults(page, faults)
        page.goto(url, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page that stays open, and the errors that it had."""
    faults: list[str] = []
    page = browser.new_page(reduced_motion="reduce")
    page.set_default_timeout(10_000)
    _note_faults(page, faults)
    yield page, faults
    page.close()


@pytest.fixture
def read_page(window: tuple[Page, list[str]]) -> Iterator[Open]:
    """Like `open_page`, in one window for all tests that change nothing but the storage of the tab.

    A new window takes longer than a page.
    """
    page, faults = window
    faults.clear()

    def read_page(url: str, *, viewport: Any = DESKTOP) -> Page:
        page.set_viewport_size(viewport)
        page.goto(url, wait_until="load")
        return page

    yield read_page
    if page.url != "about:blank":
        page.evaluate("sessionStorage.clear()")
        page.goto("about:blank")
    assert not faults


def _note_faults(page: Page, faults: list[str]) -> None:
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: _note_failure(request, faults))
    page.on("request", lambda request: _note_foreign(request, faults))
    page.on("dialog", lambda dialog: _note_dialog(dialog, faults))


def _note_failure(request: Request, faults: list[str]) -> None:
    if request.failure not in _NO_FAILURE:
        faults.append(f"failed: {request.url}: {request.failure}")


_NO_FAILURE = ("net::ERR_ABORTED", "csp")
"""Why a request may end early: the reader went to another page, or has turned scripts off."""


def _note_foreign(request: Request, faults: list[str]) -> None:
    if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        faults.append(f"foreign: {request.url}")


def _note_dialog(dialog: Dialog, faults: list[str]) -> None:
    faults.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@pytest.fixture(scope="session")
def real() -> Catalog:
    """The list itself."""
    return load(PROJECT).catalog


@pytest.fixture(scope="session")
def core(real: Catalog) -> Catalog:
    """The core work of the list, which the browse page shows at first."""
    return Catalog({entry.id: entry for entry in keep_core(real, real)}, real.vocabularies, real.paths)


@pytest.fixture
def browse(open_page: Open, read_page: Open, real_url: str) -> Callable[..., Page]:
    """Open the browse page at a state, in a window of its own if `options` ask for a special one."""

    def browse(search: str = "", **options: object) -> Page:
        opened = open_page if options else read_page
        return opened(f"{real_url}/browse/{search}", **options)

    return browse
