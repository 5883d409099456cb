"""The browse page while its data are on their way, or never come."""

import pytest
from playwright.sync_api import Page, Route, expect

from generator.catalog.catalog import Catalog
from generator.outputs.browse_data import ENTRIES_OF_FIRST_CHUNK
from tests.browser.browsing import SEARCH, entries_text, facet_box, ids, search_for, wait_for_results
from tests.browser.conftest import PHONE, Open

DATA = "**/browse/data/**"


def keep_waiting(page: Page) -> None:
    page.route(DATA, lambda route: None)  # it never comes


def let_time_pass(page: Page) -> None:
    """Whatever the style sheet shows or hides after some time, it does now."""
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")


def expect_loading(page: Page) -> None:
    expect(page.locator("#browse-count")).to_have_text("Loading…")
    expect(page.locator("#browse-count")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Loading…")


def expect_no_cards(page: Page) -> None:
    let_time_pass(page)
    expect(page.locator(".card").first).to_be_hidden()
    expect(page.locator("#browse-pages a").first).to_be_hidden()


def test_slow_data_never_reveal_entries_that_the_address_did_not_ask_for(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/task/")
    keep_waiting(page)
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    expect_loading(page)
    expect_no_cards(page)


def test_a_slow_filter_hides_the_cards_that_it_does_not_show(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/")
    keep_waiting(page)
    page.locator(SEARCH).fill("imagetalk")
    expect_loading(page)
    expect(page.locator("#browse-cards")).to_have_css("opacity", "0.45")
    expect_no_cards(page)


def test_a_page_without_its_script_shows_the_newest_entries_after_all(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/task/", faulty=True)
    page.route("**/browse.js", lambda route: route.abort())
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    expect(page.locator(".card").first).to_be_hidden()
    let_time_pass(page)
    expect(page.locator(".card").first).to_be_visible()


def test_a_page_whose_script_is_late_says_that_it_loads(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/task/", faulty=True)
    page.route("**/browse.js", lambda route: route.abort())
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    text = "getComputedStyle(document.getElementById('browse-results'), '::before')"
    page.evaluate("document.getAnimations().find((one) => one.effect.pseudoElement).finish()")
    assert page.evaluate(f"[{text}.content, {text}.visibility]") == ['"Loading…"', "visible"]
    expect(page.locator(".card").first).to_be_hidden()
    let_time_pass(page)
    assert page.evaluate(f"{text}.visibility") == "hidden"


def test_the_button_below_the_filters_never_keeps_an_old_count(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?q=imagetalk", viewport=PHONE, faulty=True, fresh=True)
    button = page.locator("#browse-done")
    expect(button).to_have_text("Show 1 entry")
    page.reload()
    keep_waiting(page)
    page.reload()
    page.locator("#browse-fold").click()
    expect(button).to_have_text("Loading…")
    page.unroute(DATA)
    page.route(DATA, lambda route: route.abort())
    page.reload()
    page.locator("#browse-fold").click()
    expect(button).to_have_text("The list could not be loaded.")


def test_the_focus_of_a_link_that_goes_is_neither_lost_nor_taken_later(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/browse/", fresh=True)
    keep_waiting(page)
    page.locator("#browse-pages a").last.press("Enter")
    expect_loading(page)
    expect(page.locator("#browse-count")).to_be_focused()
    page.locator("#browse-sort").focus()
    page.unroute(DATA)  # now it comes
    wait_for_results(page)
    expect(page.locator("#browse-pages [aria-current]")).not_to_have_text("1")
    expect(page.locator("#browse-sort")).to_be_focused()


def test_going_back_to_the_plain_list_needs_no_data(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/")
    keep_waiting(page)
    newest, count = ids(page), page.locator("#browse-count").inner_text()
    facet_box(page, "task", "vqa").check()
    expect_loading(page)
    page.go_back()
    expect(page.locator("#browse-count")).to_have_text(count)
    expect(page.locator("#browse-cards")).to_have_css("opacity", "1")
    expect(page.locator("#browse-chips")).to_be_hidden()
    let_time_pass(page)
    expect(page.locator(".card").first).to_be_visible()
    assert ids(page) == newest


def test_the_plain_list_keeps_the_selection_that_was_made_in_a_search(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/browse/", fresh=True)
    newest = ids(page)
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    page.get_by_label("Select ImageTalk").check()
    page.locator(SEARCH).fill("")
    expect(page.locator(".card-tools")).to_have_count(len(newest))
    assert ids(page) == newest
    expect(page.get_by_label("Select ImageTalk").first).to_be_checked()


def test_entries_are_counted_while_they_are_read(open_page: Open, real_url: str, real: Catalog) -> None:
    page = open_page(f"{real_url}/task/")
    asked: list[Route] = []

    def let_first_pass(route: Route) -> None:
        asked.append(route)
        if len(asked) == 1:
            route.continue_()

    page.route("**/browse/data/entries-*", let_first_pass)
    page.goto(f"{real_url}/browse/?sort=oldest")  # any entry may be the first, so there is no early answer
    count = f"{ENTRIES_OF_FIRST_CHUNK:,} of {entries_text(len(real.entries))}"
    expect(page.locator("#browse-count")).to_have_text(f"Loading… {count}")
    expect(page.locator("#browse-done"), "it is read aloud at each change").to_have_text("Loading…")


@pytest.mark.parametrize("search", ["?q=image", "?q=image%20talk&unknown=1"], ids=["own", "other spelling"])
def test_a_jump_within_the_page_searches_nothing(open_page: Open, made_up_url: str, search: str) -> None:
    """A skip link is one: with it, a screen reader would hear the count of results once more."""
    page = open_page(f"{made_up_url}/browse/{search}")
    wait_for_results(page)
    is_busy = page.evaluate(
        """() => new Promise((resolve) => {
             addEventListener("popstate", () => resolve(document.querySelector("#browse-results").ariaBusy));
             location.hash = "title";
           })"""
    )
    assert is_busy is None


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
    keep_waiting(page)
    page.get_by_label("Select ImageTalk").check()
    search_for(page, "imagetalk")
    expect_loading(page)
    page.locator(".take-bar").get_by_role("button", name="Clear").press("Enter")
    let_time_pass(page)
    expect(page.locator(".take-bar")).to_be_hidden()
    expect(page.locator("#browse-export summary")).to_be_focused()


def test_the_focus_of_a_chip_that_goes_is_in_the_title(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/")
    page.get_by_role("link", name="Visual question answering").first.click()
    wait_for_results(page)
    page.locator(".browse-chip").focus()
    page.go_back()
    expect(page.locator("#browse-count")).to_be_focused()


def test_the_focus_of_a_note_that_goes_is_in_the_title(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?q=qqqqqqqq")
    page.locator("#browse-note button").click()
    wait_for_results(page)
    page.go_back()
    page.locator("#browse-note button").focus()
    page.go_forward()
    expect(page.locator("#browse-count")).to_be_focused()
