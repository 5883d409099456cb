"""On paper a page has all of its content and nothing to click."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

PORTRAIT, LANDSCAPE = 695, 1040
"""The widths of a sheet of A4 between its margins, in pixels."""
PAGES = {
    "home": ("/", PORTRAIT),
    "browse": ("/browse/", PORTRAIT),
    "entry": ("/papers/wang2022medclip/", PORTRAIT),
    "models": ("/models/", LANDSCAPE),
    "results": ("/results/lau2018dataset/", PORTRAIT),
}
TOOLS = (
    ".md-header, .md-tabs, .md-footer, .site-search, form, input, select, .md-clipboard, .contents, .pages, "
    ".browse-side, .browse-export, .card-tools, .progress-hint"
)


def printed(open_page: Open, url: str, width: int) -> Page:
    """The page as it is printed from a dark screen."""
    page = open_page("about:blank", viewport={"width": width, "height": 900})
    page.emulate_media(color_scheme="dark")
    page.goto(url)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(("address", "width"), PAGES.values(), ids=PAGES)
def test_paper_has_no_tools(open_page: Open, real_url: str, address: str, width: int) -> None:
    page = printed(open_page, f"{real_url}{address}", width)
    shown = f"[...document.querySelectorAll('{TOOLS}')].filter(it => it.getClientRects().length)"
    assert page.evaluate(f"{shown}.map(it => it.outerHTML.slice(0, 80))") == []


@pytest.mark.parametrize("name", ["entry", "models", "results"])
def test_paper_has_every_row_and_column_of_a_table(open_page: Open, real_url: str, name: str) -> None:
    address, width = PAGES[name]
    page = printed(open_page, f"{real_url}{address}", width)
    assert page.locator("tbody tr").count() > 10
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".scroll")].flatMap((box) => {
             const { bottom } = box.getBoundingClientRect();
             return [...box.querySelectorAll("tr")].filter((row) => {
               const at = row.getBoundingClientRect();
               return !at.height || at.bottom > bottom + 2 || at.right > innerWidth + 2;
             });
           }).length"""
    )
    assert cut == 0


@pytest.mark.parametrize("name", ["models", "results"])
def test_nothing_beside_a_wide_table_takes_a_sheet_of_its_own(
    open_page: Open, real_url: str, name: str
) -> None:
    """A table may be on wide sheets, and what is before and after it on others."""
    address, width = PAGES[name]
    page = printed(open_page, f"{real_url}{address}", width)
    for part in ("::before", "::after"):
        shown = page.evaluate("part => getComputedStyle(document.querySelector('main'), part).display", part)
        assert shown == "none"


def test_paper_is_white_and_ink_is_dark_whatever_the_screen(open_page: Open, real_url: str) -> None:
    page = printed(open_page, f"{real_url}/", PORTRAIT)
    color = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(color) == "rgb(0, 0, 0)"


def test_what_is_folded_is_printed(open_page: Open, real_url: str) -> None:
    page = printed(open_page, f"{real_url}/papers/mimic-cxr/", PORTRAIT)
    folded = page.locator("#users ~ dl details:not([open]) a")
    assert folded.count() > 0
    assert folded.last.bounding_box()


def test_an_entry_on_paper_says_where_its_links_lead(open_page: Open, real_url: str) -> None:
    page = printed(open_page, f"{real_url}/papers/wang2022medclip/", PORTRAIT)
    after = "getComputedStyle(document.querySelector('.links a'), '::after').content"
    assert "https://arxiv.org/abs/2210.10163" in page.evaluate(after)


BROKEN_WORDS = """() => [...document.querySelectorAll("thead th")].flatMap((head) => {
  const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word);
    }
  }
  return found;
})"""


@pytest.mark.parametrize(
    ("address", "width"),
    [
        ("/models/", LANDSCAPE),
        ("/datasets/", LANDSCAPE),
        ("/results/mimic-cxr/", LANDSCAPE),
        ("/results/lau2018dataset/", PORTRAIT),
    ],
)
def test_no_word_of_a_head_is_broken_on_paper(
    open_page: Open, real_url: str, address: str, width: int
) -> None:
    page = printed(open_page, f"{real_url}{address}", width)
    assert page.evaluate(BROKEN_WORDS) == []


def test_a_filtered_table_on_paper_has_its_rows_and_says_what_was_chosen(
    open_page: Open, real_url: str
) -> None:
    page = printed(open_page, f"{real_url}/models/?task=segmentation", LANDSCAPE)
    text = page.locator("#finder-printed").inner_text()
    assert " of " in text
    assert "Task: Segmentation" in text
    rows = page.locator(".models tbody tr")
    visible = rows.evaluate_all("rows => rows.filter((row) => row.getClientRects().length).length")
    assert visible == int(text.split()[0])
    assert visible < rows.count()
    assert not page.get_by_text("Sort by any column").is_visible()


def test_on_paper_the_words_that_were_found_are_dark(open_page: Open, real_url: str) -> None:
    page = printed(open_page, f"{real_url}/browse/?q=MedCLIP", PORTRAIT)
    expect(page.locator(".cards mark").first).to_have_css("color", "rgb(0, 0, 0)")


def test_browse_on_paper_says_what_was_asked_for(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/?q=report&task=segmentation")
    page.locator(".browse-chip").first.wait_for()
    page.emulate_media(media="print")
    chips = page.locator("#browse-chips").inner_text()
    assert "report" in chips
    assert "Segmentation" in chips
    assert not page.locator(".browse-clear").is_visible()


def test_paper_says_what_failed_of_the_list_and_nothing_of_tools(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True, fresh=True)
    failure, pick = page.locator("#browse-failure"), page.locator("#browse-part-failure")
    page.route("**/browse-take.js*", lambda route: route.abort())
    page.locator(".card-box").first.check()
    expect(pick).to_be_visible()
    page.emulate_media(media="print")
    expect(pick).to_be_hidden()
    page.emulate_media(media="screen")
    page.route("**/browse/data/entries-*", lambda route: route.abort())
    page.locator("#browse-q").fill("clip")
    expect(failure).to_contain_text("The list could not be loaded.")
    page.emulate_media(media="print")
    expect(failure).to_be_visible()
    expect(failure.get_by_text("Try again")).to_be_hidden()
