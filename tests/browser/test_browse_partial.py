"""The browse page while only some of the entries have come."""

import pytest
from playwright.sync_api import Page, Route, expect

from generator.outputs.site.browse import RESULTS_PER_PAGE
from tests.browser.accessibility import violations
from tests.browser.browsing import ids, search_for, wait_for_results
from tests.browser.conftest import PHONE, Open
from tests.browser.windows import DESKTOP

FAILURE = "#browse-failure"
PART_FAILURE = "#browse-part-failure"
NOTE_WHAT_IS_SAID = """() => {
  globalThis.said = [];
  for (const region of document.querySelectorAll("#browse-status, #browse-part-status")) {
    const note = () => region.textContent && said.push(region.textContent);
    new MutationObserver(note).observe(region, { childList: true });
  }
}"""
CHUNKS = "**/browse/data/entries-*"


class OnlyFirstEntries:
    """Let through the first chunk of the entries; the next ones wait, until they fail or come."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._first = ""
        self._waiting: list[Route] = []
        self._fails = False
        page.route(CHUNKS, self._answer)

    def _answer(self, route: Route) -> None:
        self._first = self._first or route.request.url
        if route.request.url == self._first:
            route.continue_()
        elif self._fails:
            route.abort()
        else:
            self._waiting.append(route)

    def fail(self) -> None:
        self._fails = True
        for route in self._waiting:
            route.abort()
        self._waiting.clear()

    def come(self) -> None:
        self._page.unroute(CHUNKS)  # which lets those that wait go on


def test_entries_that_are_found_stay_where_the_rest_cannot_be_loaded(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/", faulty=True)
    rest = OnlyFirstEntries(page)
    page.goto(f"{real_url}/browse/?q=image")
    expect(page.locator("#browse-count")).to_contain_text("so far")
    expect(page.locator("#browse-cards .card")).to_have_count(RESULTS_PER_PAGE)
    found = ids(page)
    rest.fail()
    expect(page.locator(FAILURE)).to_contain_text("The rest of the list could not be loaded.")
    assert ids(page) == found
    count = page.locator("#browse-count").inner_text()
    assert count.endswith("entries so far")
    expect(page.locator("#browse-done")).to_have_text(
        f"Show {count}. The rest of the list could not be loaded."
    )
    rest.come()
    page.get_by_role("button", name="Try again").click()
    wait_for_results(page)
    expect(page.locator("#browse-count")).not_to_contain_text("so far")
    expect(page.locator(FAILURE)).to_be_hidden()


def test_no_count_of_an_earlier_search_stays_where_the_next_one_fails(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True)
    rest = OnlyFirstEntries(page)
    numbers = page.locator(".browse .facet-count:visible")
    at_first = numbers.all_inner_texts()
    search_for(page, "image")
    expect(page.locator("#browse-count")).to_contain_text("so far")
    assert numbers.all_inner_texts() != at_first
    expect(page.get_by_text("counts so far")).to_be_visible()
    search_for(page, "zzzzzz")
    rest.fail()
    expect(page.locator("#browse-count")).to_have_text("Entries")
    expect(numbers).to_have_text(at_first)
    expect(page.get_by_text("counts so far")).to_be_hidden()
    expect(page.locator("#browse-more")).to_be_hidden()


def test_both_counts_say_that_more_may_come(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/", viewport=PHONE)
    rest = OnlyFirstEntries(page)
    page.goto(f"{real_url}/browse/?q=image")
    title = page.locator("#browse-count")
    expect(title).to_contain_text("so far")
    expect(page.get_by_role("status")).to_have_text(title.inner_text())
    number = title.inner_text().split()[0]
    page.locator("#browse-fold").click()
    expect(page.locator("#browse-done")).to_have_text(f"Show {number} entries so far")
    rest.come()
    wait_for_results(page)
    expect(page.locator("#browse-done")).not_to_contain_text("so far")


def test_the_counts_of_filters_say_that_more_may_come_and_nothing_jumps(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/task/")
    rest = OnlyFirstEntries(page)
    page.goto(f"{real_url}/browse/?q=image")
    heading = page.locator("#browse-facets").get_by_role("heading", level=2)
    expect(heading).to_have_text("Filters counts so far")
    expect(page.get_by_role("region", name="Filters", exact=True)).to_be_visible()
    place = page.locator(".facet").first.bounding_box()
    rest.come()
    wait_for_results(page)
    expect(heading.get_by_text("counts so far")).to_be_hidden()
    assert page.locator(".facet").first.bounding_box() == place


def test_the_focus_stays_in_a_card_when_the_rest_of_the_list_comes(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/")
    rest = OnlyFirstEntries(page)
    page.goto(f"{real_url}/browse/?kind=method")
    expect(page.locator("#browse-count")).to_contain_text("so far")
    link = page.locator("#browse-cards .card-title > a").nth(3)
    link.focus()
    rest.come()
    wait_for_results(page)
    expect(page.locator("#browse-count")).not_to_contain_text("so far")
    expect(link).to_be_focused()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_pick_that_fails_leaves_what_says_that_the_rest_is_not_there(
    open_page: Open, real_url: str, viewport: dict[str, int]
) -> None:
    page = open_page(f"{real_url}/task/", viewport=viewport, faulty=True, fresh=True)
    rest = OnlyFirstEntries(page)
    page.route("**/browse-take.js*", lambda route: route.abort())
    page.goto(f"{real_url}/browse/?q=image")
    expect(page.locator("#browse-count")).to_contain_text("so far")
    page.evaluate(NOTE_WHAT_IS_SAID)
    rest.fail()
    failure, pick = page.locator(FAILURE), page.locator(PART_FAILURE)
    expect(failure).to_contain_text("The rest of the list could not be loaded.")
    page.locator(".card-box").last.check()
    expect(pick).to_be_in_viewport()
    expect(pick).to_contain_text("Export and comparison could not be loaded.")
    expect(failure).to_contain_text("The rest of the list could not be loaded.")
    expect(page.locator("#browse-part-status")).to_have_text("Export and comparison could not be loaded.")
    expect(page.get_by_role("status")).to_have_text("1 selected")
    failures = [text for text in page.evaluate("said") if "could not" in text]
    assert len(failures) == len(set(failures)), "each is said once"
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert violations(page, within=f"{FAILURE}, {PART_FAILURE}") == []
    page.unroute("**/browse-take.js*")
    pick.get_by_role("button", name="Try again").click()
    expect(pick).to_have_count(0)
    expect(failure).to_be_visible()


def test_two_failures_of_one_moment_are_both_said(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/", faulty=True, fresh=True)
    rest = OnlyFirstEntries(page)
    taken: list[Route] = []
    page.route("**/browse-take.js*", lambda route: taken.append(route))
    page.goto(f"{real_url}/browse/?q=image")
    expect(page.locator("#browse-count")).to_contain_text("so far")
    page.locator(".card-box").first.check()
    expect(page.get_by_role("status")).to_have_text("1 selected")
    taken[0].abort()
    rest.fail()
    expect(page.get_by_role("status")).to_have_text("The rest of the list could not be loaded.")
    expect(page.locator("#browse-part-status")).to_have_text("Export and comparison could not be loaded.")
