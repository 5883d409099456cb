"""The browse page where a server hangs: what is asked of it neither comes nor fails."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.browsing import entries_text, search_for, wait_for_results
from tests.browser.conftest import Open
from tests.browser.server import Handler, served

FAILURE = "#browse-failure"
LIMIT = "2e4"
"""Milliseconds of silence, as the bundle has them."""
HOLD_TIME = f"""{{
  const [start, stop, held] = [setTimeout, clearTimeout, new Map()];
  globalThis.setTimeout = (run, time = 0) => time < {LIMIT} ? start(run, time) : (held.set(run, run), run);
  globalThis.clearTimeout = (timer) => held.delete(timer) || stop(timer);
  new BroadcastChannel("time").onmessage = () => held.forEach((run) => run());
}}"""
"""Long times in a worker pass when the test says so."""
LET_TIME_PASS = "new BroadcastChannel('time').postMessage('')"


class _Hanging(Handler):
    """Sends half of each file of the entries, and the rest once it is told to go on."""

    goes_on: threading.Event

    def copyfile(self, source: Any, outputfile: Any) -> None:
        body = source.read()
        half = len(body) // 2
        outputfile.write(body[:half])
        if "/browse/data/entries-" in self.path:
            self.goes_on.wait()
        outputfile.write(body[half:])


@pytest.fixture
def goes_on() -> Iterator[threading.Event]:
    """Whether the server sends all it has."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def hanging_url(made_up_site: Path, tmp_path: Path, goes_on: threading.Event) -> Iterator[str]:
    """The address of a site whose time the test lets pass, on a server that hangs."""
    site = tmp_path / "site"
    shutil.copytree(made_up_site, site)
    worker = site / "assets" / "browse-worker.js"
    script = worker.read_text("utf-8")
    assert script.count(LIMIT) == 1
    worker.write_text(f"{HOLD_TIME}{script}", "utf-8")
    handler = type("Hanging", (_Hanging,), {"goes_on": goes_on})
    with served(site, handler=handler) as url:
        yield url


def test_data_that_stop_on_their_way_can_be_asked_for_again(
    open_page: Open, hanging_url: str, goes_on: threading.Event
) -> None:
    page = open_page(f"{hanging_url}/browse/", faulty=True, fresh=True)
    failure = page.locator(FAILURE)
    with page.expect_request("**/browse/data/entries-*"):
        search_for(page, "imagetalk")
    expect(page.locator("#browse-count")).to_have_text("Loading…")
    page.evaluate(LET_TIME_PASS)
    expect(failure).to_contain_text("The list could not be loaded.")
    expect(page.locator("#browse-count")).to_have_text("Entries")
    expect(page.get_by_role("status")).to_have_text("The list could not be loaded.")
    goes_on.set()
    failure.get_by_role("button", name="Try again").press("Enter")  # suggestions may cover it
    expect(page.locator("#browse-count")).to_have_text(entries_text(1))
    wait_for_results(page)
    expect(failure).to_be_hidden()


def test_a_worker_that_never_comes_can_be_asked_for_again(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True, fresh=True)
    page.clock.install()
    page.route("**/browse-worker.js", lambda route: None)
    search_for(page, "imagetalk")
    page.clock.fast_forward(19_000)
    expect(page.locator("#browse-count")).to_have_text("Loading…")
    page.clock.fast_forward(2_000)
    expect(page.locator(FAILURE)).to_contain_text("The list could not be loaded.")
    page.unroute("**/browse-worker.js")
    page.get_by_role("button", name="Try again").press("Enter")  # suggestions may cover it
    expect(page.locator("#browse-count")).to_have_text(entries_text(1))
    page.clock.fast_forward(60_000)  # whatever waited for the first worker lets the second one be
    wait_for_results(page)
    expect(page.locator(FAILURE)).to_be_hidden()
