"""Every kind of page in a real browser: free of errors, accessible, within its budget."""

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.accessibility import list_violations, violations, violations_of_crossed_colors
from tests.browser.conftest import Open

PAGES = {
    "home": "/",
    "entry": "/papers/zhang2023biomedclip/",
    "models": "/models/",
    "datasets": "/datasets/",
    "trends": "/trends/",
    "new": "/new/",
    "list": "/modality/chest-xray/",
    "authors": "/author/",
    "tasks": "/task/",
    "results": "/results/",
    "benchmark": "/results/lau2018dataset/",
    "about": "/about/",
    "sources": "/about/sources/",
}
OWN_PAGES = {PAGES[name] for name in ("trends", "about", "sources")}
"""Pages whose prose or charts only this list has."""
MADE_UP = {
    PAGES["entry"]: "/papers/example2024imagetalk/",
    PAGES["benchmark"]: "/results/muster2023askfilm/",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page: Open, real_url: str, made_up_url: str, address: str) -> None:
    """The made-up list has all parts of a page, and axe-core takes long for many rows."""
    url = f"{real_url}{address}" if address in OWN_PAGES else f"{made_up_url}{MADE_UP.get(address, address)}"
    assert violations(open_page(url)) == []


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/browse/", *PAGES.values()], ids=["browse", *PAGES])
def test_axe_finds_nothing_in_the_whole_list(open_page: Open, whole_url: str, address: str) -> None:
    page = open_page(f"{whole_url}{address}")
    assert violations_of_crossed_colors(page) == []
    assert list_violations(page) == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_is_cut_off_at_320_pixels(open_page: Open, real_url: str, address: str) -> None:
    page = open_page(f"{real_url}{address}", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.slow
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_of_the_whole_list_is_cut_off(open_page: Open, whole_url: str, address: str) -> None:
    page = open_page(f"{whole_url}{address}", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("site", ["real_url", pytest.param("whole_url", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("address", "kilobytes"),
    [("/", 90), ("/papers/zhang2023biomedclip/", 80), ("/trends/", 90), ("/about/", 150)],
)
def test_a_page_stays_within_its_budget(
    request: pytest.FixtureRequest, open_page: Open, site: str, address: str, kilobytes: int
) -> None:
    url = request.getfixturevalue(site)
    page = open_page("about:blank", fresh=True)
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(_transferred(response)))
    page.goto(f"{url}{address}", wait_until="networkidle")
    assert sum(sizes) < kilobytes * 1000


def _transferred(response: Response) -> int:
    """The bytes of a response; the typefaces have a budget of their own, see test_frame.py."""
    if response.url.endswith(".woff2"):
        return 0
    return int(response.request.sizes()["responseBodySize"])


def test_bibtex_is_copied(open_page: Open, made_up_url: str) -> None:
    page = open_page(
        f"{made_up_url}/papers/example2024imagetalk/", permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("status")).to_have_text("BibTeX copied")
    assert "@inproceedings{example2024imagetalk," in page.evaluate("navigator.clipboard.readText()")


def test_the_citation_can_be_downloaded(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/papers/example2024imagetalk/")
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == "example2024imagetalk.bib"


def test_the_skip_link_leads_to_the_title(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/papers/example2024imagetalk/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused.endswith("#title")


def test_one_plain_word_of_a_title_is_found_and_followed(open_page: Open, real_url: str) -> None:
    page: Page = open_page(f"{real_url}/")
    page.get_by_role("combobox", name="Search the list").fill("unpaired")
    page.keyboard.press("Enter")
    page.get_by_role(
        "link", name="MedCLIP: Contrastive Learning from Unpaired Medical Images and Text"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("MedCLIP")
