"""Selecting rows of a table and comparing them in a dialog."""

import re

import pytest
from playwright.sync_api import Page, expect

from generator.catalog.catalog import Catalog
from generator.views.numbers.model_scores import list_model_scores
from generator.views.tabled import list_models
from tests.browser.accessibility import AXE
from tests.browser.addresses import expect_address
from tests.browser.conftest import PHONE, Open

PAIR = "compare=example2024imagetalk&compare=sample2023wordpix"


@pytest.fixture
def models(open_page: Open, made_up_url: str) -> Page:
    return open_page(f"{made_up_url}/models/")


def select(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_label(f"Select {name} to compare").check()


def test_a_bar_counts_the_selected_rows_and_stays_in_sight(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/")
    boxes = page.locator("table.comparable input[type=checkbox]")
    boxes.nth(0).check()
    expect(page.locator("#finder-selected")).to_have_text("1 selected. Select 2 to 5 to compare.")
    assert page.get_by_role("button", name="Compare").is_disabled()
    boxes.nth(1).check()
    expect(page.get_by_text("2 selected")).to_have_count(2)  # in the bar, and for screen readers
    page.evaluate("scrollTo(0, 1500)")
    expect(page.get_by_role("button", name="Compare")).to_be_in_viewport()


def test_the_comparison_has_cells_summaries_and_scores_on_shared_benchmarks(models: Page) -> None:
    select(models, "ImageTalk", "WordPix")
    models.get_by_role("button", name="Compare").click()
    dialog = models.get_by_role("dialog", name="Comparison of 2 models")
    expect(dialog.get_by_role("columnheader")).to_have_text([re.compile("ImageTalk"), re.compile("WordPix")])
    heads = dialog.get_by_role("rowheader").all_inner_texts()
    assert {"Summary", "Modality", "Task", "Parameters", "Weights", "Code"} <= set(heads)
    scores = dialog.get_by_role("row", name="AskFilm")
    expect(scores.get_by_role("cell")).to_have_text(["70.00 7B; own", "55.5 ± 0.5 by ImageTalk"])
    assert scores.locator("strong").all_inner_texts() == ["70.00"]
    assert scores.get_by_role("link", name="AskFilm").get_attribute("href") == "../results/muster2023askfilm/"


def test_the_address_of_a_comparison_can_be_shared(models: Page, open_page: Open, made_up_url: str) -> None:
    select(models, "ImageTalk", "WordPix")
    expect(models).to_have_url(re.compile("selected=.*selected="))
    models.get_by_role("button", name="Compare").click()
    expect_address(models, f"/models/?{PAIR}")
    page = open_page(f"{made_up_url}/models/?compare=example2024imagetalk,sample2023wordpix,tiny-films")
    dialog = page.get_by_role("dialog", name="Comparison of 2 models")
    expect(dialog.get_by_text("Not in this table: tiny-films.")).to_be_visible()


def test_escape_and_back_close_the_comparison_and_keep_the_selection(
    open_page: Open, made_up_url: str
) -> None:
    page = open_page(f"{made_up_url}/models/?{PAIR.replace('compare', 'selected')}")
    for close in (lambda: page.keyboard.press("Escape"), page.go_back):
        page.get_by_role("button", name="Compare").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        close()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_role("button", name="Compare")).to_be_focused()
        assert page.locator("table.comparable input:checked").count() == 2
        expect(page).to_have_url(re.compile("selected=example2024imagetalk&selected=sample2023wordpix"))


def test_a_work_can_be_removed_from_the_comparison(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/models/?{PAIR}&compare=example2024pointing")
    page.get_by_role("button", name="Remove WordPix from the comparison").click()
    expect(page.get_by_role("dialog", name="Comparison of 2 models")).to_be_visible()
    expect(page).not_to_have_url(re.compile("wordpix"))
    page.get_by_role("button", name="Remove ImageTalk from the comparison").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.locator("table.comparable input:checked").count() == 1


def test_clearing_the_selection_hides_the_bar_and_says_so(models: Page) -> None:
    select(models, "ImageTalk")
    models.get_by_role("button", name="Clear selection").click()
    expect(models.locator("#finder-bar")).to_be_hidden()
    expect(models.locator("#status")).to_have_text("Selection cleared")
    expect(models).to_have_url(re.compile(r"/models/$"))


def test_no_more_than_five_can_be_selected(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/")
    boxes = page.locator("table.comparable input[type=checkbox]")
    for index in range(5):
        boxes.nth(index).check()
    expect(page.locator("#finder-selected")).to_have_text("5 selected, the maximum")
    assert boxes.nth(5).is_disabled()
    boxes.nth(0).uncheck()
    assert boxes.nth(5).is_enabled()


def test_keys_alone_sort_select_and_compare(models: Page) -> None:
    models.get_by_role("button", name="Model", exact=True).focus()
    models.keyboard.press("Enter")
    assert models.locator("th[aria-sort=ascending]").count() == 1
    for index in range(2):
        models.locator("table.comparable input[type=checkbox]").nth(index).focus()
        models.keyboard.press("Space")
    models.get_by_role("button", name="Compare").focus()
    models.keyboard.press("Enter")
    expect(models.get_by_role("button", name="Close")).to_be_focused()


def test_a_filtered_out_row_stays_selected(models: Page) -> None:
    select(models, "ImageTalk", "WordPix")
    models.get_by_label("Find in this table").fill("wordpix")
    expect(models.locator("#finder-count")).to_have_text("2 of 3 models")
    models.get_by_role("button", name="Compare").click()
    expect(models.get_by_role("dialog").get_by_role("columnheader")).to_have_count(2)


def test_on_a_phone_the_names_of_lines_and_works_stay_in_sight(open_page: Open, real_url: str) -> None:
    ids = "compare=chen2024chexagent,li2023llava"
    page = open_page(f"{real_url}/models/?{ids}", viewport=PHONE)
    box = page.locator("#comparison .scroll")
    box.evaluate("box => box.scrollTo(90, 300)")
    place, corner, line = (
        page.locator(f"#comparison {part}").first.bounding_box()
        for part in (".scroll", "thead td", "tbody th")
    )
    assert place
    assert corner
    assert line
    assert corner["x"] == line["x"] == place["x"]
    assert abs(corner["y"] - place["y"]) <= 1  # no strip above the head
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_comparison_is_accessible(open_page: Open, real_url: str, real: Catalog) -> None:
    tabled = {entry.id for entry in list_models(real)}
    pair = next(
        pair
        for scores in list_model_scores(real)
        if len(pair := [id_ for id_ in scores.best if id_ in tabled]) > 1
    )
    page = open_page(f"{real_url}/models/?compare={','.join(pair[:2])}", reduced_motion="reduce")
    expect(page.get_by_role("dialog").get_by_text("is better").first).to_be_visible()
    page.evaluate(AXE.read_text("utf-8"))  # the policy of the page refuses a script tag
    found = page.evaluate("axe.run('dialog').then(({ violations }) => violations.map(({ id }) => id))")
    assert found == []
