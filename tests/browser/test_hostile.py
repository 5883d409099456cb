"""A site of hostile entries, in a browser: nothing runs, nothing is asked, nothing complains."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.checking.load import load
from tests.browser.built import build_once
from tests.browser.conftest import Open
from tests.browser.server import served
from tests.checking.test_hostile import INERT
from tests.paths import DATA

PAGES = ("", "browse/?q=alert", "models/", "datasets/", "new/", "section/models/", "contribute/", "trends/")

SHOWN = """() => {
  const meta = (name) => document.querySelector(`meta[name=${name}]`).content;
  return {
    page: document.title, title: document.querySelector("h1").innerText,
    citation_title: meta("citation_title"), description: meta("description"),
    note: document.querySelector(".entry .note p")?.innerText ?? null,
    risky: document.querySelectorAll(
      "main [onmouseover], main img, main iframe").length,
  };
}"""
"""What an entry's page shows, read at once: the test opens many."""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the site, and the list from which it is made."""
    root = tmp_path_factory.mktemp("hostile-list")
    shutil.copytree(DATA / "catalog" / "entries" / "_vocabulary", root / "entries" / "_vocabulary")
    (root / "entries" / "2024").mkdir()
    for name in sorted(INERT):
        shutil.copy(DATA / "hostile" / f"{name}.yaml", root / "entries" / "2024")
    with served(build_once("hostile", tmp_path_factory, root / "entries")) as url:
        yield url, root


def visit(page: Page, url: str) -> Page:
    """Open the page and use what might react."""
    page.goto(url, wait_until="load")
    for field in page.locator("[autofocus]").all():
        field.focus()
    page.locator("body").hover()
    return page


@pytest.mark.parametrize("address", PAGES)
def test_lists_of_hostile_entries_do_nothing(
    address: str, hostile_site: tuple[str, Path], open_page: Open
) -> None:
    page = visit(open_page("about:blank"), f"{hostile_site[0]}/{address}")
    assert page.locator("h1").count() == 1
    assert page.locator("main img, main iframe, main [onmouseover], main svg[onload]").count() == 0


def test_pages_of_hostile_entries_show_their_texts(hostile_site: tuple[str, Path], open_page: Open) -> None:
    url, root = hostile_site
    page = visit(open_page("about:blank"), f"{url}/papers/script/")
    for entry in load(root).catalog:
        page.goto(f"{url}/papers/{entry.id}/", wait_until="load")
        shown = page.evaluate(SHOWN)
        assert entry.label in shown.pop("page")
        assert shown == {
            "title": " ".join(entry.title.split()),
            "citation_title": entry.title,
            "description": entry.summary,
            "note": f"Note. {entry.note}" if entry.note else None,
            "risky": 0,
        }
