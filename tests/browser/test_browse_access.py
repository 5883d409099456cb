"""The browse page by keyboard, on a phone, without scripts, and its first screen."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from generator.catalog.catalog import Catalog
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.views.order import sort_newest_first
from tests.browser.accessibility import list_violations, violations
from tests.browser.browsing import (
    SEARCH,
    entries_by_id,
    entries_text,
    expect_entries,
    facet_box,
    ids_of_term,
    search_for,
    wait_for_results,
)
from tests.browser.conftest import DESKTOP, PHONE, Open

NARROW = {"width": 320, "height": 640}


def test_by_keyboard_alone(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    page.keyboard.press("/")
    expect(page.locator(SEARCH)).to_be_focused()
    page.keyboard.insert_text("LLaVA-Med")  # at once: each letter has suggestions of its own
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("LLaVA-Med")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Escape")
    expect_entries(page, core)
    expect(page.locator(SEARCH)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to results")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")  # the heading of the first facet, its box to find a term, its first term
    focused = page.locator(":focus")
    term = focused.get_attribute("value") or ""
    found = ids_of_term(core, "task", term)
    page.keyboard.press("Space")
    expect_entries(page, entries_by_id(core, found))
    expect(focused).to_have_attribute("value", term)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect_entries(page, entries_by_id(core, set(core.entries) - found))
    expect(focused).to_have_attribute("aria-pressed", "true")
    outline = focused.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline != "none"


def test_hits_are_headings_and_links_have_names_of_their_own(browse: Callable[..., Page]) -> None:
    page = browse("?weights=1")
    wait_for_results(page)
    titles = page.locator("#browse-cards .card-title > a").all_inner_texts()
    headings = page.get_by_role("heading", level=3).filter(has=page.locator("a"))
    expect(headings).to_have_count(len(titles))
    names = page.eval_on_selector_all(
        "#browse-cards .chip", "links => links.map((link) => [link.ariaLabel, link.href])"
    )
    assert len({name for name, _ in names}) == len({(name, url) for name, url in names})


def test_the_first_result_is_one_tab_from_the_search(browse: Callable[..., Page]) -> None:
    page = browse("?task=vqa&sort=title")
    wait_for_results(page)
    page.keyboard.press("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#browse-cards .card-title > a").first).to_be_focused()


def test_enter_keeps_the_focus_in_the_search(browse: Callable[..., Page]) -> None:
    page = browse()
    page.locator(SEARCH).press_sequentially("LLaVA-Med")
    page.keyboard.press("Enter")
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("LLaVA-Med")
    expect(page.locator(SEARCH)).to_be_focused()
    expect(page).to_have_url(re.compile(r"/browse/\?q=LLaVA-Med$"))


def test_the_key_for_search_can_be_turned_off(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/")
    field = page.locator(".site-search input")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.get_by_role("button", name="Turn off the / key for search").click()
    page.keyboard.press("/")
    expect(field).not_to_be_focused()
    page.reload()
    page.keyboard.press("/")
    expect(field).not_to_be_focused()
    page.get_by_role("button", name="Turn on the / key for search").click()
    page.keyboard.press("/")
    expect(field).to_be_focused()


def test_changes_are_announced_in_one_status_region_that_is_empty_at_first(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    status = page.get_by_role("status")
    expect(status).to_have_count(1)
    expect(status).to_be_empty()
    facet_box(page, "task", "vqa").check()
    expect(status).to_contain_text(entries_text(len(ids_of_term(core, "task", "vqa"))))
    search_for(page, "zzzzzz")
    expect(status).to_have_text("No results.")
    expect(page.locator("#browse-note")).to_contain_text("Try one of these")


@pytest.mark.parametrize("viewport", [NARROW, PHONE], ids=["320 px", "390 px"])
def test_on_a_phone_the_filters_fold_and_nothing_is_cut_off(
    browse: Callable[..., Page], core: Catalog, viewport: dict[str, int]
) -> None:
    page = browse("?task=vqa&code=1", viewport=viewport, has_touch=True)
    expect_entries(
        page, [entry for entry in entries_by_id(core, ids_of_term(core, "task", "vqa")) if entry.links.code]
    )
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    fold = page.get_by_role("button", name="Filters (2)")
    expect(page.locator("#browse-facets")).to_be_hidden()
    fold.tap()
    panel = page.get_by_role("dialog", name="Filters")
    expect(panel.locator("#browse-facets")).to_be_visible()
    facet_box(page, "task", "vqa").tap()
    with_code = [entry for entry in core if entry.links.code]
    done = panel.get_by_role("button", name=f"Show {entries_text(len(with_code))}")
    expect(done).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    done.tap()
    expect(panel).to_be_hidden()
    expect(page.locator("#browse-count")).to_be_focused()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()
    expect_entries(page, with_code)


def test_the_panel_is_a_dialog_that_keeps_and_returns_the_focus(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse("?task=vqa&q=image", viewport=PHONE)
    fold = page.locator("#browse-fold")
    panel = page.get_by_role("dialog", name="Filters")
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: panel.get_by_role("button", name="Close filters").click(),
    ):
        fold.click()
        expect(panel).to_be_visible()
        assert panel.evaluate("panel => panel.contains(document.activeElement)")
        close()
        expect(panel).to_be_hidden()
        expect(fold).to_be_focused()
    fold.click()
    panel.get_by_label("Find in Task").fill("question")
    panel.get_by_label("Find in Task").press("Escape")
    expect(panel.get_by_label("Find in Task")).to_be_empty()
    panel.get_by_role("button", name="Clear filters").click()
    expect(fold).to_have_text("Filters")
    expect(page.locator(SEARCH)).to_have_value("image")
    page.set_viewport_size(DESKTOP)
    expect(panel).to_be_hidden()
    expect(page.locator(".browse-side #browse-facets")).to_be_visible()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_targets_are_at_least_24_pixels(browse: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = browse("?task=vqa", viewport=viewport)
    wait_for_results(page)
    page.locator("#browse-export summary").click()
    if viewport is PHONE:
        page.locator("#browse-fold").click()
        expect(page.locator("#browse-dialog")).to_be_visible()
    small = page.eval_on_selector_all(
        ".browse :is(label:has([type=checkbox], [type=radio]), button, select, summary, [type=search]),"
        ".browse :is(.chip, .term, .pages a)",
        """elements => elements.filter((element) => element.checkVisibility()).flatMap((element) => {
             const { width, height } = element.getBoundingClientRect();
             return width < 24 || height < 24 ? [`${element.outerHTML.slice(0, 90)} ${width} ${height}`] : [];
           })""",
    )
    assert small == []


def test_without_scripts_the_newest_are_shown_and_lists_lead_to_the_rest(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse(java_script_enabled=False)
    links = page.locator("#browse-cards .card-title > a")
    expect(links).to_have_count(RESULTS_PER_PAGE)
    assert links.evaluate_all("links => links.map((link) => link.href.split('/').at(-2))") == [
        entry.id for entry in sort_newest_first(core)[:RESULTS_PER_PAGE]
    ]
    expect(page.locator("#browse-find")).to_be_hidden()
    expect(page.locator("#browse-facets")).to_be_hidden()
    expect(page.locator("#browse-scopes")).to_be_hidden()
    expect(page.locator(".browse .lead")).to_contain_text("nothing was searched")
    for name in ("By section", "By task", "By modality", "By year", "By venue"):
        page.get_by_role("link", name=name).click()
        expect(page.locator("ul.index li").first).to_be_visible()
        page.go_back()


def test_the_search_in_the_header_leads_here(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/")
    page.locator(".md-header").get_by_role("combobox", name="Search from any page").fill("LLaVA-Med")
    page.keyboard.press("Enter")
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("LLaVA-Med")
    expect(page).to_have_url(re.compile(r"/browse/\?q=LLaVA-Med$"))
    page = open_page(f"{real_url}/papers/", viewport=PHONE, faulty=True)
    page.goto(f"{real_url}/task/")
    page.locator(".md-header .site-search-link").click()
    expect(page.locator(SEARCH)).to_be_visible()


def test_data_that_cannot_be_loaded_is_reported_and_can_be_tried_again(
    open_page: Open, real_url: str, core: Catalog
) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True)
    page.route("**/browse/data/*.json", lambda route: route.fulfill(status=503))
    search_for(page, "MedCLIP")
    expect(page.locator("#browse-failure")).to_contain_text("could not be loaded")
    page.unroute("**/browse/data/*.json")
    page.get_by_role("button", name="Try again").press("Enter")  # suggestions may cover it
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("MedCLIP")
    expect(page.locator("#browse-failure")).to_be_hidden()


@pytest.mark.parametrize("site", ["real_url", pytest.param("whole_url", marks=pytest.mark.slow)])
def test_the_first_screen_fetches_no_entries_and_little_else(
    request: pytest.FixtureRequest, open_page: Open, site: str
) -> None:
    url = request.getfixturevalue(site)
    page = open_page(f"{url}/models/", fresh=True)
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers["content-length"])}))
    page.goto(f"{url}/browse/", wait_until="networkidle")
    assert not [url for url in sizes if "/data/" in url]
    # The typefaces have a budget of their own, see test_frame.py.
    assert sum(size for url, size in sizes.items() if not url.endswith(".woff2")) < 100_000
    with page.expect_response("**/browse/data/*.json"):
        page.locator(SEARCH).focus()


def test_typing_a_letter_makes_a_bounded_number_of_elements(open_page: Open, real_url: str) -> None:
    """It makes the cards of one page and changes numbers, but never makes the whole list."""
    page = open_page(f"{real_url}/browse/?q=zzzz")
    wait_for_results(page)
    page.evaluate(
        """() => {
             globalThis.made = 0;
             new MutationObserver((records) => {
               for (const { addedNodes } of records) {
                 for (const node of addedNodes) made += (node.querySelectorAll?.("*").length ?? 0) + 1;
               }
             }).observe(document.querySelector(".browse"), { childList: true, subtree: true });
           }"""
    )
    search_for(page, "m")
    wait_for_results(page)
    cards = page.locator("#browse-cards .card")
    expect(cards).to_have_count(RESULTS_PER_PAGE)
    inside = page.eval_on_selector("#browse-cards", "element => element.querySelectorAll('*').length")
    counts = page.locator(".facet-count").count()
    assert page.evaluate("made") <= inside + counts + 100  # chips and links to pages


@pytest.mark.parametrize("search", ["", "?q=image&task=vqa&-modality=ct&page=1", "?q=zzzzzz"])
def test_axe_finds_nothing(open_page: Open, made_up_url: str, search: str) -> None:
    page = open_page(f"{made_up_url}/browse/{search}")
    if search:
        wait_for_results(page)
    page.locator("#browse-export summary").click()
    assert violations(page) == []


def test_axe_finds_nothing_in_the_panel(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?task=vqa&task=captioning&-modality=ct", viewport=PHONE)
    wait_for_results(page)
    for palette in ("dark", "light"):
        page.get_by_title(f"Switch to {palette} mode").click()
        page.locator("#browse-fold").click()
        expect(page.locator("#browse-dialog")).to_be_visible()
        assert list_violations(page) == []
        page.keyboard.press("Escape")
