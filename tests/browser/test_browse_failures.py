"""The browse page where its scripts or a part of its data do not come."""

import threading
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.addresses import expect_address
from tests.browser.browsing import SEARCH, entries_text, search_for, wait_for_results
from tests.browser.conftest import PHONE, Open
from tests.browser.server import Handler, served
from tests.browser.test_browse_waiting import DATA, expect_loading, keep_waiting, let_time_pass

FAILURE = "#browse-failure"
PART_FAILURE = "#browse-part-failure"
PART_STATUS = "#browse-part-status"
NOT_SEARCHED = "Search and filters did not load, so nothing was searched"
BROKEN = "export {"
"""A script of which the end is missing: a browser keeps it, so importing it once more fails too."""


def block(page: Page, part: str) -> None:
    page.route(f"**/{part}*", lambda route: route.abort())  # once it has failed, another address is tried


def break_once(page: Page, script: str) -> None:
    """Answer requests for the first address of `script` with something broken; other addresses are fine."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if route.request.url == asked[0]:
            route.fulfill(body=BROKEN, content_type="text/javascript")
        else:
            route.continue_()

    page.route(f"**/{script}*", answer)


def test_a_page_without_its_script_says_that_nothing_was_searched(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/task/", faulty=True)
    failed = page.locator("#browse-failed")
    block(page, "browse.js")
    for search in ("?q=imagetalk", "?task=vqa", ""):
        page.goto(f"{made_up_url}/browse/{search}")
        expect(failed).to_be_hidden()
        let_time_pass(page)
        expect(failed).to_be_visible()
        expect(failed).to_contain_text(NOT_SEARCHED)
        expect(page.locator(".card").first).to_be_visible()
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    let_time_pass(page)
    page.unroute("**/browse.js*")
    page.get_by_role("link", name="Load the page again").click()
    expect(page.locator("#browse-cards .card-title > a")).to_have_count(1)
    expect_address(page, "/browse/?q=imagetalk")
    let_time_pass(page)
    expect(failed).to_have_count(0)


def test_a_page_without_any_script_does_not_say_that_it_failed(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?q=imagetalk", java_script_enabled=False)
    let_time_pass(page)
    expect(page.locator("#browse-failed")).to_be_hidden()
    expect(page.locator(".browse .lead")).to_contain_text("nothing was searched")


def test_a_script_that_the_browser_keeps_broken_is_loaded_again(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", fresh=True, faulty=True)
    break_once(page, "browse-filters.js")
    break_once(page, "browse-take.js")
    break_once(page, "suggest.js")
    search_for(page, "qqqqqqqq")
    expect(page.locator(FAILURE)).to_contain_text("could not be loaded")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#browse-note")).to_contain_text("No results")
    expect(page.locator(FAILURE)).to_be_hidden()
    page.locator(SEARCH).press_sequentially("w")
    search_for(page, "")
    card = page.locator("#browse-cards .card-cite").first
    card.click()
    expect(card).to_contain_text("could not be loaded")
    card.click()
    expect(card).not_to_contain_text("could not be loaded")
    page.locator(SEARCH).press_sequentially("w")
    expect(page.get_by_role("option").first).to_be_visible()


class _BreaksWorkerOnce(Handler):
    """Sends something broken at the first request for the worker, which the browser keeps."""

    broken: Path
    asked: list[str]

    def translate_path(self, path: str) -> str:
        if not path.endswith("/browse-worker.js"):
            return super().translate_path(path)
        self.asked.append(path)
        return str(self.broken) if len(self.asked) == 1 else super().translate_path(path)


def break_worker(
    folder: Path, base: type[_BreaksWorkerOnce] = _BreaksWorkerOnce, **own: object
) -> type[_BreaksWorkerOnce]:
    broken = folder / "broken.js"
    broken.write_text(BROKEN, "utf-8")
    return type("Breaks", (base,), {"broken": broken, "asked": [], **own})


def test_a_worker_that_the_browser_keeps_broken_is_loaded_again(
    open_page: Open, made_up_site: Path, tmp_path: Path
) -> None:
    with served(made_up_site, handler=break_worker(tmp_path)) as url:
        page = open_page(f"{url}/browse/", fresh=True, faulty=True)
        search_for(page, "imagetalk")
        failure = page.locator(FAILURE)
        expect(failure).to_contain_text("The list could not be loaded.")
        failure.get_by_role("button", name="Try again").click()
        expect(page.locator("#browse-count")).to_have_text(entries_text(1))
        expect(failure).to_have_count(0)


class _BreaksWorkerBeforeCards(_BreaksWorkerOnce):
    """Sends the worker once the page waits for it, and no cards."""

    awaited: threading.Event
    ended: threading.Event

    def send_head(self) -> BinaryIO | BytesIO | None:
        if "browse-worker.js" in self.path:
            self.awaited.wait()
        if "browse-cards.js" in self.path:
            self.ended.wait()
        return super().send_head()


def test_a_worker_that_fails_before_there_are_cards_is_a_failure_at_once(
    open_page: Open, made_up_site: Path, tmp_path: Path
) -> None:
    awaited, ended = threading.Event(), threading.Event()
    handler = break_worker(tmp_path, _BreaksWorkerBeforeCards, awaited=awaited, ended=ended)
    with served(made_up_site, handler=handler) as url:
        page = open_page("about:blank", fresh=True, faulty=True)
        page.goto(f"{url}/browse/?q=imagetalk", wait_until="commit")
        expect(page.locator("#browse-count")).to_have_text("Loading…")
        awaited.set()
        expect(page.locator(FAILURE)).to_contain_text("The list could not be loaded.")
        ended.set()


HOLD_QUESTIONS = """() => {
  const { postMessage } = Worker.prototype;
  const held = [];
  Worker.prototype.postMessage = function (...question) {
    held.push(() => postMessage.apply(this, question));
  };
  globalThis.letGo = () => {
    Worker.prototype.postMessage = postMessage;
    for (const go of held) go();
  };
}"""
"""The worker hears no further question until the test says so."""


def test_hints_that_fail_for_an_earlier_search_are_of_no_interest(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", fresh=True, faulty=True)
    hints: list[Route] = []
    page.route("**/browse-filters.js*", lambda route: hints.append(route))
    search_for(page, "qqqqqqqq")
    expect(page.locator("#browse-count")).to_have_text("0 entries")
    page.evaluate(HOLD_QUESTIONS)
    search_for(page, "imagetalk")
    with page.expect_event("requestfailed"):
        hints[0].abort()
    page.evaluate("letGo()")
    expect(page.locator("#browse-count")).to_have_text(entries_text(1))
    wait_for_results(page)
    expect(page.locator(FAILURE)).to_have_count(0)


def test_no_result_and_no_hints_are_one_statement(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "browse-filters.js")
    search_for(page, "qqqqqqqq")
    expect(page.locator(FAILURE)).to_contain_text("No results. What to try instead could not be loaded.")
    expect(page.locator("#browse-count")).to_have_text("0 entries")
    expect(page.locator("#browse-note")).to_be_hidden()
    search_for(page, "imagetaik")
    expect(page.locator(FAILURE)).to_contain_text("Nothing matches exactly: these entries have similar")
    search_for(page, "imagetalk")
    expect(page.locator("#browse-count")).to_have_text("1 entry")
    expect(page.locator(FAILURE)).to_be_hidden()


def test_an_export_that_fails_while_a_search_is_slow_says_so(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", viewport=PHONE, faulty=True)
    block(page, "browse-take.js")
    keep_waiting(page)
    search_for(page, "imagetalk")
    expect_loading(page)
    let_time_pass(page)
    page.locator("#browse-export summary").click()
    page.locator("#browse-export [data-format=csv]").click()
    said = page.locator("#browse-export .take-said")
    expect(said).to_be_in_viewport()
    expect(said).to_have_text("This could not be loaded. Try again.")
    expect(page.locator("#browse-results")).to_have_attribute("aria-busy", "true")


def test_a_file_that_cannot_be_made_is_made_with_the_next_click(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    page.get_by_label("Select").first.check()
    block(page, "data/entries.csv")
    for menu in ("#browse-export", ".take-bar .browse-export"):
        page.locator(f"{menu} summary").click()
        page.locator(f"{menu} [data-format=csv]").click()
        expect(page.locator(f"{menu} .take-said")).to_have_text("This could not be loaded. Try again.")
    page.unroute("**/data/entries.csv*")
    with page.expect_download():
        page.locator(".take-bar [data-format=csv]").click()
    expect(page.locator(".take-bar .take-said")).to_contain_text("saved as")


def test_filters_that_fail_while_a_search_is_slow_say_so(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", viewport=PHONE, faulty=True)
    block(page, "browse-filters.js")
    keep_waiting(page)
    search_for(page, "imagetalk")
    expect_loading(page)
    let_time_pass(page)
    page.locator("#browse-fold").click()
    expect(page.locator(PART_FAILURE)).to_be_visible()
    expect(page.locator(PART_FAILURE)).to_contain_text("A part of this page could not be loaded.")
    page.unroute(DATA)


def test_a_box_that_finds_terms_is_loaded_again_where_that_failed(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True)
    block(page, "browse-filters.js")
    box = page.get_by_label("Find in Task")
    box.fill("question")
    expect(page.locator(PART_FAILURE)).to_contain_text("A part of this page could not be loaded.")
    page.unroute("**/browse-filters.js*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".facet.is-searched")).to_have_count(1)


def test_a_pick_far_below_says_there_that_its_tools_failed(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", viewport=PHONE, faulty=True, fresh=True)
    block(page, "browse-take.js")
    box = page.locator(".card-box").last
    box.check()
    failure = page.locator(PART_FAILURE)
    text = "Export and comparison could not be loaded."
    expect(failure).to_be_in_viewport()
    expect(failure).to_have_text(f"{text} Try again")
    expect(page.locator(PART_STATUS)).to_have_text(text)
    page.unroute("**/browse-take.js*")
    failure.get_by_role("button").click()
    expect(page.locator(".take-bar")).to_contain_text("1 selected")
    expect(failure).to_be_hidden()
    expect(box).to_be_focused()


def test_a_pick_that_works_takes_away_what_the_last_one_said(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True, fresh=True)
    block(page, "browse-take.js")
    page.locator(".card-box").first.check()
    expect(page.locator(PART_FAILURE)).to_be_visible()
    page.unroute("**/browse-take.js*")
    page.locator(".card-box").last.check()
    expect(page.locator(".take-bar")).to_contain_text("2 selected")
    expect(page.locator(PART_FAILURE)).to_have_count(0)
    expect(page.locator(PART_STATUS)).to_be_empty()
    block(page, "browse/data/entries-")
    page.reload()
    search_for(page, "qqqqqqqq")
    expect(page.locator(FAILURE)).to_be_in_viewport()


def test_a_failure_is_said_above_the_list_once_its_card_is_gone(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True, fresh=True)
    block(page, "browse-take.js")
    page.locator(".card-box").last.check()
    expect(page.locator(f"#browse-cards {PART_FAILURE}")).to_be_visible()
    block(page, "browse/data/entries-")
    search_for(page, "qqqqqqqq")
    expect(page.locator(f"#browse-chips + {FAILURE}")).to_contain_text("The list could not be loaded.")


def test_a_pick_whose_card_is_gone_before_it_fails_moves_neither_page_nor_focus(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True, fresh=True)
    held: list[Route] = []
    page.route("**/browse-take.js*", lambda route: held.append(route))
    page.locator(".card-box").last.check()
    search_for(page, "clip")
    wait_for_results(page)
    page.evaluate("scrollTo(0, 0)")
    held[0].abort()
    again = page.locator(f"#browse-chips + {PART_FAILURE}").get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    assert page.evaluate("scrollY") == 0
    again.press("Enter")
    expect(page.locator("#browse-count")).to_be_focused()


def test_axe_finds_nothing_where_something_failed(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "browse-filters.js")
    block(page, "browse-take.js")
    search_for(page, "qqqqqqqq")
    expect(page.locator(FAILURE)).to_be_visible()
    page.locator("#browse-export summary").click()
    page.locator("#browse-export [data-format=csv]").click()
    expect(page.locator("#browse-export .take-said")).to_be_visible()
    assert violations(page, within="#browse-failure, #browse-export") == []


def test_axe_finds_nothing_where_a_pick_failed_and_nothing_is_searched(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/browse/?q=%3F", faulty=True)
    block(page, "browse-take.js")
    page.locator(".card-box").first.check()
    expect(page.locator(f".card {PART_FAILURE}")).to_be_visible()
    expect(page.get_by_text("Not searched")).to_be_visible()
    assert violations(page, within=".card:has(#browse-failure), .browse-find") == []


def test_axe_finds_nothing_where_the_script_failed(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/task/", faulty=True)
    block(page, "browse.js")
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    let_time_pass(page)
    expect(page.locator("#browse-failed")).to_be_visible()
    assert violations(page, within="#browse-failed") == []


def test_a_script_that_comes_late_searches_after_all(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/task/")
    waiting: list[Route] = []
    page.route("**/browse.js", lambda route: waiting.append(route))
    page.goto(f"{made_up_url}/browse/?q=imagetalk", wait_until="commit")
    expect(page.locator("#browse-failed")).to_be_attached()
    expect(page.locator(".card").first).to_be_attached()
    let_time_pass(page)
    expect(page.locator("#browse-failed")).to_be_visible()
    waiting[0].continue_()
    expect(page.locator("#browse-cards .card-title > a")).to_have_count(1)
    expect(page.locator("#browse-failed")).to_have_count(0)


def test_a_selection_whose_names_cannot_be_loaded_opens_no_empty_box(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True, fresh=True)
    block(page, "browse/data/entries-")
    page.get_by_label("Select ImageTalk").check()
    expect(page.locator(PART_FAILURE)).to_contain_text("could not be loaded")
    page.locator(".take-chosen summary").click()
    expect(page.locator(".take-chosen ul")).to_be_hidden()
    page.unroute("**/browse/data/entries-*")
    page.locator(PART_FAILURE).get_by_role("button", name="Try again").click()
    page.locator(".take-chosen summary").click()
    expect(page.locator(".take-chosen ul")).to_contain_text("ImageTalk")
