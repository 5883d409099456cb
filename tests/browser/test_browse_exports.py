"""Exports and citations of what is chosen on the browse page."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Download, Page, expect

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data.bibtex import stream_bibtex
from generator.outputs.data.csv_data import stream_entries_csv
from generator.outputs.data.ris import stream_ris
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.views.order import sort_newest_first
from tests.browser.browsing import (
    close_suggestions,
    entries_by_id,
    expect_entries,
    ids,
    ids_of_term,
    search_for,
    wait_for_results,
)

MENU = "#browse-export"
BAR = ".take-bar"


def saved(page: Page, label: str, menu: str) -> Download:
    """The file that a button of a menu saves, which the menu then names."""
    found = page.locator(menu)
    if found.get_attribute("open") is None:
        found.locator("summary").click()
    with page.expect_download() as download:
        found.get_by_role("button", name=label, exact=True).click()
    expect(found.locator(".take-saved")).to_contain_text(f"saved as {download.value.suggested_filename}")
    return download.value


def exported(page: Page, label: str, menu: str) -> str:
    return Path(saved(page, label, menu).path()).read_bytes().decode("utf-8")


def check_exports(page: Page, entries: list[Entry], catalog: Catalog, menu: str = MENU) -> None:
    assert exported(page, "BibTeX", menu) == "".join(stream_bibtex(entries, catalog))
    assert exported(page, "RIS", menu) == "".join(stream_ris(entries, catalog))
    assert exported(page, "CSV", menu) == "".join(stream_entries_csv(entries, catalog))
    document = json.loads(exported(page, "JSON", menu))
    assert [entry["id"] for entry in document["entries"]] == [entry.id for entry in entries]
    assert document["version"]


def test_exactly_the_filtered_entries_are_exported_on_any_page(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse("?task=classification&sort=newest")
    expected = sort_newest_first(entries_by_id(real, ids_of_term(real, "task", "classification")))
    assert len(expected) > RESULTS_PER_PAGE
    expect_entries(page, expected)
    check_exports(page, expected, real)


def test_a_selection_is_exported_across_searches_and_survives_a_reload(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse("?q=MedCLIP")
    wait_for_results(page)
    first = ids(page)[0]
    page.get_by_role("checkbox", name="Select").first.check()
    search_for(page, "LLaVA-Med")
    close_suggestions(page)
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("LLaVA-Med")
    second = ids(page)[0]
    page.get_by_role("checkbox", name="Select").first.check()
    page.reload()
    bar = page.locator(BAR)
    expect(bar).to_contain_text("2 selected")
    expect(bar).to_be_in_viewport()
    check_exports(page, [real.entries[first], real.entries[second]], real, f"{BAR} .browse-export")
    bar.get_by_role("button", name="Clear").click()
    expect(bar).to_be_hidden()
    expect(page.locator(".card-box:checked")).to_have_count(0)


def test_a_page_that_the_reader_comes_back_to_has_the_latest_selection(browse: Callable[..., Page]) -> None:
    """Back and forward show a page as it was left; a browser that is driven by a test loads it again."""

    def come_back(*selected: str) -> None:
        page.evaluate("ids => sessionStorage.setItem('browse-selection', JSON.stringify(ids))", selected)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    page = browse("?q=MedCLIP")
    wait_for_results(page)
    boxes, bar, (_, second, third, *_) = (
        page.get_by_role("checkbox", name="Select"),
        page.locator(BAR),
        ids(page),
    )
    boxes.nth(0).check()
    come_back(second)
    expect(boxes.nth(1)).to_be_checked()
    expect(boxes.nth(0)).not_to_be_checked()
    boxes.nth(2).check()
    expect(bar).to_contain_text("2 selected")
    assert page.evaluate("JSON.parse(sessionStorage.getItem('browse-selection'))") == [second, third]
    come_back()
    expect(bar).to_be_hidden()
    expect(page.locator(".card-box:checked")).to_have_count(0)


def test_a_file_is_named_by_what_is_in_it(browse: Callable[..., Page]) -> None:
    page = browse("?task=vqa&year=2023&code=1")
    wait_for_results(page)
    assert saved(page, "BibTeX", MENU).suggested_filename == "medvlm-vqa-code-2023.bib"
    expect(page.locator("#browse-status")).to_contain_text("saved as medvlm-vqa-code-2023.bib")


def test_the_selection_is_listed_and_one_can_be_removed(browse: Callable[..., Page]) -> None:
    page = browse("?q=MedCLIP")
    wait_for_results(page)
    boxes = page.get_by_role("checkbox", name="Select")
    boxes.nth(0).check()
    boxes.nth(1).check()
    bar = page.locator(BAR)
    bar.locator(".take-chosen summary").click()
    expect(bar.get_by_role("listitem")).to_have_count(2)
    bar.get_by_role("button", name="Remove").first.click()
    expect(bar).to_contain_text("1 selected")
    expect(boxes.nth(0)).not_to_be_checked()
    expect(boxes.nth(1)).to_be_checked()


def test_selected_models_lead_to_their_comparison(browse: Callable[..., Page], core: Catalog) -> None:
    models = [entry for entry in core if entry.model and entry.name][:2]
    page = browse()
    for entry in models:
        search_for(page, entry.title)
        close_suggestions(page)
        page.get_by_role("checkbox", name=f"Select {entry.title}", exact=True).check()
    page.get_by_role("link", name="Compare 2 models").click()
    for entry in models:
        expect(page.locator("#comparison")).to_contain_text(entry.label)


def test_the_citation_of_one_entry_is_copied(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?q=MedCLIP", permissions=["clipboard-read", "clipboard-write"])
    wait_for_results(page)
    page.locator(".card-cite[value]:visible").first.click()
    expect(page.locator("#browse-status")).to_have_text("BibTeX copied")
    assert page.evaluate("navigator.clipboard.readText()") == "".join(
        stream_bibtex([real.entries[ids(page)[0]]], real)
    )
