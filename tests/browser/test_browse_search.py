"""Searching on the browse page, in a real browser, on the list itself."""

from collections.abc import Callable
from urllib.parse import quote

from playwright.sync_api import Page, expect

from generator.catalog.catalog import Catalog
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.text import fold
from tests.browser.addresses import expect_address
from tests.browser.browsing import (
    SEARCH,
    entries_by_id,
    entries_text,
    expect_entries,
    facet_box,
    ids,
    ids_of_term,
    search_for,
    wait_for_results,
)
from tests.browser.conftest import Open


def test_a_name_is_found_whole_and_first(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    first = page.locator("#browse-cards .card-title > a").first
    for name in ("LLaVA-Med", "Med-PaLM M", "llava med", "MedCLIP", "BiomedCLIP", "PMC-VQA"):
        search_for(page, name)
        expected = core.ids_by_name[fold(name).replace("-", "").replace(" ", "")]
        expect(first).to_have_attribute("href", f"../papers/{expected}/")


def test_an_acronym_finds_what_holds_it(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?q=CXR")
    wait_for_results(page)
    holding = {
        entry.id
        for entry in core
        if "cxr" in fold(f"{entry.title} {entry.name} {' '.join(entry.aliases)} {' '.join(entry.keywords)}")
    }
    assert len(holding) > 3
    shown = page.locator("#browse-count").inner_text()
    assert int(shown.split()[0]) >= len(holding)
    assert set(ids(page)[:3]) <= holding


def test_authors_are_found_with_and_without_accents(browse: Callable[..., Page], core: Catalog) -> None:
    name = next(
        word
        for entry in core
        for author in entry.authors
        for word in author.split()
        if fold(word) != word.lower()
    )
    page = browse()
    found = []
    for text in (name, fold(name)):
        search_for(page, text)
        wait_for_results(page)
        found.append(ids(page))
    assert found[0] == found[1] != []


def test_a_typo_in_a_long_word_finds_words_like_it(browse: Callable[..., Page]) -> None:
    page = browse()
    search_for(page, "sgementation")
    expect(page.locator("#browse-note")).to_contain_text("similar words")
    expect(page.locator("#browse-cards")).to_contain_text("egmentation")


def test_an_identifier_finds_its_entry_with_or_without_its_address(
    browse: Callable[..., Page], core: Catalog
) -> None:
    entry = next(entry for entry in core if entry.arxiv and entry.doi)
    page = browse()
    for text in (
        entry.arxiv,
        f"https://arxiv.org/abs/{entry.arxiv}v1",
        f"https://arxiv.org/pdf/{entry.arxiv}",
        entry.doi,
        f"https://doi.org/{entry.doi}",
    ):
        search_for(page, "")
        expect_entries(page, core)
        search_for(page, str(text))
        expect_entries(page, [entry])


def test_escape_while_a_letter_is_composed_belongs_to_the_input_method(browse: Callable[..., Page]) -> None:
    page = browse("?q=MedCLIP")
    wait_for_results(page)
    box = page.locator(SEARCH)
    box.dispatch_event("keydown", {"key": "Escape", "isComposing": True})
    expect(box).to_have_value("MedCLIP")
    box.dispatch_event("keydown", {"key": "Escape"})
    expect(box).to_have_value("")


def test_the_same_in_a_box_that_finds_terms(browse: Callable[..., Page]) -> None:
    box = browse().locator("[data-facet=task] .facet-box")
    box.fill("report")
    expect(box.page.locator(".facet.is-searched")).to_have_count(1)  # its script is there
    box.dispatch_event("keydown", {"key": "Escape", "isComposing": True})
    expect(box).to_have_value("report")
    box.dispatch_event("keydown", {"key": "Escape"})
    expect(box).to_have_value("")


def test_the_names_of_a_term_find_its_entries(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?q=cxr")
    wait_for_results(page)
    shown = int(page.locator("#browse-count").inner_text().split()[0])
    assert shown >= len(ids_of_term(core, "modality", "chest-xray"))


def test_a_worker_that_cannot_load_is_reported_and_started_again(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/", faulty=True)
    page.route("**/browse-worker.js", lambda route: route.abort())
    page.goto(f"{real_url}/browse/?q=MedCLIP")
    expect(page.locator("#browse-failure")).to_contain_text("could not be loaded")
    expect(page.locator("#browse-failure")).to_be_visible()
    page.unroute("**/browse-worker.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#browse-cards .card-title > a").first).to_contain_text("MedCLIP")


def test_an_address_that_asks_for_something_shows_no_other_entries_first(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/task/")
    page.route("**/browse/data/**", lambda route: None)  # it never comes
    page.goto(f"{real_url}/browse/?task=vqa", wait_until="load")
    cards = page.locator("#browse-cards")
    assert cards.evaluate("element => getComputedStyle(element).visibility") == "hidden"
    page.unroute("**/browse/data/**")
    page.reload()
    expect(cards).to_be_visible()
    # With all files kept, the script of the page may run before the one in the head.
    assert [worker.url for worker in page.workers] == [f"{real_url}/assets/browse-worker.js"]
    page.goto(f"{real_url}/browse/?unknown=1")
    expect(cards).to_be_visible()
    expect(page.locator(".card-tools")).to_have_count(RESULTS_PER_PAGE)


def test_a_text_without_a_word_is_no_search_and_the_page_says_so(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    name, newest = page.title(), ids(page)
    not_searched = page.get_by_text("Not searched")
    expect(not_searched).to_be_hidden()
    for text in ("???", "-", "…"):
        search_for(page, text)
        expect(not_searched).to_be_visible()
        expect(page.locator("#browse-count")).to_have_text(entries_text(len(core.entries)))
        expect(page.locator("#browse-chips")).to_be_hidden()
        expect(page.locator("#browse-sort")).to_have_value("newest")
        assert (page.title(), ids(page)) == (name, newest)
        expect_address(page, f"/browse/?q={quote(text)}")
    page.reload()
    expect(not_searched).to_be_visible()
    expect(page.locator("#browse-count")).to_have_text(entries_text(len(core.entries)))
    assert (page.title(), ids(page)) == (name, newest)
    facet_box(page, "task", "vqa").check()
    expect(page.locator(".browse-chip")).to_have_count(1)
    expect_entries(page, entries_by_id(core, ids_of_term(core, "task", "vqa")))
    expect(not_searched).to_be_visible()
    search_for(page, f"{text} clip")
    expect(not_searched).to_be_hidden()
    expect(page.locator(".browse-chip")).to_have_count(2)


def test_a_blank_text_needs_no_explanation(browse: Callable[..., Page]) -> None:
    page = browse()
    not_searched = page.get_by_text("Not searched")
    search_for(page, " ?")
    expect(not_searched).to_be_visible()
    search_for(page, " ")
    expect(not_searched).to_be_hidden()
