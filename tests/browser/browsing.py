"""What tests of the browse page share: read its entries, and compare them with the catalog."""

from collections.abc import Iterable

from playwright.sync_api import Locator, Page, expect

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.views.groups import list_groups
from generator.views.order import sort_newest_first

SEARCH = "#browse-q"


def ids(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "#browse-cards .card-title > a", "links => links.map((link) => link.href.split('/').at(-2))"
    )
    return found


def expect_entries(page: Page, entries: Iterable[Entry]) -> None:
    """Wait for the count, then compare the first page: newest first."""
    expected = sort_newest_first(entries)
    expect(page.locator("#browse-count")).to_have_text(entries_text(len(expected)))
    wait_for_results(page)
    assert ids(page) == [entry.id for entry in expected[:RESULTS_PER_PAGE]]


def entries_text(number: int) -> str:
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def ids_of_term(catalog: Catalog, facet: str, term: str) -> set[str]:
    return {
        entry.id for group in list_groups(catalog, facet) if group.slug == term for entry in group.entries
    }


def entries_by_id(catalog: Catalog, chosen: set[str]) -> list[Entry]:
    return [catalog.entries[id_] for id_ in chosen]


def facet_box(page: Page, facet: str, term: str) -> Locator:
    return page.locator(f'#browse-facets input[name="{facet}"][value="{term}"]')


def exclude_button(page: Page, label: str) -> Locator:
    return page.locator("#browse-facets").get_by_role("button", name=f"Exclude {label}", exact=True)


def search_for(page: Page, text: str) -> None:
    page.locator(SEARCH).fill(text)


def close_suggestions(page: Page) -> None:
    """Leave the search: suggestions may cover what a test clicks on, if they come before the click."""
    page.locator(SEARCH).blur()


def wait_for_results(page: Page) -> None:
    """Wait until the results of the last step are there."""
    expect(page.locator("#browse-results")).not_to_have_attribute("aria-busy", "true")
