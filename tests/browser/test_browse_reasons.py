"""What the browse page says about its results: why they match, what was meant, what to remove."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from generator.catalog.catalog import Catalog
from tests.browser.accessibility import violations
from tests.browser.browsing import entries_text, ids, ids_of_term, search_for, wait_for_results
from tests.browser.conftest import Open

WHY = "#browse-cards .card-why"


def test_an_entry_that_is_found_by_its_base_says_so_and_marks_the_word(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    search_for(page, "Qwen2.5-VL")
    reason = page.locator(WHY).filter(has_text="Base model: ").first
    expect(reason).to_contain_text("Qwen2.5-VL")
    expect(reason.locator("mark", has_text="Qwen2").first).to_be_visible()
    wait_for_results(page)
    based = {entry.id for entry in core if entry.model and "Qwen2.5-VL" in (entry.model.base or "")}
    assert based & set(ids(page))


def test_both_spellings_of_a_word_find_the_same_and_are_marked(browse: Callable[..., Page]) -> None:
    page = browse()
    found = []
    for text in ("brain tumor", "brain tumour"):
        search_for(page, text)
        expect(page.locator("#browse-cards mark").first).to_be_visible()
        wait_for_results(page)
        found.append(ids(page))
    assert found[0] == found[1] != []


def test_a_topic_and_a_year_find_the_works_of_that_year(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?q=report+generation+2024")
    wait_for_results(page)
    dated = {id_ for id_ in ids_of_term(core, "task", "report-generation") if core.entries[id_].year == 2024}
    assert int(page.locator("#browse-count").inner_text().split()[0]) >= len(dated) > 0


def test_the_list_without_a_search_has_no_marks_and_no_reasons(browse: Callable[..., Page]) -> None:
    page = browse("?code=1")
    wait_for_results(page)
    expect(page.locator(f"#browse-cards mark, {WHY}")).to_have_count(0)


def test_a_misspelled_word_is_corrected_by_one_click(browse: Callable[..., Page]) -> None:
    page = browse("?q=sgementation")
    expect(page.locator("#browse-note")).to_contain_text("Did you mean Segmentation?")
    page.get_by_role("button", name="Segmentation", exact=True).click()
    expect(page.locator("#browse-q")).to_have_value("segmentation")
    expect(page.locator("#browse-note")).to_be_hidden()
    expect(page.locator("#browse-count")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=segmentation$"))


def test_without_a_result_each_filter_that_can_be_removed_has_its_count(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse("?q=zzzzzz&task=vqa")
    note = page.locator("#browse-note")
    expect(note).to_contain_text("No results. Try one of these:")
    count = len(ids_of_term(core, "task", "vqa"))
    button = note.get_by_role("button")
    expect(button).to_have_text(f"Remove “zzzzzz” ({count:,} results)")
    button.press("Enter")
    expect(page.locator("#browse-count")).to_have_text(entries_text(count))
    expect(page.locator("#browse-count")).to_be_focused()
    expect(note).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "shown", "part"),
    [
        ("exemplar", WHY, "#browse-cards"),
        ("captoining", "#browse-note button", "#browse-note"),
        ("captioning+zzzzzz", "#browse-note li", "#browse-note"),
    ],
    ids=["reasons", "did you mean", "what to remove"],
)
def test_marks_reasons_and_offers_are_accessible(
    open_page: Open, made_up_url: str, query: str, shown: str, part: str
) -> None:
    page = open_page(f"{made_up_url}/browse/?q={query}")
    expect(page.locator(shown).first).to_be_visible()
    wait_for_results(page)
    assert violations(page, within=part) == []


def test_the_name_of_a_person_finds_that_person_and_marks_the_whole_name(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    search_for(page, "Bjorn Menze")
    wait_for_results(page)
    expect(page.locator("#browse-cards mark", has_text=re.compile(r"Menze$")).first).to_be_visible()
    works = {entry.id for entry in core if {"Bjoern Menze", "Björn Menze"} & set(entry.authors)}
    assert set(ids(page)) >= works != set()


def test_a_match_inside_a_word_is_said_to_be_one(browse: Callable[..., Page]) -> None:
    page = browse()
    search_for(page, "edclip")
    wait_for_results(page)
    expect(page.locator(WHY).first).to_contain_text("Only inside a word: ")
