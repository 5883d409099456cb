"""Background and adjacent work on the browse page: off at first, shown where the reader asks for it."""

from collections.abc import Callable, Iterable

from playwright.sync_api import Locator, Page, expect

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.views.groups import list_groups
from generator.views.order import sort_newest_first
from generator.views.scopes import find_scope, sort_core_first
from tests.browser.accessibility import violations
from tests.browser.addresses import expect_address
from tests.browser.browsing import entries_text, expect_entries, ids, search_for, wait_for_results

ALSO_SHOW = "#browse-scopes"
MORE = "#browse-more"


def adjacent_box(page: Page) -> Locator:
    return page.get_by_role("group", name="Also show").get_by_label("Adjacent")


def expect_mixed(page: Page, catalog: Catalog, entries: Iterable[Entry]) -> None:
    """As `expect_entries`, where core work comes first among entries of one date."""
    expected = sorted(
        sort_core_first(sort_newest_first(entries), catalog), key=lambda entry: entry.date or "", reverse=True
    )
    expect(page.locator("#browse-count")).to_have_text(entries_text(len(expected)))
    wait_for_results(page)
    assert ids(page) == [entry.id for entry in expected[:RESULTS_PER_PAGE]]


def test_core_work_is_shown_at_first_and_the_address_keeps_what_is_added(
    browse: Callable[..., Page], real: Catalog, core: Catalog
) -> None:
    page = browse()
    expect(page.locator("#browse-count")).to_have_text(entries_text(len(core.entries)))
    expect(page.locator(MORE)).to_be_hidden()
    adjacent = adjacent_box(page)
    adjacent.check()
    expect_mixed(page, real, [entry for entry in real if find_scope(entry, real) != "background"])
    expect_address(page, "?scope=adjacent")
    page.get_by_role("group", name="Also show").get_by_label("Background").check()
    expect_mixed(page, real, real)
    expect_address(page, "?scope=all")
    page.reload()
    expect_mixed(page, real, real)
    expect(adjacent).to_be_checked()
    page.go_back()
    page.go_back()
    expect_entries(page, core)


def test_a_search_says_how_many_more_there_are_and_shows_them(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse()
    name = next(entry.title for entry in real if find_scope(entry, real) == "adjacent")
    search_for(page, name)
    expect(page.locator(MORE)).to_contain_text("more in adjacent work: Show them")
    expect(page.locator("#browse-status")).to_contain_text("more in adjacent work")
    page.get_by_role("button", name="Show them").press("Enter")  # suggestions may cover it
    wait_for_results(page)
    expect(page.locator(MORE)).to_be_hidden()
    expect(adjacent_box(page)).to_be_focused()
    expect(page.locator("#browse-cards .scope").first).to_have_text("Adjacent")
    expect_address(page, "&scope=adjacent")


def test_the_counts_beside_the_boxes_are_those_of_the_search(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse()
    counts = page.locator(f"{ALSO_SHOW} .facet-count")
    at_first = counts.all_inner_texts()
    search_for(page, next(entry.title for entry in real if find_scope(entry, real) == "adjacent"))
    expect(counts).to_have_text(["0", "1"])
    page.get_by_role("heading", level=1).click()  # closes the suggestions, which may cover the box
    adjacent_box(page).check()
    expect(counts).to_have_text(["0", "1"])
    adjacent_box(page).uncheck()
    search_for(page, "")
    expect(counts).to_have_text(at_first)


def test_clear_all_keeps_what_is_shown_beside_core_work(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?task=segmentation&scope=all")
    (group,) = [group for group in list_groups(real, "task") if group.slug == "segmentation"]
    expect_mixed(page, real, group.all_entries)
    page.get_by_role("button", name="Clear all").click()
    expect_mixed(page, real, real)
    expect_address(page, "/browse/?scope=all")


def test_the_section_of_adjacent_work_leads_to_its_search(
    open_page: Callable[..., Page], real_url: str, real: Catalog
) -> None:
    page = open_page(f"{real_url}/section/adjacent/")
    page.get_by_role("link", name="search it").click()
    wait_for_results(page)
    expect_entries(page, [entry for entry in real if find_scope(entry, real) == "adjacent"])
    assert all(find_scope(real.entries[id_], real) == "adjacent" for id_ in ids(page))


def test_the_control_is_accessible(open_page: Callable[..., Page], made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/browse/?q=training&scope=background")
    wait_for_results(page)
    expect(page.locator(ALSO_SHOW)).to_be_visible()
    expect(page.locator(MORE)).to_be_visible()
    assert violations(page, within=f"{ALSO_SHOW}, {MORE}") == []
