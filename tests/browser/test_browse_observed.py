"""The browse page where services said something: facts on cards, orders, and hits by abstract."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.addresses import expect_address
from tests.browser.browsing import ids, search_for, wait_for_results
from tests.browser.built import build_observed
from tests.browser.conftest import Open
from tests.browser.server import served


@pytest.fixture(scope="module")
def observed_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the made-up list's site, of which services said something."""
    with served(build_observed(tmp_path_factory)) as url:
        yield url


def read_facts(page: Page) -> dict[str, str]:
    """The facts on the cards, by entry."""
    found: dict[str, str] = page.eval_on_selector_all(
        "#browse-cards .card-observed",
        """lines => Object.fromEntries(lines.map((line) => {
            const link = line.closest('li').querySelector('.card-title > a');
            return [link.href.split('/').at(-2), line.textContent.trim()];
        }))""",
    )
    return found


def test_cards_of_the_script_show_the_same_facts_as_those_of_the_page(
    open_page: Open, observed_url: str
) -> None:
    page = open_page(f"{observed_url}/browse/")
    before = read_facts(page)
    assert before["example2024imagetalk"] == (
        "Citations 1,234 on 2026-11-06 · Stars 7, Last push 2025-01-31, Links checked on 2026-11-20"
    )
    page.locator("#browse-sort").select_option("title")
    wait_for_results(page)
    assert read_facts(page) == before


def test_the_list_is_sorted_by_what_is_observed(open_page: Open, observed_url: str) -> None:
    page = open_page(f"{observed_url}/browse/")
    page.locator("#browse-sort").select_option(label="Most cited")
    wait_for_results(page)
    assert ids(page)[:3] == ["example2024imagetalk", "muster2023askfilm", "sample2023wordpix"]
    expect_address(page, "?sort=citations")
    page.goto(f"{observed_url}/browse/?sort=pushed")
    wait_for_results(page)
    expect(page.locator("#browse-sort")).to_have_value("pushed")
    assert ids(page)[:2] == ["sample2023wordpix", "example2024imagetalk"]


def test_an_order_that_the_page_does_not_offer_is_ignored(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?sort=citations")
    expect(page.locator("#browse-sort")).to_have_value("newest")


def test_a_search_finds_words_of_an_abstract_last_and_quotes_them(open_page: Open, observed_url: str) -> None:
    page = open_page(f"{observed_url}/browse/")
    search_for(page, "parrot")
    expect(page.locator("#browse-count")).to_have_text("2 entries")
    wait_for_results(page)
    assert ids(page) == ["example2024imagetalk", "muster2023askfilm"]
    reason = page.locator(".card-why").first
    expect(reason).to_contain_text("Abstract: …judges preferred its answers to those of a parrot")
    expect(reason.locator("mark")).to_have_text("parrot")
    search_for(page, "invented")
    wait_for_results(page)
    expect(page.locator(".card").last.locator(".card-why")).to_contain_text("Abstract: ")
    assert violations(page, within="#browse-cards") == []
