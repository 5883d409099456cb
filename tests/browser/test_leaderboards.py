"""A benchmark page in a browser: tabs, sorting, switches, notes on demand, on a phone, without scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import PHONE, Open

TOY = "/results/muster2023askfilm/"
VQA_RAD = "/results/lau2018dataset/"
MIMIC_CXR = "/results/mimic-cxr/"


@pytest.fixture
def toy(open_page: Open, made_up_url: str) -> Page:
    return open_page(f"{made_up_url}{TOY}")


@pytest.fixture
def vqa_rad(open_page: Open, real_url: str) -> Page:
    return open_page(f"{real_url}{VQA_RAD}")


def board(page: Page) -> Locator:
    return page.locator(".board:visible")


def ranked_rows(page: Page) -> Locator:
    return board(page).locator("tbody:not(.unstated) tr[data-model]:visible")


def values(page: Page, column: int) -> list[str]:
    found: list[str] = ranked_rows(page).evaluate_all(
        "(rows, column) => rows.map((row) => row.querySelectorAll('td, th')[column].innerText)", column
    )
    return found


def numbers(page: Page, column: int) -> list[float]:
    return [float(found[0]) for value in values(page, column) if (found := re.match(r"[0-9.]+", value))]


def test_the_main_setting_is_shown_first_and_a_tab_shows_another(toy: Page) -> None:
    tabs = toy.get_by_role("tab")
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    expect(toy.get_by_role("tabpanel")).to_have_count(1)
    tabs.nth(1).click()
    expect(toy).to_have_url(re.compile("#zero-shot$"))
    expect(toy.get_by_role("tabpanel", name="zero-shot")).to_be_visible()
    expect(toy.get_by_role("tabpanel")).to_have_count(1)
    toy.go_back()
    expect(toy.get_by_role("tabpanel", name="fine-tuned")).to_be_visible()


def test_keys_choose_a_tab(toy: Page) -> None:
    toy.get_by_role("tab").first.focus()
    toy.keyboard.press("ArrowRight")
    expect(toy.get_by_role("tab", name="zero-shot")).to_be_focused()
    expect(toy.get_by_role("tabpanel", name="zero-shot")).to_be_visible()
    toy.keyboard.press("Home")
    expect(toy.get_by_role("tabpanel", name="fine-tuned")).to_be_visible()


@pytest.mark.parametrize("anchor", ["zero-shot", "zero-shot_1"])
def test_an_address_leads_to_a_setting_or_to_a_note_in_it(
    open_page: Open, made_up_url: str, anchor: str
) -> None:
    page = open_page(f"{made_up_url}{TOY}#{anchor}")
    expect(page.get_by_role("tab", name="zero-shot")).to_have_attribute("aria-selected", "true")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_best_is_on_top_with_its_rank(vqa_rad: Page) -> None:
    shown = numbers(vqa_rad, 2)
    assert len(shown) > 10
    assert shown == sorted(shown, reverse=True)
    assert values(vqa_rad, 0)[0] == "1"


def test_the_first_click_on_a_metric_puts_its_best_on_top_and_ranks_by_it(vqa_rad: Page) -> None:
    vqa_rad.get_by_role("tab", name="open-ended", exact=False).first.click()
    head = board(vqa_rad).get_by_role("columnheader", name="Recall")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    shown = numbers(vqa_rad, 3)
    assert shown == sorted(shown, reverse=True)
    assert values(vqa_rad, 0)[0] == "1"
    expect(vqa_rad.get_by_role("status")).to_contain_text("ranked by Recall")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert values(vqa_rad, 0)[0] != "1"


def test_a_head_has_one_arrow(vqa_rad: Page) -> None:
    heads = board(vqa_rad).get_by_role("columnheader").all_inner_texts()
    assert not re.search("[↑↓↕]", " ".join(heads))
    assert board(vqa_rad).locator("th[aria-sort]").count() == 1


def test_what_authors_and_others_report_can_be_shown_alone_and_is_ranked_anew(vqa_rad: Page) -> None:
    everything = ranked_rows(vqa_rad).count()
    vqa_rad.get_by_role("radio", name="authors").check()
    expect(vqa_rad).to_have_url(re.compile(r"\?reported=authors"))
    own = ranked_rows(vqa_rad)
    assert set(own.evaluate_all("rows => rows.map((row) => row.dataset.own)")) == {"1"}
    assert values(vqa_rad, 0)[0] == "1"
    authors = own.count()
    vqa_rad.get_by_role("radio", name="others").check()
    assert ranked_rows(vqa_rad).count() == everything - authors
    assert values(vqa_rad, 0)[0] == "1"
    vqa_rad.go_back()
    expect(vqa_rad.get_by_role("radio", name="authors")).to_be_checked()
    assert ranked_rows(vqa_rad).count() == authors


def test_results_without_a_stated_protocol_are_marked_unranked_and_can_be_hidden(toy: Page) -> None:
    row = board(toy).locator(".unstated tr[data-model]")
    expect(row).to_contain_text("protocol not stated")
    expect(row.locator(".rank")).to_have_text("")
    toy.get_by_role("checkbox", name="same protocol only").focus()
    toy.keyboard.press("Space")
    expect(row).to_be_hidden()
    expect(toy).to_have_url(re.compile(r"\?protocol=same"))
    expect(toy.get_by_role("status")).to_contain_text("2 of 3 rows")


def test_a_shared_address_keeps_switches_and_setting(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}{TOY}?reported=others&protocol=same#zero-shot")
    expect(page.get_by_role("radio", name="others")).to_be_checked()
    expect(page.get_by_role("checkbox", name="same protocol only")).to_be_checked()
    assert [text.split("\n")[0] for text in values(page, 1)] == ["WordPix"]
    assert values(page, 0) == ["1"]


def test_a_table_without_rows_says_why(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/results/isic2019/?reported=authors")
    expect(board(page).locator(".empty")).to_be_visible()
    page.get_by_role("radio", name="all").check()
    expect(board(page).locator(".empty")).to_be_hidden()


@pytest.mark.parametrize("touch", [False, True])
def test_a_mark_opens_its_note_and_the_same_mark_or_another_place_closes_it(
    open_page: Open, real_url: str, touch: bool
) -> None:
    page = open_page(f"{real_url}{VQA_RAD}", has_touch=touch)
    mark = board(page).get_by_role("button", name="Other sources report a different value").first
    mark.tap() if touch else mark.click()
    card = page.locator("#note-card")
    expect(card).to_contain_text("different value")
    expect(card).to_be_in_viewport()
    expect(mark).to_have_attribute("aria-expanded", "true")
    mark.tap() if touch else mark.click()
    expect(card).to_have_count(0)
    mark.tap() if touch else mark.click()
    page.locator("h1").click()
    expect(card).to_have_count(0)


def test_keys_open_and_close_a_note(toy: Page) -> None:
    mark = board(toy).get_by_role("button", name="Note 1").first
    mark.focus()
    toy.keyboard.press("Enter")
    expect(toy.locator("#note-card")).to_have_text("Trained on half of the questions.")
    toy.keyboard.press("Escape")
    expect(toy.locator("#note-card")).to_have_count(0)
    expect(mark).to_be_focused()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_rank_model_and_main_score_are_on_screen(
    open_page: Open, real_url: str, width: int
) -> None:
    page = open_page(f"{real_url}{VQA_RAD}", viewport={"width": width, "height": 844})
    for column in range(3):
        box = ranked_rows(page).first.locator("td, th").nth(column).bounding_box()
        assert box
        assert 0 <= box["x"] <= width - box["width"]


@pytest.mark.parametrize("width", [390, 320])
def test_while_a_phone_scrolls_sideways_heads_are_over_their_columns(
    open_page: Open, real_url: str, width: int
) -> None:
    page = open_page(f"{real_url}{MIMIC_CXR}", viewport={"width": width, "height": 844})
    for left in (0, 150, 500):
        board(page).locator(".board-scroll").evaluate("(box, left) => box.scrollTo(left, 0)", left)
        heads = lefts(board(page).locator(".board-scroll thead th"))
        assert heads == lefts(ranked_rows(page).first.locator("td, th"))
        assert 0 <= heads[0] < heads[1] < 100
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def lefts(cells: Locator) -> list[int]:
    found: list[int] = cells.evaluate_all(
        "cells => cells.map((cell) => Math.round(cell.getBoundingClientRect().left))"
    )
    return found


def test_marks_switches_and_tabs_are_large_enough(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}{VQA_RAD}", viewport=PHONE)
    sizes = page.locator("[role=tab], .switches label, .board:not([hidden]) button").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map((box) => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 23.9


def test_without_scripts_all_settings_and_notes_are_there(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}{TOY}", java_script_enabled=False)
    assert page.locator(".board:visible h2").all_inner_texts() == ["fine-tuned, test split", "zero-shot"]
    expect(page.locator(".switches")).to_be_hidden()
    page.get_by_role("link", name="Note 1").first.click()
    expect(page).to_have_url(re.compile("#fine-tuned_1$"))
    expect(page.locator("[id='fine-tuned_1']")).to_be_visible()


def test_print_shows_all_settings_and_no_tools(toy: Page) -> None:
    toy.emulate_media(media="print")
    assert toy.locator(".board:visible h2").all_inner_texts() == ["fine-tuned, test split", "zero-shot"]
    expect(toy.locator(".switches")).to_be_hidden()
    expect(toy.locator("nav.settings")).to_be_hidden()


def test_each_row_has_a_link_that_reports_an_error_in_it(open_page: Open, published: str) -> None:
    page = open_page(f"{published}{TOY}")
    links = board(page).get_by_role("link", name="Report an error in this row")
    expect(links).to_have_count(board(page).locator("tr[data-model]").count())
    box = links.first.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert "/issues/new?template=report-problem.yml" in (links.first.get_attribute("href") or "")
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(links.first).to_be_hidden()


def test_who_reports_a_row_is_in_sight_without_scrolling(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}{MIMIC_CXR}", viewport=PHONE)
    for row in ranked_rows(page).all()[:5]:
        box = row.locator(".source").bounding_box()
        assert box
        assert box["x"] + box["width"] <= PHONE["width"]
    head = board(page).locator(".leaderboard thead").bounding_box()
    assert head
    assert head["height"] <= 70


def test_a_metric_without_a_number_in_the_rows_shown_has_no_column(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}{MIMIC_CXR}?reported=others")
    heads = board(page).locator("thead th[data-metric]")
    assert heads.evaluate_all("all => all.filter((one) => one.hidden).length") > 0
    page.get_by_role("radio", name="all").check()
    assert heads.evaluate_all("all => all.filter((one) => one.hidden).length") == 0
