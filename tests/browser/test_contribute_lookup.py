"""The contribute page asks Crossref and DataCite when a person presses the button, and never before."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import DESKTOP
from tests.browser.contributing import complete, paste, ready
from tests.browser.registries import Answer, Registries, copy_site, fake_registries
from tests.browser.server import served
from tests.browser.windows import open_tab

LATE = "10.5555/late"
PREPRINT = "10.48550/arXiv.2405.12345"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def registries() -> Iterator[Registries]:
    with fake_registries() as both:
        yield both


@pytest.fixture(scope="module")
def asking(
    browser: Browser, published_site: Path, registries: Registries, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The page, in one window for all tests; only the fakes are asked."""
    context = browser.new_context(viewport=DESKTOP)
    page = open_tab(context)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.clock.install()
    with served(copy_site(published_site, tmp_path_factory.mktemp("asking"), registries)) as url:
        page.goto(f"{url}/contribute/")
        yield ready(page)
        context.close()
    assert not faults


@pytest.fixture
def page(asking: Page, registries: Registries) -> Page:
    asking.get_by_role("button", name="Start over", exact=True).click()
    registries.answers.clear()
    registries.asked.clear()
    registries.headers.clear()
    return asking


def look_up(page: Page) -> None:
    page.get_by_role("button", name="Look up title, authors, date and venue").click()


def know_both(registries: Registries) -> None:
    registries.datacite(
        PREPRINT,
        titles=[{"title": "An Early Draft about Films"}],
        creators=[{"name": "Example, Ada"}, {"name": "Muster, Björn"}],
        dates=[{"date": "2024-05-20T10:00:00Z", "dateType": "Submitted"}],
        relatedIdentifiers=[
            {"relationType": "IsVersionOf", "relatedIdentifierType": "DOI", "relatedIdentifier": LATE}
        ],
    )
    registries.crossref(
        LATE,
        title=["Reading films with invented reports"],
        author=[{"given": "Ada", "family": "Example"}, {"given": "B.", "family": "Muster"}],
        issued={"date-parts": [[2025, 1]]},
        **{"container-title": ["Example Conference on Examples"], "page": "12-34"},
    )


def test_an_arxiv_id_becomes_a_complete_entry_by_keyboard(page: Page, registries: Registries) -> None:
    know_both(registries)
    expect(page.locator("#contribute-lookup")).to_be_hidden()
    page.locator("#contribute-paste").focus()
    page.keyboard.type("2405.12345")
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    button = page.get_by_role("button", name="Look up title, authors, date and venue")
    expect(button).to_be_visible()
    expect(button).to_have_accessible_description(
        "Sends the arXiv id or DOI to Crossref (api.crossref.org) and DataCite (api.datacite.org), "
        "which see your IP address as any site does. Nothing is sent before you press."
    )
    assert registries.asked == [], "nothing is asked before the button is pressed"
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#contribute-answer")).to_contain_text("DataCite and Crossref: Title, Authors, DOI")
    complete(page)
    page.clock.run_for(500)
    expect(page.locator("#contribute-state")).to_have_text("The entry is complete.")
    text = page.locator("#contribute-yaml").inner_text()
    for part in (
        "title: Reading films with invented reports\n",
        "authors: [Ada Example, Björn Muster]\ndate: 2024-05-20\n",
        "venue: {name: ExConf, year: 2025}\npages: 12-34\n",
        'arxiv: "2405.12345"\ndoi: 10.5555/late\n',
        "aliases: [An Early Draft about Films]\n",
    ):
        assert part in text
    assert registries.asked == [f"/dois/{PREPRINT}", f"/works/{LATE}"]
    assert not {"Cookie", "Referer"} & {name for headers in registries.headers for name in headers}
    link = page.get_by_role("link", name="Propose on GitHub")
    expect(link).not_to_have_attribute("aria-disabled", "true")


