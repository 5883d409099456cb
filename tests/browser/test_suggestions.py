"""Suggestions while typing, on the browse page, on the home page and in the header of every page."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.catalog.catalog import Catalog
from tests.browser.accessibility import violations
from tests.browser.addresses import expect_address
from tests.browser.browsing import SEARCH, entries_text, ids_of_term, wait_for_results
from tests.browser.conftest import PHONE, Open

HOME = ".home form[role=search] input"
HEADER = ".site-search input"


def options(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def type_into(page: Page, field: str, text: str) -> Locator:
    """Type all at once: each letter has a list of its own, which may be there before the last one."""
    box = page.locator(field)
    box.click()
    box.fill(text)
    expect(page.get_by_role("listbox")).to_be_visible()
    return box


@pytest.mark.parametrize(("address", "field"), [("browse/", SEARCH), ("", HOME), ("task/", HEADER)])
def test_a_work_is_suggested_in_every_search_field(
    open_page: Open, real_url: str, address: str, field: str
) -> None:
    page = open_page(f"{real_url}/{address}")
    box = type_into(page, field, "medclip")
    expect(box).to_have_attribute("aria-expanded", "true")
    first = options(page).first
    expect(first).to_contain_text("MedCLIP")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/wang2022medclip/")


def test_keys_follow_the_pattern_of_a_combobox(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/")
    box = type_into(page, HOME, "clip")
    listbox = page.get_by_role("listbox")
    expect(box).to_have_attribute("aria-controls", str(listbox.get_attribute("id")))
    last = options(page).count() - 1
    page.keyboard.press("ArrowUp")
    expect(options(page).nth(last)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert box.evaluate("box => box.selectionStart") == 0
    page.keyboard.press("Escape")
    expect(listbox).to_be_hidden()
    expect(box).to_have_value("clip")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(listbox).to_be_visible()
    page.keyboard.press("Tab")
    expect(listbox).to_be_hidden()


def test_enter_without_a_choice_searches(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/")
    type_into(page, HEADER, "LLaVA-Med")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse/?q=LLaVA-Med")


def test_on_the_browse_page_a_term_joins_the_filters(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?code=1")
    wait_for_results(page)
    type_into(page, SEARCH, "visual question")
    expect(page).to_have_url(re.compile(r"q=visual\+question"))  # what was typed is in the history
    page.get_by_role("option", name="Visual question answering").first.click()
    found = [id_ for id_ in ids_of_term(core, "task", "vqa") if core.entries[id_].links.code]
    expect(page.locator("#browse-count")).to_have_text(entries_text(len(found)))
    expect_address(page, "/browse/?code=1&task=vqa")
    expect(page.locator(SEARCH)).to_have_value("")
    expect(page.locator(SEARCH)).to_be_focused()
    page.go_back()
    expect(page.locator(SEARCH)).to_have_value("visual question")


def test_authors_lead_to_their_page_by_touch(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", viewport=PHONE, has_touch=True)
    page.locator(SEARCH).tap()
    page.locator(SEARCH).press_sequentially("weidi x")
    expect(page.get_by_role("group", name="Authors")).to_be_visible()
    page.get_by_role("option", name="Weidi Xie").tap()
    page.wait_for_url("**/author/weidi-xie/")


def test_nothing_is_loaded_before_the_first_letter(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    with page.expect_response("**/suggest.css"), page.expect_response("**/suggest-worker.js"):
        page.locator(HEADER).click()
    assert set(asked) - {"favicon.png", "favicon.svg"} == {"suggest.js", "suggest-worker.js", "suggest.css"}
    with page.expect_response("**/suggest.json"):
        page.keyboard.press("m")
    with page.expect_response("**/titles-*.json"):
        page.keyboard.type("ed")


def test_suggestions_that_cannot_be_loaded_are_no_obstacle(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/task/", faulty=True)
    page.route("**/suggest.json", lambda route: route.fulfill(status=503))
    with page.expect_response("**/suggest.json"):
        page.locator(HEADER).press_sequentially("x")
    page.unroute("**/suggest.json")
    type_into(page, HEADER, "xie")
    expect(options(page).first).to_contain_text("Xie")


@pytest.mark.parametrize("size", [(390, 844), (320, 256)], ids=["phone", "400 %"])
def test_the_active_suggestion_is_in_sight(open_page: Open, real_url: str, size: tuple[int, int]) -> None:
    page = open_page(f"{real_url}/browse/", viewport={"width": size[0], "height": size[1]})
    type_into(page, SEARCH, "report")
    for place in range(options(page).count()):
        page.keyboard.press("ArrowDown")
        expect(options(page).nth(place)).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize(("address", "field"), [("browse/", SEARCH), ("", HOME), ("task/", HEADER)])
def test_axe_finds_nothing(open_page: Open, made_up_url: str, address: str, field: str) -> None:
    page = open_page(f"{made_up_url}/{address}")
    type_into(page, field, "i")
    page.keyboard.press("ArrowDown")
    open_again = partial(page.locator(field).press, "ArrowDown")
    assert violations(page, within="form:has(.suggest)", on_phone=open_again) == []
