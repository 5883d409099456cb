"""The page for addresses that do not exist, at any depth, of a site at the root of a host or in a folder."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.accessibility import list_violations, violations
from tests.browser.built import build_published
from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.browser.server import served

DEPTHS = ["nothing", "papers/nothing/", "a/b/c/d"]


@pytest.fixture(scope="module")
def project(made_up_site: Path) -> Iterator[str]:
    """The site of a project, built without `site_url`."""
    with served(made_up_site, "repo") as url:
        yield url


@pytest.fixture(scope="module")
def published_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a project, built with its address, which ends in `/imaging`."""
    with served(build_published(tmp_path_factory), "imaging") as url:
        yield url


def open_unknown(open_page: Open, root: str, address: str) -> tuple[Page, list[Response]]:
    """Open an address that does not exist; gives also the answers that the page gets while it loads."""
    page = open_page("about:blank", faulty=True)  # the browser reports the answer 404 as an error
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{root}/{address}", wait_until="load")
    expect(page.get_by_role("link", name="Start at the home page")).to_have_js_property("href", f"{root}/")
    return page, answers


@pytest.mark.parametrize("address", DEPTHS)
@pytest.mark.parametrize("site", ["project", "published_project"])
def test_in_a_folder_all_links_work_and_no_request_fails(
    request: pytest.FixtureRequest, open_page: Open, site: str, address: str
) -> None:
    root = request.getfixturevalue(site)
    page, (itself, *others) = open_unknown(open_page, root, address)
    assert (itself.status, itself.url) == (404, f"{root}/{address}")
    assert [answer.url for answer in others if not answer.ok] == []
    for link in page.get_by_role("main").get_by_role("link").all():
        target = str(link.evaluate("link => link.href"))
        assert target.startswith(f"{root}/")
        assert page.request.get(target).ok
    page.get_by_role("link", name="Start at the home page").click()
    expect(page).to_have_url(f"{root}/")


@pytest.mark.parametrize("address", DEPTHS)
def test_at_the_root_of_a_host_the_links_lead_to_the_site(
    open_page: Open, made_up_url: str, address: str
) -> None:
    page, _ = open_unknown(open_page, made_up_url, address)
    page.get_by_role("link", name="Search the list").click()
    expect(page).to_have_url(f"{made_up_url}/browse/")


def test_an_address_with_two_slashes_asks_no_other_host(open_page: Open, made_up_url: str) -> None:
    page, answers = open_unknown(open_page, made_up_url, "/example.org/nothing")
    assert {answer.url.startswith(made_up_url) for answer in answers} == {True}
    page.get_by_role("link", name="Search the list").click()
    expect(page).to_have_url(f"{made_up_url}/browse/")


def test_with_its_address_the_site_has_its_usual_look_there(open_page: Open, published_project: str) -> None:
    page = open_page(f"{published_project}/a/b", faulty=True, reduced_motion="reduce")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    expect(page.get_by_role("banner").get_by_role("combobox")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_its_address_the_page_is_readable(
    open_page: Open, project: str, viewport: object, scheme: str
) -> None:
    page = open_page(f"{project}/a/b", faulty=True, viewport=viewport, color_scheme=scheme)
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    assert list_violations(page) == []
    assert page.locator("html").evaluate("page => page.scrollWidth <= page.clientWidth")
    expect(page.locator("svg")).to_have_count(0)


@pytest.mark.parametrize("site", ["project", "published_project"])
@pytest.mark.parametrize(("palette", "scheme"), [("light", "dark"), ("dark", "light")])
def test_it_has_the_palette_that_the_reader_chose(
    request: pytest.FixtureRequest, open_page: Open, site: str, palette: str, scheme: str
) -> None:
    root = request.getfixturevalue(site)
    page = open_page(f"{root}/", faulty=True, color_scheme=scheme)
    page.get_by_title(f"Switch to {palette} mode").click()
    page.goto(f"{root}/a/b")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", background))) > 128) == (palette == "light")
