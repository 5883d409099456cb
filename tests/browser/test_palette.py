"""The palette: light or dark, as the reader chose or their system is, on every page and in every tab."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

ATTRIBUTE = "data-md-color-scheme"
LIGHT, DARK = (ATTRIBUTE, "default"), (ATTRIBUTE, "slate")
DARK_PAGE = "rgb(20, 18, 27)"

each_frame = pytest.mark.parametrize("address", ["/", "/about/"], ids=["without columns", "with columns"])


def test_the_palette_can_be_changed_and_is_kept_on_other_pages(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/", color_scheme="light")
    scheme = page.locator("html")
    assert scheme.get_attribute("data-md-color-scheme") == "default"
    page.get_by_title("Switch to dark mode").click()
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.goto(f"{made_up_url}/papers/example2024imagetalk/")
    assert scheme.get_attribute("data-md-color-scheme") == "slate"


@each_frame
def test_the_palette_is_changed_by_keyboard_too(open_page: Open, real_url: str, address: str) -> None:
    page = open_page(f"{real_url}{address}", color_scheme="light")
    page.get_by_role("button", name="Switch to dark mode").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute(*DARK)
    page.keyboard.press("Space")
    expect(page.locator("html")).to_have_attribute(*LIGHT)


def test_the_palette_of_the_system_is_the_first(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/", color_scheme="dark")
    expect(page.locator("html")).to_have_attribute(*DARK)
    page.get_by_title("Switch to light mode").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute(*LIGHT)


@each_frame
def test_the_palette_is_chosen_before_anything_is_drawn(open_page: Open, real_url: str, address: str) -> None:
    """The scripts that are loaded later never come."""
    page = open_page("about:blank", color_scheme="dark", faulty=True, fresh=True)
    page.route(re.compile(r"/(search|bundle)[^/]*\.js$"), lambda route: route.abort())
    page.goto(f"{real_url}{address}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 18, 27)"
    assert page.evaluate("document.querySelector('head script[src]').src").endswith("/assets/start.js")


@each_frame
def test_a_page_that_the_reader_comes_back_to_has_the_palette_chosen_since(
    open_page: Open, real_url: str, address: str
) -> None:
    """Back and forward show a page as it was left; a browser that is driven by a test loads it again."""
    page = open_page(f"{real_url}{address}")
    page.evaluate("localStorage.setItem('site-palette', 'slate')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("html")).to_have_attribute(*DARK)
    assert read_background(page) == DARK_PAGE


@each_frame
def test_a_palette_is_shown_in_all_tabs(open_page: Open, real_url: str, address: str) -> None:
    page = open_page(f"{real_url}{address}")
    other = page.context.new_page()
    other.goto(f"{real_url}/models/")
    other.get_by_title("Switch to dark mode").click()
    expect(page.locator("html")).to_have_attribute(*DARK)
    assert read_background(page) == DARK_PAGE


def test_an_open_page_follows_the_system_until_the_reader_chooses(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/", color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute(*DARK)
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute(*LIGHT)
    page.get_by_title("Switch to dark mode").click()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute(*DARK)


READ_COLORS = """() => [...document.querySelectorAll("header *, .md-tabs *, main *, article *, footer *")]
  .filter((one) => one.checkVisibility()).map((one) => {
    const { color, backgroundColor, borderColor } = getComputedStyle(one);
    return [one.localName, color, backgroundColor, borderColor].join(" | ");
  })"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", "/about/api/"], ids=["without columns", "with columns"])
def test_without_scripts_a_page_has_the_palette_of_the_system(
    open_page: Open, real_url: str, address: str, scheme: str
) -> None:
    plain = open_page(f"{real_url}{address}", color_scheme=scheme, java_script_enabled=False)
    with_scripts = open_page(f"{real_url}{address}", color_scheme=scheme, reduced_motion="reduce")
    assert read_background(plain) == read_background(with_scripts)
    assert set(plain.evaluate(READ_COLORS)) - set(with_scripts.evaluate(READ_COLORS)) == set()


def test_without_scripts_a_dark_page_is_printed_black_on_white(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/about/", color_scheme="dark", java_script_enabled=False, fresh=True)
    page.emulate_media(media="print")
    assert read_background(page) == "rgb(255, 255, 255)"


def test_without_scripts_there_are_no_buttons(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/", color_scheme="dark", java_script_enabled=False)
    expect(page.get_by_title("Switch to dark mode")).to_be_hidden()
    expect(page.get_by_title("Switch to light mode")).to_be_hidden()


def read_background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
