"""The tables of models and of datasets: filters, columns, and the address that keeps them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE, Open


@pytest.fixture
def models(open_page: Open, made_up_url: str) -> Page:
    return open_page(f"{made_up_url}/models/")


def names(page: Page) -> list[str]:
    return page.locator("table.comparable tbody tr:visible > th > a").all_inner_texts()


def test_a_filter_shows_its_rows_says_how_many_and_is_in_the_address(models: Page) -> None:
    models.get_by_label("Task").select_option("vqa")
    expect(models.locator("#finder-count")).to_have_text("1 of 3 models")
    assert names(models) == ["ImageTalk"]
    expect(models).to_have_url(re.compile(r"/models/\?task=vqa$"))
    assert models.locator("#finder-count").get_attribute("role") == "status"


def test_the_counts_of_the_other_filters_follow(models: Page) -> None:
    options = models.get_by_label("License of code").locator("option")
    assert options.all_inner_texts() == ["Any", "Commercial use (2)"]
    models.get_by_label("Parameters").select_option("under-1b")
    assert options.all_inner_texts() == ["Any", "Commercial use (0)"]
    assert models.get_by_label("Parameters").locator("option").all_inner_texts() == [
        "Any",
        "Under 1B (1)",
        "1B to 8B (1)",
        "Not stated (1)",
    ]


def test_the_title_says_the_filters(models: Page) -> None:
    at_first = models.title()
    models.get_by_label("Task").select_option("vqa")
    models.get_by_label("Find in this table").fill("talk")
    expect(models).to_have_title(re.compile(rf"^“talk”, Task: .+ - {re.escape(at_first)}$"))
    models.get_by_role("button", name="Clear filters").click()
    expect(models).to_have_title(at_first)


def test_words_are_found_in_columns_that_are_not_shown_and_whatever_their_case(models: Page) -> None:
    models.get_by_label("Find in this table").fill("EXAMPLEVIT talk")
    expect(models.locator("#finder-count")).to_have_text("1 of 3 models")
    expect(models).to_have_url(re.compile(r"\?q=EXAMPLEVIT\+talk$"))


def test_a_shared_address_restores_filters_order_and_columns(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/models/?license_code=commercial&sort=name&columns=all&task=unknown")
    assert names(page) == ["ImageTalk", "WordPix"]
    assert (
        page.get_by_role("columnheader", name="Model", exact=True).get_attribute("aria-sort") == "ascending"
    )
    assert page.get_by_role("columnheader", name="Training data").is_visible()
    assert page.get_by_label("Task").input_value() == ""


@pytest.mark.parametrize("address", ["models/", "datasets/"])
def test_each_element_has_an_id_of_its_own(address: str, open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/{address}")
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert sorted(ids) == sorted(set(ids))


def test_datasets_are_filtered_by_license_and_access(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/datasets/")
    page.get_by_label("License").select_option("commercial")
    expect(page.locator("#finder-count")).to_have_text("2 of 3 datasets")
    page.get_by_label("Access").select_option("open")
    assert names(page) == ["AskFilm"]


def test_back_and_clear_undo_a_choice(models: Page) -> None:
    models.get_by_label("Task").select_option("vqa")
    models.go_back()
    expect(models.locator("#finder-count")).to_have_text("3 models")
    models.go_forward()
    models.get_by_role("button", name="Clear filters").click()
    assert len(names(models)) == 3
    expect(models).to_have_url(re.compile(r"/models/$"))
    expect(models.get_by_role("button", name="Clear filters")).to_be_hidden()
    expect(models.get_by_label("Find in this table")).to_be_focused()


def test_filters_that_nothing_matches_say_so(models: Page) -> None:
    models.get_by_label("Find in this table").fill("nothing at all")
    expect(models.locator("#finder-count")).to_have_text("No models match these filters")


def test_more_columns_are_shown_on_demand(models: Page) -> None:
    head = models.get_by_role("columnheader", name="Training data")
    assert not head.is_visible()
    models.get_by_label("More columns").check()
    assert head.is_visible()
    expect(models).to_have_url(re.compile(r"\?columns=all$"))


def test_a_long_table_shows_its_first_rows_and_the_rest_on_demand(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/")
    assert len(names(page)) == 50
    total = page.locator("table.comparable tbody tr").count()
    page.get_by_role("button", name="Parameters").click()
    assert len(names(page)) == 50
    page.get_by_role("button", name=f"Show all {total} models").click()
    assert len(names(page)) == total
    expect(page.locator("table.comparable tbody tr:nth-child(51) a").first).to_be_focused()


@pytest.mark.parametrize("address", ["models/", "datasets/"])
def test_every_head_has_room_for_its_arrow(address: str, open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/{address}")
    cut = page.locator("table.comparable thead th:visible").evaluate_all(
        """heads => heads.filter((head) =>
             head.querySelector("button").getBoundingClientRect().right > head.getBoundingClientRect().right
           ).map((head) => head.textContent)"""
    )
    assert cut == []


def test_on_a_small_phone_the_words_of_a_name_stay_whole(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/", viewport={"width": 320, "height": 640})
    cut = page.locator(".scroll tbody th a:visible").evaluate_all(
        """links => links.map((link) => link.firstChild).flatMap((text) =>
             [...text.data.matchAll(/[^\\s-]+/g)].filter(({ 0: word, index }) => {
               const range = document.createRange();
               range.setStart(text, index);
               range.setEnd(text, index + word.length);
               return range.getClientRects().length > 1;
             }).map(([word]) => word))"""
    )
    assert cut == []


def test_on_a_phone_the_filters_open_below_a_button(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/models/?task=vqa", viewport=PHONE)
    button = page.get_by_role("button", name="Filters (1)")
    assert not page.get_by_label("Task").is_visible()
    button.click()
    assert page.get_by_label("Task").is_visible()
    assert button.get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize("address", ["models/", "datasets/?columns=all"])
def test_every_control_is_large_enough_for_a_finger(address: str, open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/{address}", viewport=PHONE)
    page.get_by_role("button", name="Filters").click()
    page.locator("table.comparable input").first.check()
    controls = page.locator(
        ".finder :is(input, select, button), .finder-tools label, .choose, .finder-bar button"
    )
    sizes = controls.evaluate_all(
        """all => all.filter((one) => one.checkVisibility({ visibilityProperty: true }))
             .map((one) => one.getBoundingClientRect()).map((box) => Math.min(box.width, box.height))"""
    )
    assert min(sizes) >= 24


@pytest.mark.parametrize("address", ["models/", "datasets/"])
def test_the_tables_are_accessible(address: str, open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/{address}")
    for index in range(2):
        page.locator("table.comparable input").nth(index).check()
    page.locator("#finder-fold").evaluate("button => button.click()")  # it opens the filters on a phone
    assert violations(page) == []
