"""Tables of models and datasets: sorting, comparing, the choice in the address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open


@pytest.fixture
def models(open_page: Open, made_up_url: str) -> Page:
    return open_page(f"{made_up_url}/models/")


def names(page: Page) -> list[str]:
    return page.locator("table.comparable tbody tr > th").all_inner_texts()


def test_a_head_sorts_by_its_column_and_then_the_other_way(models: Page) -> None:
    head = models.get_by_role("columnheader", name="Model", exact=True)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    ascending = [name.strip() for name in names(models)]
    assert ascending == sorted(ascending, key=str.casefold)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert [name.strip() for name in names(models)] == ascending[::-1]


def test_amounts_are_sorted_by_value_and_empty_cells_stay_last(models: Page) -> None:
    button = models.get_by_role("button", name="Parameters")
    for _ in range(2):
        button.click()
        cells = models.locator("table.comparable tbody td:nth-child(9)").all_inner_texts()
        filled = [bool(cell.strip()) for cell in cells]
        assert filled == sorted(filled, reverse=True)


def test_datasets_are_sorted_by_the_number_of_their_first_count(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/datasets/")
    button = page.get_by_role("button", name="Size")
    button.click()
    assert [name.strip() for name in names(page)[:2]] == ["AskFilm", "Tiny Films"]
    button.click()
    assert [name.strip() for name in names(page)[:2]] == ["Tiny Films", "AskFilm"]


def test_only_the_sorted_column_says_so(models: Page) -> None:
    models.get_by_role("button", name="Date").click()
    models.get_by_role("button", name="Model", exact=True).click()
    assert models.locator("th[aria-sort]").count() == 1


def test_two_models_are_side_by_side_and_in_the_address(models: Page) -> None:
    boxes = models.locator("table.comparable input[type=checkbox]")
    boxes.nth(0).check()
    expect(models.get_by_text("one is chosen")).to_be_visible()
    boxes.nth(1).check()
    comparison = models.get_by_role("region", name="Comparison")
    expect(comparison.get_by_role("columnheader")).to_have_count(2)
    assert models.url.count("compare=") == 2
    expect(models.get_by_role("status")).to_have_text("2 chosen for comparison")


def test_a_shared_address_shows_the_comparison(open_page: Open, made_up_url: str) -> None:
    query = "compare=example2024imagetalk&compare=sample2023wordpix"
    page = open_page(f"{made_up_url}/models/?{query}")
    expect(page.get_by_role("region", name="Comparison").get_by_role("columnheader")).to_have_count(2)
    assert page.locator("table.comparable input:checked").count() == 2


def test_back_undoes_a_choice_and_clearing_empties_the_address(models: Page) -> None:
    boxes = models.locator("table.comparable input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    models.go_back()
    expect(models.get_by_text("one is chosen")).to_be_visible()
    models.get_by_role("button", name="Clear the comparison").click()
    expect(models.locator("#comparison")).to_be_hidden()
    expect(models).to_have_url(re.compile(r"/models/$"))


def test_no_more_than_five_can_be_chosen(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/")
    boxes = page.locator("table.comparable input[type=checkbox]")
    for index in range(5):
        boxes.nth(index).check()
    assert boxes.nth(5).is_disabled()
    boxes.nth(0).uncheck()
    assert boxes.nth(5).is_enabled()


def test_keys_alone_sort_and_choose(models: Page) -> None:
    models.get_by_role("button", name="Model", exact=True).focus()
    models.keyboard.press("Enter")
    assert models.locator("th[aria-sort=ascending]").count() == 1
    models.locator("table.comparable input[type=checkbox]").first.focus()
    models.keyboard.press("Space")
    expect(models).to_have_url(re.compile("compare="))


def test_on_a_phone_the_table_scrolls_and_the_page_does_not(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/datasets/", viewport=PHONE)
    wider = "element => element.scrollWidth > element.clientWidth"
    assert page.locator(".scroll").first.evaluate(wider)
    assert not page.locator("html").evaluate(wider)


def test_without_scripts_the_table_is_there(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/datasets/", java_script_enabled=False)
    assert page.locator("table.comparable tbody tr").count() >= 2
    assert page.locator("table.comparable button").count() == 0
