"""Every kind of page in a real browser: free of errors, accessible, within its budget."""

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.accessibility import violations
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
LONG_PAGES = {PAGES[name] for name in ("authors", "models", "datasets")}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page: Open, real_url: str, made_up_url: str, address: str) -> None:
    """Long pages are checked on the made-up list: axe-core takes too long for a thousand rows."""
    site = made_up_url if address in LONG_PAGES else real_url
    page = open_page(f"{site}{address}", reduced_motion="reduce")
    assert violations(page) == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_is_cut_off_at_320_pixels(open_page: Open, real_url: str, address: str) -> None:
    page = open_page(f"{real_url}{address}", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("address", "kilobytes"), [("/", 170), ("/papers/zhang2023biomedclip/", 150), ("/trends/", 170)]
)
def test_a_page_stays_within_its_budget(open_page: Open, real_url: str, address: str, kilobytes: int) -> None:
    page = open_page("about:blank", faulty=True)
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(_transferred(response)))
    page.goto(f"{real_url}{address}", wait_until="networkidle")
    assert sum(sizes) < kilobytes * 1000


def _transferred(response: Response) -> int:
    """The bytes of a response; the typefaces have a budget of their own, see test_frame.py."""
    if response.url.endswith(".woff2"):
        return 0
    return int(response.request.sizes()["responseBodySize"])


def test_the_palette_can_be_changed_and_is_kept_on_other_pages(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/", color_scheme="light")
    scheme = page.locator("body")
    assert scheme.get_attribute("data-md-color-scheme") == "default"
    page.get_by_title("Switch to dark mode").click()
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.goto(f"{made_up_url}/papers/example2024imagetalk/")
    assert scheme.get_attribute("data-md-color-scheme") == "slate"


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
