"""Tables on every page: sorting, and a head and a first column that stay in sight."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Open

SMALL: dict[str, int] = {"width": 320, "height": 640}


@pytest.fixture
def models(open_page: Open, made_up_url: str) -> Page:
    return open_page(f"{made_up_url}/models/")


def names(page: Page) -> list[str]:
    return [name.strip() for name in page.locator("table.sortable tbody tr > th").all_inner_texts()]


def test_a_head_sorts_by_its_column_and_then_the_other_way(models: Page) -> None:
    head = models.get_by_role("columnheader", name="Model", exact=True)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    ascending = names(models)
    assert ascending == sorted(ascending, key=str.casefold)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert names(models) == ascending[::-1]


def test_the_first_click_puts_the_largest_number_on_top_and_blanks_are_always_last(models: Page) -> None:
    head = models.get_by_role("columnheader", name="Parameters")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert names(models) == ["ImageTalk", "P_O_I_N_T", "WordPix"]
    head.get_by_role("button").click()
    assert names(models) == ["P_O_I_N_T", "ImageTalk", "WordPix"]


def test_datasets_are_sorted_by_what_the_list_counts_first(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/datasets/")
    page.get_by_role("button", name="Images").click()
    assert names(page)[0] == "Tiny Films"


def test_only_the_sorted_column_says_so_and_has_an_arrow(models: Page) -> None:
    assert models.locator("th[aria-sort]").all_inner_texts() == ["Date"]
    models.get_by_role("button", name="Model", exact=True).click()
    assert models.locator("th[aria-sort]").all_inner_texts() == ["Model"]
    arrows = models.locator("thead button").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').content).filter(text => text !== 'none')"
    )
    assert len(arrows) == 1


@pytest.mark.parametrize("address", ["models/", "datasets/", "papers/li2023llava/", "trends/"])
@pytest.mark.parametrize("size", [PHONE, SMALL], ids=["390", "320"])
def test_on_a_phone_head_and_cells_of_the_first_column_stay_and_the_next_column_is_visible(
    address: str, size: dict[str, int], open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/{address}", viewport=size)
    page.locator("details:has(.scroll)").evaluate_all("all => all.forEach(one => { one.open = true })")
    box = page.locator(".scroll", has=page.locator("th:nth-child(4)")).first
    box.evaluate("box => box.scrollTo(100, 0)")
    left, head, cell, inner = box.evaluate(
        """box => {
             const place = (element) => element.getBoundingClientRect();
             const [head, cell] = ["thead", "tbody"].map((part) => place(box.querySelector(`${part} th`)));
             return [place(box).left, head.left, cell.left, place(box).right - cell.right];
           }"""
    )
    assert abs(head - left) <= 1
    assert abs(cell - left) <= 1
    assert inner >= 100
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_long_table_scrolls_with_the_page_on_a_desktop_and_its_head_stays_below_the_header(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/models/", viewport=DESKTOP)
    page.evaluate("scrollTo(0, 2000)")
    header, head, cell = (
        page.locator(selector).first.bounding_box()
        for selector in (".md-header", "table thead th", "table tbody th")
    )
    assert header
    assert head
    assert cell
    assert abs(head["y"] - header["height"]) <= 1
    assert head["x"] == cell["x"]
    assert not page.locator("#finder-box").evaluate("box => box.scrollHeight > box.clientHeight + 1")


def test_without_scripts_the_table_is_whole_and_has_no_controls(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/", java_script_enabled=False)
    assert page.get_by_role("columnheader", name="Training data").is_visible()
    assert page.locator("table.comparable tbody tr").last.is_visible()
    assert page.locator("table.comparable button").count() == 0
    for control in ("#finder", "#finder-count", "#finder-columns", "#finder-more", "#finder-bar"):
        assert not page.locator(control).is_visible()
    assert "Sort by any column" not in page.locator(".lead").inner_text()
