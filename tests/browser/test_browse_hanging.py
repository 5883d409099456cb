"""The browse page where a server hangs: what is asked of it neither comes nor fails."""

import shutil
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import entries_text, search_for, wait_for_results
from tests.browser.conftest import PHONE, Open
from tests.browser.server import Handler, served

FAILURE = "#browse-failure"
PART_FAILURE = "#browse-part-failure"
WORKER = "/assets/browse-worker.js"
FILTERS = "/assets/browse-filters.js"
LATER_SCRIPTS = "/assets/browse-"
ALMOST, REST = 19_000, 2_000
"""Milliseconds that are together longer than the silence that the page bears."""
MORNING = datetime(2026, 1, 1)
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


class _Silent(Handler):
    """Accepts requests for some files, and answers once it is told to go on."""

    goes_on: threading.Event
    silent: str
    asked: threading.Event

    def send_head(self) -> BinaryIO | BytesIO | None:
        if self.silent in self.path and not self.is_answered():
            self.asked.set()
            self.goes_on.wait()
        return super().send_head()

    def is_answered(self) -> bool:
        return False


class _AnswersOnce(_Silent):
    """Answers the first request for the script of the filters, which no browser may keep."""

    answered: set[str]

    def is_answered(self) -> bool:
        if FILTERS not in self.path or self.path in self.answered:
            return False
        self.answered.add(self.path)
        return True

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, "no-store" if keyword == "Cache-Control" else value)


def silent(goes_on: threading.Event, silent: str = LATER_SCRIPTS) -> type[_Silent]:
    """A handler that is silent about some files: by default about all, as a byte of any ends a silence."""
    return type("Silent", (_Silent,), {"goes_on": goes_on, "silent": silent, "asked": threading.Event()})


def stop_clock(page: Page) -> None:
    """From now on time passes for the page only as the test says, however fast the machine is."""
    page.clock.install(time=MORNING)
    page.clock.pause_at(MORNING + timedelta(hours=1))


def expect_failure_after_silence(page: Page, box: str, text: str) -> None:
    page.clock.fast_forward(ALMOST)
    expect(page.locator(box)).to_have_count(0)
    page.clock.fast_forward(REST)
    expect(page.locator(box)).to_contain_text(text)
    page.clock.resume()


def try_again(page: Page, box: str) -> None:
    page.locator(box).get_by_role("button", name="Try again").press("Enter")  # suggestions may cover it
    expect(page.locator(box)).to_have_count(0)


def test_a_worker_that_never_comes_can_be_asked_for_again(
    open_page: Open, made_up_site: Path, goes_on: threading.Event
) -> None:
    with served(made_up_site, handler=silent(goes_on)) as url:
        page = open_page(f"{url}/browse/", faulty=True, fresh=True)
        stop_clock(page)
        search_for(page, "imagetalk")
        page.clock.fast_forward(ALMOST)
        expect(page.locator("#browse-count")).to_have_text("Loading…")
        page.clock.fast_forward(REST)
        expect(page.locator(FAILURE)).to_contain_text("The list could not be loaded.")
        page.clock.resume()
        goes_on.set()
        page.get_by_role("button", name="Try again").press("Enter")  # suggestions may cover it
        expect(page.locator("#browse-count")).to_have_text(entries_text(1))
        page.clock.fast_forward(60_000)  # whatever waited for the first worker lets the second one be
        wait_for_results(page)
        expect(page.locator(FAILURE)).to_be_hidden()


def test_filters_whose_script_hangs_can_be_opened_with_another_try(
    open_page: Open, made_up_site: Path, goes_on: threading.Event
) -> None:
    with served(made_up_site, handler=silent(goes_on)) as url:
        page = open_page(f"{url}/browse/", viewport=PHONE, faulty=True, fresh=True)
        stop_clock(page)
        page.locator("#browse-fold").click()
        expect_failure_after_silence(page, PART_FAILURE, "A part of this page could not be loaded.")
        expect(page.locator("#browse-part-status")).to_have_text("A part of this page could not be loaded.")
        goes_on.set()
        try_again(page, PART_FAILURE)
        expect(page.locator("#browse-dialog")).to_be_visible()


def test_a_pick_whose_script_hangs_is_taken_with_another_try(
    open_page: Open, made_up_site: Path, goes_on: threading.Event
) -> None:
    with served(made_up_site, handler=silent(goes_on)) as url:
        page = open_page(f"{url}/browse/", faulty=True, fresh=True)
        stop_clock(page)
        page.locator(".card-box").first.check()
        expect_failure_after_silence(page, PART_FAILURE, "Export and comparison could not be loaded.")
        goes_on.set()
        try_again(page, PART_FAILURE)
        expect(page.locator(".take-bar")).to_contain_text("1 selected")


