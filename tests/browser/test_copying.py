"""Every copy works, also where the browser refuses it; no copy leaves the page."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from generator.catalog.catalog import Catalog
from generator.outputs.data.bibtex import stream_bibtex
from generator.outputs.data.reference import format_reference
from tests.browser.accessibility import violations
from tests.browser.addresses import expect_address
from tests.browser.browsing import ids, wait_for_results
from tests.browser.conftest import Open
from tests.browser.contributing import BIBTEX, paste, ready

ALLOWED = ["clipboard-read", "clipboard-write"]
ENTRY = "wang2022medclip"
REFUSING = """Object.defineProperty(navigator, "clipboard", { value: {
    write: () => Promise.reject(new DOMException("no", "NotAllowedError")),
    writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")),
} })"""
# As Safari: only in the task of a click may a page write, and no text that it already has.
STRICT = """Object.defineProperty(navigator, "clipboard", { value: {
    write: ([item]) => globalThis.event?.type === "click"
        ? item.getType("text/plain").then((blob) => blob.text()).then((text) => { globalThis.copied = text; })
        : Promise.reject(new DOMException("no", "NotAllowedError")),
    writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")),
} })"""


def expect_shown_to_copy(page: Page, button: Locator, text: str) -> None:
    """Expect that the page stays, with the text selected; Escape closes it and returns the focus."""
    address = page.url
    box = page.locator(".copy-box textarea")
    expect(box).to_be_focused()
    expect(box).to_have_value(text)
    selected = box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert selected == text
    assert page.url == address
    assert violations(page, within=".copy-box") == []
    box.focus()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(button).to_be_focused()


def test_a_browser_as_strict_as_safari_copies_what_is_still_loading(
    browse: Callable[..., Page], real: Catalog
) -> None:
    page = browse("?q=MedCLIP", viewport={"width": 1280, "height": 900})
    page.evaluate(STRICT)
    wait_for_results(page)
    page.locator("#browse-cards .card-cite").first.click()
    expect(page.locator("#browse-status")).to_have_text("BibTeX copied")
    expected = "".join(stream_bibtex([real.entries[ids(page)[0]]], real))
    assert page.evaluate("copied") == expected
    boxes = page.get_by_role("checkbox", name="Select")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.locator(".take-bar").get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator(".take-bar")).to_contain_text("Copied")
    chosen = [real.entries[id_] for id_ in ids(page)[:2]]
    assert page.evaluate("copied") == "".join(stream_bibtex(chosen, real))
    page.locator("#browse-export summary").click()
    page.get_by_role("button", name="Copy BibTeX of all results").click()
    expect(page.locator("#browse-export")).to_contain_text("Copied")
    assert page.evaluate("copied").startswith(expected)


def test_where_the_browser_refuses_the_citation_is_shown(
    open_page: Open, made_up_url: str, catalog: Catalog
) -> None:
    page = open_page(f"{made_up_url}/browse/?q=ImageTalk")
    page.evaluate(REFUSING)
    wait_for_results(page)
    button = page.locator("#browse-cards .card-cite").first
    button.click()
    expect_shown_to_copy(page, button, "".join(stream_bibtex([catalog.entries[ids(page)[0]]], catalog)))


def test_a_citation_that_cannot_be_loaded_is_reported(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/browse/", faulty=True)
    page.route("**/cite.bib", lambda route: route.fulfill(status=503))
    button = page.locator("#browse-cards .card-cite").first
    button.click()
    expect(button).to_have_text("Failed: try again")
    page.unroute("**/cite.bib")
    expect_address(page, "/browse/")


def test_an_entry_page_copies_each_form_of_its_citation(
    open_page: Open, real_url: str, real: Catalog
) -> None:
    page = open_page(f"{real_url}/papers/{ENTRY}/", permissions=ALLOWED)
    entry = real.entries[ENTRY]
    forms = {
        "BibTeX": "".join(stream_bibtex([entry], real)),
        "Reference (APA)": format_reference(entry, real),
        "LaTeX": rf"\cite{{{ENTRY}}}",
    }
    for name, text in forms.items():
        page.get_by_role("button", name=f"Copy {name}", exact=True).click()
        expect(page.get_by_role("status")).to_have_text(f"{name} copied")
        assert page.evaluate("navigator.clipboard.readText()") == text
    page.get_by_role("button", name="Copy Markdown").click()
    expect(page.get_by_role("status")).to_have_text("Markdown copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"[{entry.title}](https://")


def test_an_entry_page_shows_what_the_browser_does_not_copy(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/papers/filmkit/")
    page.evaluate(REFUSING)
    button = page.get_by_role("button", name="Copy LaTeX")
    button.click()
    expect_shown_to_copy(page, button, r"\cite{filmkit}")


def test_the_contribute_page_shows_what_the_browser_does_not_copy(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    page.evaluate(REFUSING)
    paste(page, BIBTEX)
    expect(page.locator("#contribute-yaml")).to_contain_text("FilmLine")
    button = page.get_by_role("button", name="Copy", exact=True)
    button.click()
    expect_shown_to_copy(page, button, page.locator("#contribute-yaml").text_content() or "")