def test_what_differs_is_shown_and_a_person_chooses(page: Page, registries: Registries) -> None:
    registries.crossref(
        LATE, title=["Reading films"], author=[{"given": "Ada", "family": "Example"}], volume="7"
    )
    page.locator("[id='field-doi']").fill(LATE)
    page.locator("[id='field-title']").fill("Quite another title")
    page.locator("[id='field-authors']").fill("Maja Lind")
    page.keyboard.press("Tab")
    look_up(page)
    question = page.locator("#contribute-question")
    expect(question).to_contain_text(
        "Is this another work? The form has “Quite another title”; Crossref has “Reading films” for its id."
    )
    expect(page.locator("#contribute-question-title")).to_be_focused()
    expect(page.locator("#contribute-differences")).to_be_empty()
    question.get_by_role("button", name="The same work: add what is missing").press("Enter")
    expect(page.locator("#contribute-answer")).to_have_text(
        "Crossref: nothing is filled in. Something differs, see below."
    )
    expect(page.locator("#contribute-ask")).to_be_focused()
    differences = page.locator("#contribute-differences")
    expect(differences).to_contain_text("Quite another title")
    expect(page.locator("[id='field-title']")).to_have_value("Quite another title")
    assert violations(page, within="#contribute-answer, #contribute-differences") == []
    differences.get_by_role("button", name="Use this instead: Title").press("Enter")
    expect(page.locator("[id='field-title']")).to_have_value("Reading films")
    keep = differences.get_by_role("button", name="Use this instead: Authors")
    expect(keep).to_be_focused()
    differences.get_by_role("button", name="Keep the form’s: Authors").click()
    expect(page.locator("[id='field-authors']")).to_have_value("Maja Lind")
    expect(page.locator("[id='field-authors']")).to_be_focused()
    expect(differences).to_be_empty()


FAILURES = {
    "unknown": (
        Answer(404, b"no", "text/plain"),
        "The DOI 10.5555/late was not looked up: DataCite does not know it. Check",
    ),
    "HTML": (
        Answer(200, b"<!doctype html><p>Hello", "text/html"),
        "the answer of Crossref is no record of a work",
    ),
    "no record": (Answer(200, b'{"message": 7}'), "the answer of Crossref is no record of a work"),
    "out of order": (Answer(503, b"down", "text/html"), "Crossref answers with error 503: try again later."),
    "too many": (Answer(429, b"slow", "text/plain"), "Crossref has too many requests at the moment"),
    "too large": (Answer(200, b" " * (4 * 1024 * 1024 + 1)), "the answer of Crossref is too large to read"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_said_in_plain_words(name: str, page: Page, registries: Registries) -> None:
    answer, words = FAILURES[name]
    registries.answers[f"/works/{LATE}"] = answer
    paste(page, LATE)
    look_up(page)
    expect(page.locator("#contribute-answer")).to_contain_text(words)
    expect(page.locator("#contribute-ask")).not_to_have_attribute("aria-disabled", "true")


def test_a_registry_that_is_slow_or_not_reached_costs_nothing(page: Page, registries: Registries) -> None:
    held = threading.Event()
    registries.answers[f"/works/{LATE}"] = Answer(wait=held)
    paste(page, LATE)
    look_up(page)
    expect(page.locator("#contribute-answer")).to_have_text("Asking…")
    page.clock.run_for(11_000)
    expect(page.locator("#contribute-answer")).to_contain_text("Crossref did not answer within 10 seconds")
    held.set()
    page.context.set_offline(True)
    look_up(page)
    expect(page.locator("#contribute-answer")).to_contain_text(
        "127.0.0.1 cannot be reached: check that you are online"
    )
    page.context.set_offline(False)


def test_an_answer_about_another_work_is_dropped(page: Page, registries: Registries) -> None:
    held = threading.Event()
    registries.crossref(LATE, title=["Reading films"])
    registries.answers[f"/works/{LATE}"].wait = held
    paste(page, LATE)
    look_up(page)
    expect(page.locator("#contribute-answer")).to_have_text("Asking…")
    page.get_by_role("button", name="Start over", exact=True).click()
    held.set()
    held = threading.Event()
    registries.answers[f"/works/{LATE}"].wait = held
    paste(page, LATE)
    look_up(page)
    expect(page.locator("#contribute-answer")).to_have_text("Asking…")
    page.locator("[id='field-doi']").fill("10.5555/other")
    held.set()
    expect(page.locator("#contribute-answer")).to_have_text("The id was changed meanwhile: look it up again.")
    expect(page.locator("[id='field-title']")).to_have_value("")
    registries.crossref("10.5555/other", title=["Other films"])
    look_up(page)
    expect(page.locator("[id='field-title']")).to_have_value("Other films")


def test_a_hostile_answer_is_only_text(page: Page, registries: Registries) -> None:
    registries.crossref(
        LATE,
        title=[f"Films {EVIL}"],
        author=[{"name": EVIL}, {"given": 7}, "x"],
        issued={"date-parts": [["x", EVIL]]},
        volume="javascript:alert(1)",
        **{"container-title": [EVIL]},
    )
    paste(page, LATE)
    page.locator("[id='field-authors']").fill("Ada Example")
    look_up(page)
    expect(page.locator("#contribute-answer")).to_contain_text("Title filled in")
    expect(page.locator("#contribute-differences")).to_contain_text("Ada Example")
    assert page.locator(".contribute img, .contribute script:not([type])").count() == 0