def test_a_selection_is_shown_though_its_styles_hang(
    open_page: Open, made_up_site: Path, goes_on: threading.Event
) -> None:
    handler = silent(goes_on, "browse-take.css")
    with served(made_up_site, handler=handler) as url:
        page = open_page(f"{url}/browse/", faulty=True, fresh=True)
        stop_clock(page)
        page.locator(".card-box").first.check()
        assert handler.asked.wait(60)
        page.clock.fast_forward(ALMOST + REST)
        expect(page.locator(".take-bar")).to_contain_text("1 selected")


def test_a_search_whose_cards_hang_is_done_with_another_try(
    open_page: Open, made_up_site: Path, goes_on: threading.Event
) -> None:
    with served(made_up_site, handler=silent(goes_on, "browse-cards.js")) as url:
        page = open_page(f"{url}/browse/", faulty=True, fresh=True)
        stop_clock(page)
        with page.expect_worker(lambda worker: worker.url.endswith(WORKER)):
            search_for(page, "imagetalk")
        expect_failure_after_silence(page, FAILURE, "The list could not be loaded.")
        goes_on.set()
        try_again(page, FAILURE)
        expect(page.locator("#browse-count")).to_have_text(entries_text(1))
        wait_for_results(page)
        expect(page.locator("#browse-cards .card")).to_have_count(1)


def test_a_script_that_the_browser_may_not_keep_may_hang_too(
    open_page: Open, made_up_site: Path, goes_on: threading.Event
) -> None:
    """The page fetches the script, and the browser asks for it once more to run it."""
    own = {"goes_on": goes_on, "silent": LATER_SCRIPTS, "asked": threading.Event(), "answered": set()}
    with served(made_up_site, handler=type("Once", (_AnswersOnce,), own)) as url:
        page = open_page(f"{url}/browse/", viewport=PHONE, faulty=True, fresh=True)
        stop_clock(page)
        with page.expect_request(
            lambda request: FILTERS in request.url and request.resource_type == "script"
        ):
            page.locator("#browse-fold").click()
        expect_failure_after_silence(page, PART_FAILURE, "A part of this page could not be loaded.")
        goes_on.set()
        try_again(page, PART_FAILURE)
        expect(page.locator("#browse-dialog")).to_be_visible()


class _Slow(Handler):
    """Sends the script of the worker in pieces, each when it is told to; notes each request for it."""

    asked: list[str]
    turn: threading.Semaphore

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if self.path != WORKER:
            return super().copyfile(source, outputfile)
        self.asked.append(self.path)
        body = source.read()
        piece = len(body) // PIECES + 1
        for start in range(0, len(body), piece):
            self.turn.acquire()
            outputfile.write(body[start : start + piece])
        return None


PIECES = 4
COUNT_PARTS = """
  globalThis.parts = 0;
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const part = await read.call(this);
    if (!part.done) globalThis.parts++;
    return part;
  };
"""
"""Counts what has come of a file that a script reads."""


@pytest.mark.parametrize("search", ["", "?q=imagetalk"], ids=["typed", "in the address"])
def test_a_worker_whose_script_comes_slowly_is_waited_for(
    open_page: Open, made_up_site: Path, search: str
) -> None:
    turn = threading.Semaphore(0)
    asked: list[str] = []
    handler = type("Slow", (_Slow,), {"asked": asked, "turn": turn})
    with served(made_up_site, handler=handler) as url:
        page = open_page("about:blank", fresh=True, bypass_csp=True)
        page.add_init_script(COUNT_PARTS)
        stop_clock(page)
        page.goto(f"{url}/browse/{search}")
        if not search:
            search_for(page, "imagetalk")
        for _ in range(1, PIECES):
            before = page.evaluate("parts")  # the script of the cards comes in parts too
            turn.release()
            page.wait_for_function("before => parts > before", arg=before)
            page.clock.fast_forward(ALMOST)
        expect(page.locator("#browse-count")).to_have_text("Loading…")
        turn.release(9 * PIECES)
        page.clock.resume()
        expect(page.locator("#browse-count")).to_have_text(entries_text(1))
        wait_for_results(page)
        page.clock.fast_forward(60_000)
        expect(page.locator(FAILURE)).to_have_count(0)
        assert asked == [WORKER], "it is fetched once"
