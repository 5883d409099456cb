"""Exports and citations of what is chosen on the browse page."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data.bibtex import stream_bibtex
from generator.outputs.data.csv_data import stream_entries_csv
from generator.outputs.data.ris import stream_ris
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.views.order import sort_newest_first
from tests.browser.browsing import (
    entries_by_id,
    expect_entries,
    ids,
    ids_of_term,
    search_for,
    wait_for_results,
)


def exported(page: Page, label: str) -> str:
    menu = page.locator("#browse-export")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with page.expect_download() as download:
        menu.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes().decode("utf-8")


def check_exports(page: Page, entries: list[Entry], catalog: Catalog) -> None:
    assert exported(page, "BibTeX") == "".join(stream_bibtex(entries, catalog))
    assert exported(page, "RIS") == "".join(stream_ris(entries, catalog))
    assert exported(page, "CSV") == "".join(stream_entries_csv(entries, catalog))
    document = json.loads(exported(page, "JSON"))
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
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("LLaVA-Med")
    second = ids(page)[0]
    page.get_by_role("checkbox", name="Select").first.check()
    page.reload()
    expect(page.locator("#browse-export summary")).to_have_text("Export (2 selected)")
    page.locator("#browse-export summary").click()
    page.get_by_label("Selection (2)").check()
    check_exports(page, [real.entries[first], real.entries[second]], real)
    page.get_by_role("button", name="Clear the selection").click()
    expect(page.locator("#browse-export summary")).to_have_text("Export")
    expect(page.locator(".card-box:checked")).to_have_count(0)


def test_the_citation_of_one_entry_is_copied(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?q=MedCLIP", permissions=["clipboard-read", "clipboard-write"])
    wait_for_results(page)
    page.get_by_role("button", name="Copy BibTeX").first.click()
    expect(page.locator("#browse-status")).to_have_text("BibTeX copied")
    assert page.evaluate("navigator.clipboard.readText()") == "".join(
        stream_bibtex([real.entries[ids(page)[0]]], real)
    )


# Ways of using it
