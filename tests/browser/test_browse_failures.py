"""The browse page where its scripts or a part of its data do not come."""

from playwright.sync_api import Page, Route, expect

from generator.outputs.site.browse import RESULTS_PER_PAGE
from tests.browser.accessibility import violations
from tests.browser.browsing import SEARCH, ids, search_for, wait_for_results
from tests.browser.conftest import PHONE, Open
from tests.browser.test_browse_waiting import DATA, expect_loading, keep_waiting, let_time_pass

FAILURE = "#browse-failure"
CHUNKS = "**/browse/data/entries-*"
NOT_SEARCHED = "Search and filters did not load, so nothing was searched"
BROKEN = "export {"
"""A script of which the end is missing: a browser keeps it, so importing it once more fails too."""


def block(page: Page, part: str) -> None:
    page.route(f"**/{part}*", lambda route: route.abort())  # once it has failed, another address is tried


def break_once(page: Page, script: str) -> None:
    """Answer the first request for `script` with something broken; the network is fine after that."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(body=BROKEN, content_type="text/javascript")
        else:
            route.continue_()

    page.route(f"**/{script}*", answer)


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
    assert page.url == f"{made_up_url}/browse/?q=imagetalk"
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
    expect(page.locator(FAILURE)).to_be_visible()
    expect(page.locator(FAILURE)).to_contain_text("A part of this page could not be loaded.")
    page.unroute(DATA)


def test_a_box_that_finds_terms_is_loaded_again_where_that_failed(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True)
    block(page, "browse-filters.js")
    box = page.get_by_label("Find in Task")
    box.fill("question")
    expect(page.locator(FAILURE)).to_contain_text("A part of this page could not be loaded.")
    page.unroute("**/browse-filters.js*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".facet.is-searched")).to_have_count(1)


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
    expect(page.locator("#browse-count")).to_contain_text("so far")
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
    search_for(page, "zzzzzz")
    rest.fail()
    expect(page.locator("#browse-count")).to_have_text("Entries")
    expect(numbers).to_have_text(at_first)
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
    expect(page.locator("#browse-done")).to_have_text(f"Show {number} results so far")
    rest.come()
    wait_for_results(page)
    expect(page.locator("#browse-done")).not_to_contain_text("so far")


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


def test_the_focus_of_a_card_that_goes_is_in_the_title(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?q=film")
    wait_for_results(page)
    search_for(page, "")
    page.get_by_role("link", name="Visual question answering").first.click()
    wait_for_results(page)
    page.locator("#browse-cards .card-title > a").first.focus()
    page.go_back()
    expect(page.locator("#browse-count")).to_be_focused()


def test_clearing_the_selection_keeps_the_focus_where_no_card_is_shown(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/browse/", fresh=True)
    page.get_by_label("Select ImageTalk").check()
    keep_waiting(page)
    search_for(page, "imagetalk")
    expect_loading(page)
    page.locator(".take-bar").get_by_role("button", name="Clear").press("Enter")
    let_time_pass(page)
    expect(page.locator(".take-bar")).to_be_hidden()
    expect(page.locator("#browse-export summary")).to_be_focused()


def test_a_very_long_search_is_cut(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", fresh=True)
    search_for(page, "imagetalk " * 40)
    wait_for_results(page)
    expect(page.locator(SEARCH)).to_have_value("imagetalk " * 40)
    chips = page.locator("#browse-chips .browse-chip")
    assert len(chips.inner_text()) < 80
    expect(page.locator("#browse-count")).to_have_text("1 entry")
    letters = "z" * 20_000  # longer addresses need another server
    page.goto(f"{made_up_url}/browse/?q={letters}&task={letters}")
    wait_for_results(page)
    assert max(map(len, chips.all_inner_texts())) < 80
    assert len(page.title()) < 300
    assert len(page.locator(SEARCH).input_value()) == 1000


def test_letters_from_right_to_left_turn_nothing_around(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?q=שלום&code=1&task=vqa")
    expect(page.locator(SEARCH)).to_have_css("direction", "rtl")
    button = page.locator("#browse-note button").first
    expect(button).to_be_visible()
    assert "“\u2068שלום\u2069” (" in button.inner_text()


def test_axe_finds_nothing_where_something_failed(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "browse-filters.js")
    block(page, "browse-take.js")
    search_for(page, "qqqqqqqq")
    expect(page.locator(FAILURE)).to_be_visible()
    page.locator("#browse-export summary").click()
    page.locator("#browse-export [data-format=csv]").click()
    expect(page.locator("#browse-export .take-said")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_where_the_script_failed(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/task/", faulty=True)
    block(page, "browse.js")
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    let_time_pass(page)
    expect(page.locator("#browse-failed")).to_be_visible()
    assert violations(page) == []


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
