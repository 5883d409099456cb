"""The browse page in a real browser, on the list itself; what is expected comes from the catalogue."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from generator import views
from generator.catalog import Catalog
from generator.load import load
from generator.model import Entry
from generator.outputs.data.bibtex import bibtex
from generator.outputs.data.ris import ris
from generator.outputs.data.table import table
from generator.text import fold
from tests.browser.built import PROJECT
from tests.browser.conftest import DESKTOP, PHONE, Open, violations

SEARCH = "#browse-q"
NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def real() -> Catalog:
    return load(PROJECT).catalog


@pytest.fixture
def browse(open_page: Open, real_url: str) -> Callable[..., Page]:
    """Open the browse page at a state."""

    def browse(search: str = "", **options: object) -> Page:
        return open_page(f"{real_url}/browse/{search}", **options)

    return browse


def ids(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "#browse-cards .card-title a", "links => links.map((link) => link.href.split('/').at(-2))"
    )
    return found


def shows(page: Page, entries: Iterable[Entry]) -> None:
    """Wait for the count, then compare the first page: newest first."""
    expected = views.by_date(entries)
    expect(page.locator("#browse-count")).to_have_text(entries_text(len(expected)))
    settled(page)
    assert ids(page) == [entry.id for entry in expected[:50]]


def entries_text(number: int) -> str:
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def members(catalog: Catalog, facet: str, term: str) -> set[str]:
    return {
        entry.id for group in views.groups(catalog, facet) if group.slug == term for entry in group.entries
    }


def pick(catalog: Catalog, chosen: set[str]) -> list[Entry]:
    return [catalog.entries[id_] for id_ in chosen]


def box(page: Page, facet: str, term: str) -> Locator:
    return page.locator(f'#browse-facets input[name="{facet}"][value="{term}"]')


def query(page: Page, text: str) -> None:
    page.locator(SEARCH).fill(text)


def settled(page: Page) -> None:
    """Wait until the results of the last step are there."""
    expect(page.locator("#browse-results")).not_to_have_attribute("aria-busy", "true")


# Search


@pytest.mark.parametrize("name", ["LLaVA-Med", "llava med", "Med-PaLM M", "MedCLIP", "BiomedCLIP", "PMC-VQA"])
def test_a_name_is_found_whole_and_first(browse: Callable[..., Page], real: Catalog, name: str) -> None:
    page = browse()
    query(page, name)
    expected = real.ids_by_name[fold(name).replace("-", "").replace(" ", "")]
    expect(page.locator("#browse-cards .card-title a").first).to_have_attribute(
        "href", f"../papers/{expected}/"
    )


def test_an_acronym_finds_what_holds_it(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?q=CXR")
    settled(page)
    holding = {
        entry.id
        for entry in real
        if "cxr" in fold(f"{entry.title} {entry.name} {' '.join(entry.aliases)} {' '.join(entry.keywords)}")
    }
    assert len(holding) > 3
    shown = page.locator("#browse-count").inner_text()
    assert int(shown.split()[0]) >= len(holding)
    assert set(ids(page)[:3]) <= holding


def test_authors_are_found_with_and_without_accents(browse: Callable[..., Page], real: Catalog) -> None:
    name = next(
        word
        for entry in real
        for author in entry.authors
        for word in author.split()
        if fold(word) != word.lower()
    )
    page = browse()
    found = []
    for text in (name, fold(name)):
        query(page, text)
        settled(page)
        found.append(ids(page))
    assert found[0] == found[1] != []


def test_a_typo_in_a_long_word_finds_words_like_it(browse: Callable[..., Page]) -> None:
    page = browse()
    query(page, "sgementation")
    expect(page.locator("#browse-note")).to_contain_text("similar words")
    expect(page.locator("#browse-cards")).to_contain_text("egmentation")


def test_an_identifier_finds_its_entry_with_or_without_its_address(
    browse: Callable[..., Page], real: Catalog
) -> None:
    entry = next(entry for entry in real if entry.arxiv and entry.doi)
    page = browse()
    for text in (
        entry.arxiv,
        f"https://arxiv.org/abs/{entry.arxiv}v1",
        f"https://arxiv.org/pdf/{entry.arxiv}",
        entry.doi,
        f"https://doi.org/{entry.doi}",
    ):
        query(page, "")
        shows(page, real)
        query(page, str(text))
        shows(page, [entry])


def test_what_a_term_is_called_finds_its_entries(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?q=cxr")
    settled(page)
    shown = int(page.locator("#browse-count").inner_text().split()[0])
    assert shown >= len(members(real, "modality", "chest-xray"))


def test_a_worker_that_cannot_be_had_is_said_and_started_again(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/", faulty=True)
    page.route("**/browse-worker.js", lambda route: route.abort())
    page.goto(f"{real_url}/browse/?q=MedCLIP")
    expect(page.locator("#browse-note")).to_contain_text("could not be fetched")
    expect(page.locator("#browse-note")).to_be_visible()
    page.unroute("**/browse-worker.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#browse-cards .card-title a").first).to_contain_text("MedCLIP")


def test_an_address_that_asks_for_something_shows_no_other_entries_first(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/models/")
    page.route("**/browse/data/**", lambda route: None)  # it never comes
    page.goto(f"{real_url}/browse/?task=vqa", wait_until="load")
    results = page.locator("#browse-results")
    assert results.evaluate("element => getComputedStyle(element).visibility") == "hidden"
    page.unroute("**/browse/data/**")
    page.reload()
    expect(results).to_be_visible()
    page.goto(f"{real_url}/browse/?unknown=1")
    expect(results).to_be_visible()
    expect(page.locator(".card-tools")).to_have_count(50)


# Facets


def test_terms_widen_facets_narrow_and_parents_find_children(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse()
    xray, vqa = members(real, "modality", "xray"), members(real, "task", "vqa")
    report = members(real, "task", "report-generation")
    assert members(real, "modality", "chest-xray") < xray
    box(page, "modality", "xray").check()
    shows(page, pick(real, xray))
    box(page, "task", "vqa").check()
    shows(page, pick(real, xray & vqa))
    box(page, "task", "report-generation").check()
    shows(page, pick(real, xray & (vqa | report)))
    page.get_by_label("Code", exact=False).first.check()
    shows(page, [entry for entry in pick(real, xray & (vqa | report)) if entry.links.code])


def test_a_term_is_included_then_excluded_then_let_go(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse()
    ct = members(real, "modality", "ct")
    control = box(page, "modality", "ct")
    control.click()
    shows(page, pick(real, ct))
    control.click()
    shows(page, pick(real, set(real.entries) - ct))
    expect(control).not_to_be_checked()
    expect(page.locator("#browse-facets .is-excluded")).to_contain_text("not CT")
    assert page.url.endswith("?-modality=ct")
    control.click()
    shows(page, real)


def test_counts_are_right_for_the_selection(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?modality=xray&code=1&year=2020-")
    xray = members(real, "modality", "xray")
    base = {entry.id for entry in real if entry.links.code and (entry.year or 0) >= 2020}
    shows(page, pick(real, base & xray))
    counts: dict[str, int] = page.eval_on_selector_all(
        "#browse-facets li:has(.facet-count)",
        """items => Object.fromEntries(items.map((item) => {
             const { name, value } = item.querySelector("input");
             return [`${name} ${value}`, Number(item.querySelector(".facet-count").textContent)];
           }))""",
    )
    for group in views.groups(real, "task"):
        assert counts[f"task {group.slug}"] == len(members(real, "task", group.slug) & base & xray), (
            group.slug
        )
    for group in views.groups(real, "modality"):
        assert counts[f"modality {group.slug}"] == len(members(real, "modality", group.slug) & base), (
            group.slug
        )


def test_a_long_facet_unfolds_and_finds_a_term(browse: Callable[..., Page]) -> None:
    page = browse()
    facet = page.locator('details[data-facet="task"]')
    visible = facet.locator("li:visible")
    expect(visible).to_have_count(8)
    facet.get_by_role("button", name="Show all").click()
    assert visible.count() > 8
    facet.get_by_role("button", name="Show fewer").click()
    facet.get_by_label("Find in Task").fill("question")
    expect(visible.first).to_contain_text("question")
    facet.get_by_label("Find in Task").press("Escape")
    expect(visible).to_have_count(8)


def test_sections_and_authors_filter_by_address(browse: Callable[..., Page], real: Catalog) -> None:
    entry = next(entry for entry in real if entry.authors)
    author = views.author_slug(entry.authors[0])
    page = browse(f"?author={author}")
    shows(page, pick(real, members(real, "author", author)))
    expect(page.locator("#browse-chips")).to_contain_text(f"Author: {entry.authors[0]}")
    page = browse("?section=surveys")
    shows(page, pick(real, members(real, "section", "surveys")))
    expect(page.locator('details[data-facet="section"]')).to_be_visible()


def test_sorting(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse()
    sort = page.get_by_label("Sort")
    sort.select_option("title")
    expect(page.locator("#browse-cards .card-title a").first).to_have_text(
        min((entry.title for entry in real), key=fold)
    )
    sort.select_option("oldest")
    oldest = min(entry.date for entry in real if entry.date)
    expect(page.locator("#browse-cards time").first).to_have_text(oldest)
    assert page.url.endswith("?sort=oldest")


# State


def test_the_state_is_in_the_address_and_back_and_forward_follow_it(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse()
    vqa = members(real, "task", "vqa")
    ct = members(real, "modality", "ct")
    box(page, "task", "vqa").check()
    shows(page, pick(real, vqa))
    box(page, "modality", "ct").check()
    shows(page, pick(real, vqa & ct))
    assert page.url.endswith("?task=vqa&modality=ct")
    page.go_back()
    shows(page, pick(real, vqa))
    expect(box(page, "modality", "ct")).not_to_be_checked()
    page.go_back()
    shows(page, real)
    page.go_forward()
    page.go_forward()
    shows(page, pick(real, vqa & ct))
    page.reload()
    shows(page, pick(real, vqa & ct))
    expect(box(page, "task", "vqa")).to_be_checked()


def test_a_whole_state_is_restored_and_shown(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse("?q=image&task=vqa&-modality=ct&year=2022-2024&code=1&sort=newest")
    settled(page)
    expect(page.locator(SEARCH)).to_have_value("image")
    expect(page.locator("#browse-from")).to_have_value("2022")
    expect(page.get_by_label("Sort")).to_have_value("newest")
    chips = page.locator("#browse-chips button")
    expect(chips).to_have_text(["“image” ×", "Year: 2022–2024 ×", "Task: Visual question answering ×",
                                "Modality: not CT ×", "Available: Code ×", "Clear all"])  # fmt: skip


def test_chips_take_filters_away_and_one_button_clears_all(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse("?task=vqa&modality=ct&q=image")
    page.get_by_role("button", name="Remove filter: Modality: CT").click()
    page.get_by_role("button", name="Remove filter: “image”").click()
    shows(page, pick(real, members(real, "task", "vqa")))
    expect(page.get_by_role("button", name="Clear all")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    shows(page, real)
    expect(page.locator("#browse-chips")).to_be_hidden()
    expect(page.locator(SEARCH)).to_be_focused()
    assert page.url.endswith("/browse/")


def test_pages_are_links_that_show_the_next_fifty(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse()
    link = page.get_by_role("link", name="Page 2")
    expect(link).to_have_attribute("href", "/browse/?page=2")
    link.click()
    expect(page.locator("#browse-count")).to_be_focused()
    assert ids(page) == [entry.id for entry in views.by_date(real)[50:100]]
    expect(page.locator("#browse-pages [aria-current=page]")).to_have_text("2")
    page.go_back()
    assert page.url.endswith("/browse/")
    expect(page.locator("#browse-pages [aria-current=page]")).to_have_text("1")
    shows(page, real)


def test_a_term_of_a_card_filters_in_place(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse()
    term = page.locator("#browse-cards a.term").first
    _, facet, slug, _ = str(term.evaluate("link => link.pathname")).split("/")
    term.click()
    shows(page, pick(real, members(real, facet, slug)))
    assert page.url.endswith(f"/browse/?{facet}={slug}")


def test_cards_made_by_scripts_are_those_of_the_generator(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse()
    read = "list => list.innerHTML.replace(/\\s+/g, ' ').replace(/ (?=<)|(?<=>) /g, '')"
    expect(page.locator(".card-tools")).to_have_count(50)
    before = page.eval_on_selector("#browse-cards .cards", read)
    box(page, "task", "vqa").check()
    shows(page, pick(real, members(real, "task", "vqa")))
    page.get_by_role("button", name="Clear all").click()
    shows(page, real)
    assert page.eval_on_selector("#browse-cards .cards", read) == before


# Taking away


def exported(page: Page, label: str) -> str:
    menu = page.locator("#browse-export")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with page.expect_download() as download:
        menu.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes().decode("utf-8")


def check_exports(page: Page, entries: list[Entry], catalog: Catalog) -> None:
    assert exported(page, "BibTeX") == bibtex(entries, catalog)
    assert exported(page, "RIS") == ris(entries, catalog)
    assert exported(page, "CSV") == table(entries, catalog)
    document = json.loads(exported(page, "JSON"))
    assert [entry["id"] for entry in document["entries"]] == [entry.id for entry in entries]
    assert document["version"]


def test_exactly_what_is_filtered_is_exported_whatever_the_page(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse("?task=classification&sort=newest")
    expected = views.by_date(pick(real, members(real, "task", "classification")))
    assert len(expected) > 50
    shows(page, expected)
    check_exports(page, expected, real)


def test_a_selection_is_exported_across_searches_and_kept_over_a_reload(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse("?q=MedCLIP")
    settled(page)
    first = ids(page)[0]
    page.get_by_role("checkbox", name="Select").first.check()
    query(page, "LLaVA-Med")
    expect(page.locator("#browse-cards .card-title a").first).to_contain_text("LLaVA-Med")
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
    settled(page)
    page.get_by_role("button", name="Copy BibTeX").first.click()
    expect(page.locator("#browse-status")).to_have_text("BibTeX copied")
    assert page.evaluate("navigator.clipboard.readText()") == bibtex([real.entries[ids(page)[0]]], real)


# Ways of using it


def test_by_keyboard_alone(browse: Callable[..., Page], real: Catalog) -> None:
    page = browse()
    page.keyboard.press("/")
    expect(page.locator(SEARCH)).to_be_focused()
    page.keyboard.type("LLaVA-Med")
    expect(page.locator("#browse-cards .card-title a").first).to_contain_text("LLaVA-Med")
    page.keyboard.press("Escape")
    shows(page, real)
    expect(page.locator(SEARCH)).to_be_focused()
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("name", "code")
    page.keyboard.press("Space")
    shows(page, [entry for entry in real if entry.links.code])
    expect(focused).to_have_attribute("name", "code")
    page.keyboard.press("Space")
    shows(page, [entry for entry in real if not entry.links.code])
    outline = focused.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline != "none"


def test_changes_are_told_in_one_status_region_that_is_empty_at_first(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse()
    status = page.get_by_role("status")
    expect(status).to_have_count(1)
    expect(status).to_be_empty()
    box(page, "task", "vqa").check()
    expect(status).to_contain_text(entries_text(len(members(real, "task", "vqa"))))
    query(page, "zzzzzz")
    expect(status).to_have_text("No entry matches.")
    expect(page.locator("#browse-note")).to_contain_text("Take a filter away")


@pytest.mark.parametrize("viewport", [NARROW, PHONE], ids=["320 px", "390 px"])
def test_on_a_phone_the_filters_fold_and_nothing_is_cut_off(
    browse: Callable[..., Page], real: Catalog, viewport: dict[str, int]
) -> None:
    page = browse("?task=vqa&code=1", viewport=viewport, has_touch=True)
    shows(page, [entry for entry in pick(real, members(real, "task", "vqa")) if entry.links.code])
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    fold = page.get_by_role("button", name="Filters (2)")
    expect(page.locator("#browse-facets")).to_be_hidden()
    fold.tap()
    expect(fold).to_have_attribute("aria-expanded", "true")
    control = box(page, "task", "vqa")
    control.tap()
    control.tap()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    page.locator("#browse-done").tap()
    expect(page.locator("#browse-facets")).to_be_hidden()
    expect(page.locator("#browse-count")).to_be_focused()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_targets_are_24_pixels_at_least(browse: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = browse("?task=vqa", viewport=viewport)
    settled(page)
    if viewport is PHONE:
        page.locator("#browse-fold").click()
    page.locator("#browse-export summary").click()
    small = page.eval_on_selector_all(
        ".browse :is(label:has([type=checkbox], [type=radio]), button, select, summary, [type=search]),"
        ".browse :is(.chip, .term, .pages a)",
        """elements => elements.filter((element) => element.checkVisibility()).flatMap((element) => {
             const { width, height } = element.getBoundingClientRect();
             return width < 24 || height < 24 ? [`${element.outerHTML.slice(0, 90)} ${width} ${height}`] : [];
           })""",
    )
    assert small == []


def test_without_scripts_the_newest_stand_there_and_lists_reach_the_rest(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse(java_script_enabled=False)
    links = page.locator("#browse-cards .card-title a")
    expect(links).to_have_count(50)
    assert [str(link.get_attribute("href")).split("/")[-2] for link in links.all()] == [
        entry.id for entry in views.by_date(real)[:50]
    ]
    expect(page.locator("#browse-find")).to_be_hidden()
    expect(page.locator("#browse-facets")).to_be_hidden()
    for name in ("By section", "By task", "By modality", "By year", "By venue"):
        page.get_by_role("link", name=name).click()
        expect(page.locator("ul.index li").first).to_be_visible()
        page.go_back()


def test_the_search_in_the_header_leads_here(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/")
    page.locator(".md-header").get_by_role("searchbox", name="Search from any page").fill("LLaVA-Med")
    page.keyboard.press("Enter")
    expect(page.locator("#browse-cards .card-title a").first).to_contain_text("LLaVA-Med")
    assert page.url.endswith("/browse/?q=LLaVA-Med")
    page = open_page(f"{real_url}/papers/", viewport=PHONE, faulty=True)
    page.goto(f"{real_url}/models/")
    page.locator(".md-header .site-search-link").click()
    expect(page.locator(SEARCH)).to_be_visible()


def test_data_that_cannot_be_fetched_is_said_and_tried_again(
    open_page: Open, real_url: str, real: Catalog
) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True)
    page.route("**/browse/data/*.json", lambda route: route.fulfill(status=503))
    query(page, "MedCLIP")
    expect(page.locator("#browse-note")).to_contain_text("could not be fetched")
    page.unroute("**/browse/data/*.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#browse-cards .card-title a").first).to_contain_text("MedCLIP")
    expect(page.locator("#browse-note")).to_be_hidden()


def test_the_first_screen_fetches_no_entries_and_little_else(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/models/")
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers["content-length"])}))
    page.goto(f"{real_url}/browse/", wait_until="networkidle")
    assert not [url for url in sizes if "/data/" in url]
    assert sum(sizes.values()) < 100_000  # of which the theme takes 60,000
    with page.expect_response("**/browse/data/*.json"):
        page.locator(SEARCH).focus()


def test_a_key_makes_as_much_of_a_page_whatever_it_finds(open_page: Open, real_url: str) -> None:
    """The cards of one page and changed numbers, never the list."""
    page = open_page(f"{real_url}/browse/?q=zzzz")
    settled(page)
    page.evaluate(
        """() => {
             globalThis.made = 0;
             new MutationObserver((records) => {
               for (const { addedNodes } of records) {
                 for (const node of addedNodes) made += (node.querySelectorAll?.("*").length ?? 0) + 1;
               }
             }).observe(document.querySelector(".browse"), { childList: true, subtree: true });
           }"""
    )
    query(page, "m")
    settled(page)
    cards = page.locator("#browse-cards .card")
    expect(cards).to_have_count(50)
    inside = page.eval_on_selector("#browse-cards", "element => element.querySelectorAll('*').length")
    counts = page.locator(".facet-count").count()
    assert page.evaluate("made") <= inside + counts + 100  # chips and links to pages


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("search", ["", "?q=image&task=vqa&-modality=ct&page=1", "?q=zzzzzz"])
def test_axe_finds_nothing(
    browse: Callable[..., Page], viewport: dict[str, int], scheme: str, search: str
) -> None:
    page = browse(search, viewport=viewport, color_scheme=scheme)
    if search:
        settled(page)
    if viewport is PHONE:
        page.locator("#browse-fold").click()
    page.locator("#browse-export summary").click()
    assert violations(page) == []
