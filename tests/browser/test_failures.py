"""Parts of a page that cannot be loaded, a browser that blocks storage, jumps within a page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsing import SEARCH, wait_for_results
from tests.browser.conftest import PHONE, Open

REFUSALS = {
    "blocked": 'throw new DOMException("blocked", "SecurityError")',
    "absent": "return null",
    "broken": 'return { getItem() { throw new DOMException("blocked", "SecurityError"); } }',
}
"""What a browser without storage does where a page names it."""


def block(page: Page, part: str) -> None:
    page.route(f"**/{part}*", lambda route: route.abort())  # once it has failed, another address is tried


def try_again(page: Page, part: str) -> None:
    page.unroute(f"**/{part}*")
    page.get_by_role("button", name="Try again").click()


def test_a_jump_within_the_page_gives_no_card_its_tools_twice(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/")
    cards = page.locator("#browse-cards .card-title").count()
    expect(page.locator(".card-tools")).to_have_count(cards)
    page.evaluate(
        "new Promise((done) => { addEventListener('popstate', done); location.hash = 'browse-cards'; })"
    )
    expect(page.locator(".card-tools")).to_have_count(cards)


def test_a_filter_without_a_term_is_ignored(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?task=&-modality=")
    wait_for_results(page)
    expect(page.locator("#browse-chips button")).to_have_count(0)


def test_filters_that_cannot_be_loaded_are_reported_and_can_be_tried_again(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/browse/", viewport=PHONE, faulty=True)
    block(page, "browse-filters.js")
    page.get_by_role("button", name="Filters").click()
    expect(page.locator("#browse-part-failure")).to_contain_text("could not be loaded")
    try_again(page, "browse-filters.js")
    expect(page.locator("#browse-dialog")).to_be_visible()
    expect(page.locator("#browse-part-failure")).to_be_hidden()


def test_the_newest_entries_are_not_shown_before_the_scripts_of_a_search_are_there(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page("about:blank", fresh=True, faulty=True)
    for script in ("asked.js", "browse.js"):
        block(page, script)
    page.goto(f"{made_up_url}/browse/?q=film")
    expect(page.locator(".card").first).to_have_css("visibility", "hidden")


def test_a_file_that_is_no_data_is_fetched_again(open_page: Open, made_up_url: str) -> None:
    """A network that asks for a login answers with a page of its own, and the browser keeps it."""
    page = open_page(f"{made_up_url}/browse/", fresh=True, faulty=True)
    login = "<html>Please log in</html>"
    page.route(
        "**/browse/data/**", lambda route: route.fulfill(body=login, headers={"Cache-Control": "max-age=600"})
    )
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    expect(page.locator("#browse-failure")).to_contain_text("could not be loaded")
    expect(page.locator("#browse-count")).to_have_text("Entries")
    expect(page.locator(".card"), "the newest entries are not what was asked for").to_have_count(0)
    page.unroute("**/browse/data/**")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("ImageTalk")
    expect(page.locator("#browse-failure")).to_be_hidden()


def test_a_browser_that_refuses_workers_never_waits_for_ever(open_page: Open, made_up_url: str) -> None:
    """As Chromium does for a page that is opened as a file."""
    page = open_page("about:blank", fresh=True, faulty=True)  # suggestions need a worker too
    page.add_init_script("window.Worker = class { constructor() { throw new DOMException('no'); } };")
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    expect(page.locator("#browse-failure")).to_contain_text("could not be loaded")
    expect(page.locator(".card")).to_have_count(0)
    page.locator(SEARCH).fill("")
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator("#browse-failure")).to_be_hidden()


def test_the_focus_does_not_wait_for_another_try(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", fresh=True, faulty=True)
    page.route("**/browse/data/**", lambda route: route.abort())
    page.goto(f"{made_up_url}/browse/?q=imagetalk")
    again = page.get_by_role("button", name="Try again")
    again.wait_for()
    page.unroute("**/browse/data/**")
    page.route("**/browse/data/**", lambda route: None)  # it never comes
    again.press("Enter")
    expect(page.locator("#browse-count")).to_be_focused()
    expect(page.locator("#browse-count")).to_have_text("Loading…")


def test_a_search_without_results_never_shows_a_blank_page(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "browse-filters.js")
    page.locator(SEARCH).fill("qqqqqqqq")
    expect(page.locator("#browse-failure")).to_contain_text("could not be loaded")
    try_again(page, "browse-filters.js")
    expect(page.locator("#browse-note")).to_contain_text("No results")


def test_an_export_that_fails_is_reported_and_can_be_tried_again(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "browse-take.js")
    page.locator("#browse-export summary").click()
    page.locator("#browse-export [data-format=bib]").click()
    expect(page.locator("#browse-export")).to_contain_text("could not be loaded")
    page.unroute("**/browse-take.js*")
    with page.expect_download():
        page.locator("#browse-export [data-format=bib]").click()


def test_a_citation_that_cannot_be_loaded_says_so_in_its_button(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "browse-take.js")
    button = page.locator("#browse-cards .card-cite").first
    button.click()
    expect(button).to_contain_text("could not be loaded")


def test_suggestions_are_tried_again_with_the_next_focus(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/", faulty=True)
    block(page, "suggest.js")
    with page.expect_event("requestfailed"):
        page.locator(SEARCH).focus()
    page.unroute("**/suggest.js*")
    page.locator(SEARCH).blur()
    page.locator(SEARCH).press_sequentially("w")
    expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize(
    ("address", "refusal"),
    [("/", "blocked"), ("/browse/", "blocked"), ("/models/", "blocked"), ("/", "absent"), ("/", "broken")],
)
def test_a_browser_that_blocks_storage_has_all_controls(
    open_page: Open, made_up_url: str, address: str, refusal: str
) -> None:
    page = open_page("about:blank", fresh=True)
    page.add_init_script(f"""for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {{ configurable: true, get() {{ {REFUSALS[refusal]}; }} }});""")
    page.goto(made_up_url + address)
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Turn off the / key for search").click()
    expect(page.get_by_role("button", name="Turn on the / key for search")).to_be_visible()


def test_the_focus_stays_in_the_comparison_when_a_work_leaves_it(open_page: Open, made_up_url: str) -> None:
    pair = "compare=example2024imagetalk&compare=sample2023wordpix"
    page = open_page(f"{made_up_url}/models/?{pair}")
    page.get_by_role("button", name="Remove ImageTalk from the comparison").click()
    expect(page.locator("#comparison")).to_be_hidden()
    expect(page.get_by_label("Select WordPix to compare")).to_be_focused()
