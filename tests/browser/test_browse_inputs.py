"""The browse page with texts that nobody means to search for."""

from playwright.sync_api import expect

from tests.browser.browsing import SEARCH, search_for, wait_for_results
from tests.browser.conftest import Open


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
