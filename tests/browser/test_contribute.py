"""The contribute page, as a person uses it: filled, corrected, proposed."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.checking.check import check
from generator.checking.load import load
from tests.browser.accessibility import violations
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.contributing import BIBTEX, PRINTED, SUMMARY, complete, paste, ready
from tests.paths import PROJECT

Open = Callable[..., Page]


def test_a_paper_in_a_minute(open_page: Open, published: str, root: Path) -> None:
    page = ready(open_page(f"{published}/contribute/"))
    paste(page, BIBTEX)
    expect(page.locator("#contribute-pasted")).to_contain_text("That is BibTeX: Title, Authors")
    complete(page)
    page.get_by_role("checkbox", name="Visual question answering").check()
    expect(page.locator("#contribute-state")).to_have_text("The entry is complete.")
    address = urlsplit(page.get_by_role("link", name="Propose on GitHub").get_attribute("href"))
    query = {key: values[0] for key, values in parse_qs(str(address.query)).items()}
    assert (
        f"{address.scheme}://{address.netloc}{address.path}" == "https://github.com/example/imaging/new/main"
    )
    assert query["filename"] == "entries/2024/beispiel2024filmline.yaml"
    file = root / query["filename"]
    file.write_text(query["value"], "utf-8")
    assert check(root, [query["filename"]]).problems == []
    entry = load(root).catalog.entries["beispiel2024filmline"]
    assert entry.title == "FilmLine: Reading Müller's Invented Films & More"
    assert entry.authors == ("Zoé Beispiel", "Jan van der Muster")
    assert (entry.date, entry.arxiv, entry.venue and entry.venue.name) == ("2024-05", "2405.01234", "ExConf")
    line = page.locator("#contribute-line")
    expect(line).to_contain_text(f"& More - {SUMMARY} Zoé Beispiel, Jan van der Muster, ExConf 2024.")


def test_a_listed_work_is_shown_while_typing(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    page.locator("[id='field-arxiv']").press_sequentially("2401.00001")
    listed = page.locator("#contribute-listed")
    expect(listed).to_have_text("The arXiv id `2401.00001` is already listed: ImageTalk")
    listed.get_by_role("link").click()
    expect(page).to_have_url(f"{made_up_url}/papers/example2024imagetalk/")


def test_a_draft_survives_a_reload_and_can_be_deleted(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    paste(page, BIBTEX)
    page.locator("#contribute-id").fill("my-own-name")
    expect(page.locator("#contribute-path")).to_have_text("entries/2024/my-own-name.yaml")
    page.reload()
    ready(page)
    expect(page.locator("#contribute-path")).to_have_text("entries/2024/my-own-name.yaml")
    expect(page.locator("[id='field-arxiv']")).to_have_value("2405.01234")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("[id='field-arxiv']")).to_have_value("")
    page.reload()
    expect(ready(page).locator("[id='field-arxiv']")).to_have_value("")


@pytest.mark.parametrize(
    ("name", "message"),
    [("My Name", "a-z, 0-9 and single hyphens"), ("filmkit", "Another entry has the id filmkit")],
)
def test_the_file_name_is_checked(open_page: Open, made_up_url: str, name: str, message: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    page.locator("#contribute-id").fill(name)
    page.keyboard.press("Tab")
    expect(page.locator("#problem-id")).to_contain_text(message)


def test_copy_and_download_need_no_account(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/", permissions=["clipboard-read", "clipboard-write"]))
    assert page.get_by_text("Propose on GitHub").count() == 0
    paste(page, BIBTEX)
    complete(page)
    page.locator("#contribute-id").focus()
    text = page.inner_text("#contribute-yaml")
    page.get_by_role("button", name="Copy", exact=True).last.click()
    expect(page.locator("#contribute-done")).to_contain_text("Copied: save it as entries/2024/")
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "beispiel2024filmline.yaml"
    assert download.value.path().read_text("utf-8") == text


def test_a_browser_that_forbids_copying_shows_the_file_selected(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/", permissions=[]))
    page.evaluate("""() => {
        navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new Error());
    }""")
    page.locator("#contribute-copy").click()
    shown = page.get_by_label("This browser does not let the page copy")
    expect(shown).to_be_focused()
    assert shown.input_value().startswith("added:")
    assert page.evaluate("getSelection().toString()") == shown.input_value()


def test_a_text_too_long_for_an_address_is_copied_instead(open_page: Open, published: str) -> None:
    page = ready(open_page(f"{published}/contribute/"))
    paste(page, BIBTEX)
    complete(page)
    link = page.locator("#contribute-propose")
    expect(link).to_have_attribute("href", re.compile("^https://github.com/"))
    people = "\n".join(
        f"Anna Number{'x' * (n % 7)} {chr(0x41 + n % 26)}xample{'y' * (n // 26)}" for n in range(300)
    )
    page.locator("[id='field-authors']").fill(people)
    expect(page.locator("#contribute-done")).to_contain_text("too long for a link to GitHub")
    expect(link).not_to_have_attribute("href", re.compile("."))


def test_mistakes_are_shown_when_a_field_was_left(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    doi, state = page.locator("[id='field-doi']"), page.locator("#contribute-state")
    doi.fill("nonsense")
    expect(state).to_have_text("4 fields still to fill in.")
    problems = page.locator("#contribute-problems li:visible")
    expect(problems).to_have_text(
        [f"{name}: still to fill in" for name in ("Title", "Kind", "Section", "Summary")]
    )
    page.keyboard.press("Tab")
    expect(page.locator("[id='problem-doi']")).to_contain_text("is not a valid DOI")
    expect(doi).to_have_attribute("aria-invalid", "true")
    expect(state).to_contain_text("1 problem to fix, 4 fields still to fill in.")
    page.locator("#contribute-problems").get_by_role("link", name="Section").press("Enter")
    expect(page.locator("[id='field-section']")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[id='problem-section']")).to_have_text("This is required: fill it in")


def test_an_entry_that_leads_nowhere_is_not_complete(open_page: Open, published: str) -> None:
    page = ready(open_page(f"{published}/contribute/"))
    page.locator("[id='field-title']").fill("A study of nothing at all")
    complete(page)
    state, link = page.locator("#contribute-state"), page.locator("#contribute-propose")
    expect(state).to_contain_text("Nothing leads to the work yet")
    expect(link).to_have_attribute("aria-disabled", "true")
    page.locator("[id='field-links.paper']").fill("https://example.org/nothing")
    expect(state).to_have_text("The entry is complete.")
    expect(link).not_to_have_attribute("aria-disabled", "true")


def test_a_mistake_in_a_folded_group_opens_it(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    page.get_by_text("Data and lineage").click()
    page.get_by_label("Trained on").fill("tiny-film")
    page.get_by_text("Data and lineage").click()
    page.locator("#contribute-problems").get_by_role("link", name="Trained on").click()
    expect(page.get_by_label("Trained on")).to_be_focused()


def test_the_form_is_filled_by_keyboard_alone(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    page.get_by_label("arXiv id, DOI, address, title, BibTeX or RIS").focus()
    page.keyboard.type("2405.12345")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[id='field-arxiv']")).to_have_value("2405.12345")
    for place in ("#contribute-ask", "[id='field-title']"):
        page.keyboard.press("Tab")
        expect(page.locator(place)).to_be_focused()


def test_nothing_hinders_access(open_page: Open, published: str) -> None:
    page = ready(open_page(f"{published}/contribute/", reduced_motion="reduce"))
    for summary in page.locator("details.fields > summary").all():
        summary.click()
    paste(page, BIBTEX)
    page.get_by_label("Printed table 1").fill(PRINTED)
    page.locator("[id='field-doi']").fill("nonsense")
    page.locator("[id='field-arxiv']").fill("2401.00001")
    page.locator("#contribute-id").focus()
    expect(page.locator("[id='problem-doi']")).to_contain_text("is not a valid DOI")
    assert violations(page) == []
    for width in (DESKTOP, PHONE):
        page.set_viewport_size(width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


HOSTILE = (PROJECT / "tests" / "data" / "hostile.txt").read_text("utf-8").splitlines()


@pytest.mark.slow
def test_hostile_text_does_nothing(open_page: Open, published: str) -> None:
    page = ready(open_page(f"{published}/contribute/"))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.locator("summary", has_text=re.compile("^Results$")).click()
    for text in [
        *HOSTILE,
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        'https://example.org/"><script>',
    ]:
        page.get_by_role("button", name="Start over").click()
        paste(page, text)
        page.locator("[id='field-title']").fill(text)
        page.locator("[id='field-summary']").fill(text)
        page.locator("[id='field-links.project']").fill(text)
        page.get_by_label("Printed table 1").fill(f"Model\t{text}\n{text}\t5\n")
        page.locator("#contribute-id").focus()
        expect(page.locator("#contribute-line")).to_contain_text(text.strip()[:5])
    assert page.locator(".contribute img, .contribute script:not([type])").count() == 0
