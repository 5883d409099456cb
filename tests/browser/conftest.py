"""What browser tests share: built and served sites, and pages of the system's Chromium that report faults."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from tests.browser.built import PROJECT, build
from tests.browser.server import served

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of the made-up list."""
    return build(PROJECT / "tests" / "data" / "catalog" / "entries", tmp_path_factory.mktemp("made-up"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of the list itself."""
    return build(PROJECT / "entries", tmp_path_factory.mktemp("real"))


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
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests fail."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium or Chrome is missing; `make test` says how to install it"
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # root has no sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open an address; at the end of the test no page may have met an error or asked another host.

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
            _note_faults(page, "/".join(url.split("/")[:3]), faults)
        page.goto(url, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def _note_faults(page: Page, host: str, faults: list[str]) -> None:
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: _note_failure(request, faults))
    page.on(
        "request",
        lambda request: None if _is_own(request.url, host) else faults.append(f"foreign: {request.url}"),
    )


def _note_failure(request: Request, faults: list[str]) -> None:
    if request.failure not in _NO_FAILURE:
        faults.append(f"failed: {request.url}: {request.failure}")


_NO_FAILURE = ("net::ERR_ABORTED", "csp")
"""Why a request may end early: the reader went to another page, or has scripts switched off."""


def _is_own(url: str, host: str) -> bool:
    return url.startswith((f"{host}/", "data:", "blob:"))


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and good practice, one line a rule and place."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run().then(({ violations }) => violations)")
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


@pytest.fixture(scope="session")
def real() -> Catalog:
    """The list itself."""
    return load(PROJECT).catalog


@pytest.fixture
def browse(open_page: Open, real_url: str) -> Callable[..., Page]:
    """Open the browse page at a state."""

    def browse(search: str = "", **options: object) -> Page:
        return open_page(f"{real_url}/browse/{search}", **options)

    return browse
