"""The frame of every page: typefaces, header, tabs, icon, what a shared link shows."""

import re
import struct
from pathlib import Path
from typing import Any

import material
import pytest
from lxml import html
from playwright.sync_api import expect

from tests.browser.addresses import expect_address
from tests.browser.conftest import Open
from tests.images import IMAGES, SIZES

THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
TEXT_SPACING = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
"""


def test_the_fonts_of_the_first_screen_stay_within_their_budget(open_page: Open, real_url: str) -> None:
    page = open_page("about:blank", fresh=True)
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers["content-length"])}))
    page.goto(f"{real_url}/")
    page.evaluate("document.fonts.ready.then(() => null)")
    fonts = {url: size for url, size in sizes.items() if url.endswith(".woff2")}
    assert len(fonts) == 2
    assert sum(fonts.values()) <= 52_000


FIRST_SCREEN = 100_000
"""Bytes of the browse page, typefaces counted and the data of the search not."""


@pytest.mark.parametrize("site", ["real_url", pytest.param("whole_url", marks=pytest.mark.slow)])
def test_the_first_screen_of_browse_stays_within_its_budget(
    request: pytest.FixtureRequest, open_page: Open, site: str
) -> None:
    page = open_page("about:blank", fresh=True)
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers["content-length"])}))
    page.goto(f"{request.getfixturevalue(site)}/browse/", wait_until="networkidle")
    assert sum(size for url, size in sizes.items() if "/browse/data/" not in url) <= FIRST_SCREEN


READ_STYLES = """() => {
  const kind = (one) => `${one.localName}.${one.className}`;
  const all = [...document.querySelectorAll("body, body *")];
  const chosen = [...new Map(all.map((one) => [`${kind(one.parentElement)} ${kind(one)}`, one])).values()];
  globalThis.readStyles = () => chosen.flatMap((one, place) => ["", "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(one, part || undefined);
    if (part && style.content === "none") return [];
    return [...style].filter((name) => !name.startsWith("--")).map((name) =>
      `${place} ${kind(one)}${part} ${name}: ${style.getPropertyValue(name)}`);
  }));
  globalThis.styles = readStyles();
}"""
"""Reads all styles of one element of each kind: of its name, its classes and those of its parent."""
COMPARE_STYLES = """() => {
  const [before, after] = [new Set(styles), new Set(readStyles())];
  return [...before, ...after].filter((style) => !before.has(style) || !after.has(style));
}"""


USE_WHOLE_THEME = """async (sheets) => {
  const frame = document.querySelector("link[href$='assets/frame.css']");
  const styles = await (await fetch(frame.href)).text();
  const own = document.createElement("style");
  own.textContent = styles.slice(styles.indexOf(".site-search-link{"))
    .replaceAll('url("fonts/', `url("${new URL("fonts/", frame.href)}`);
  const loaded = sheets.map((name) => new Promise((done) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", onload: done });
    link.href = new URL(`stylesheets/${name}`, frame.href);
    frame.before(link);
  }));
  await Promise.all(loaded);
  frame.replaceWith(own);
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}"""
"""Replaces the file of all styles by the sheets of the theme and what follows the first rule of ours."""


@pytest.mark.parametrize(
    "address",
    ["", "browse/", "contribute/", "papers/example2024imagetalk/", "results/muster2023askfilm/"],
)
def test_the_rules_of_the_theme_that_are_left_out_change_nothing(
    open_page: Open, made_up_url: str, address: str
) -> None:
    page = open_page(f"{made_up_url}/{address}")
    page.wait_for_load_state("networkidle")
    page.evaluate(READ_STYLES)
    page.evaluate(USE_WHOLE_THEME, [sheet.name for sheet in sorted(THEME.glob("*.css"))])
    assert page.evaluate(COMPARE_STYLES) == []


def test_only_a_page_with_columns_has_the_script_of_the_theme(open_page: Open, real_url: str) -> None:
    page = open_page("about:blank")
    for address, expected in (("models/", 0), ("papers/wang2022medclip/", 0), ("about/api/", 1)):
        page.goto(f"{real_url}/{address}")
        assert page.locator("script[src*=bundle]").count() == expected, address


def test_code_on_a_handwritten_page_can_be_copied(open_page: Open, real_url: str) -> None:
    assert open_page(f"{real_url}/about/api/").locator("button.md-code__button").count() > 0


def test_a_link_into_a_closed_box_opens_it(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/models/")
    box = "<details><p id=inside>Inside</p></details>"
    page.evaluate("box => document.querySelector('main').insertAdjacentHTML('beforeend', box)", box)
    page.evaluate("location.hash = 'inside'")
    expect(page.locator("#inside")).to_be_visible()


def test_the_license_of_each_typeface_is_on_the_site(real_site: Path) -> None:
    found = sorted((real_site / "assets" / "fonts").glob("*-license.txt"))
    assert len(found) == 2
    assert all("SIL Open Font License" in file.read_text("utf-8") for file in found)


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_the_name_is_never_cut(open_page: Open, real_url: str, width: int) -> None:
    """640 pixels are 1280 at 200 %."""
    page = open_page(f"{real_url}/models/", viewport={"width": width, "height": 700})
    page.add_style_tag(content=TEXT_SPACING)
    name, header = (
        page.locator(selector).bounding_box() or {} for selector in (".site-name span", ".md-header")
    )
    assert name["x"] + name["width"] <= width
    assert name["y"] >= header["y"]
    assert name["y"] + name["height"] <= header["y"] + header["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ["trends/", "contribute/", "about/", "models/"])
def test_the_current_tab_is_in_view_on_a_phone(open_page: Open, real_url: str, address: str) -> None:
    page = open_page(f"{real_url}/{address}", viewport={"width": 390, "height": 800})
    row, tab = (
        page.locator(selector).bounding_box() or {} for selector in (".md-tabs ul", ".md-tabs [aria-current]")
    )
    assert row["x"] <= tab["x"]
    assert tab["x"] + tab["width"] <= row["x"] + row["width"] + 1


def test_the_edge_of_the_tabs_fades_where_there_are_more(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/", viewport={"width": 390, "height": 800})
    row = page.locator(".md-tabs ul")
    expect(row).to_have_class(re.compile("has-after"))
    expect(row).not_to_have_class(re.compile("has-before"))
    row.evaluate("row => { row.scrollLeft = row.scrollWidth }")
    expect(row).to_have_class(re.compile("has-before"))
    expect(row).not_to_have_class(re.compile("has-after"))
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(row).not_to_have_class(re.compile("has-"))


@pytest.mark.parametrize("width", [1280, 390])
def test_every_tab_is_reached_by_keyboard_at_every_width(open_page: Open, real_url: str, width: int) -> None:
    page = open_page(f"{real_url}/", viewport={"width": width, "height": 800})
    links = page.locator(".md-tabs a")
    links.first.focus()
    for _ in range(links.count() - 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "About"
    box = page.locator(".md-tabs a").last.bounding_box()
    assert box
    assert 0 <= box["x"] <= width - box["width"]


def test_the_header_ends_with_the_content(open_page: Open, published: str) -> None:
    page = open_page(f"{published}/models/", viewport={"width": 1440, "height": 900})
    ends = "it => it.getBoundingClientRect().right"
    source, content = (page.locator(selector).evaluate(ends) for selector in (".site-source", "main"))
    assert abs(source - content) <= 1


def test_on_a_narrow_screen_the_pages_about_the_list_lead_to_each_other(
    open_page: Open, real_url: str
) -> None:
    page = open_page(f"{real_url}/about/", viewport={"width": 390, "height": 800})
    page.locator(".siblings").get_by_role("link", name="Open data").click()
    expect_address(page, "/about/api/")


def test_a_page_right_below_home_has_no_breadcrumb(open_page: Open, real_url: str) -> None:
    assert open_page(f"{real_url}/models/").locator(".crumbs").count() == 0
    assert open_page(f"{real_url}/papers/wang2022medclip/").locator(".crumbs").count() == 1


def shared(page: Path) -> dict[str, Any]:
    """What a shared link shows; it takes the description of the page, where it finds no other."""
    document = html.fromstring(page.read_text("utf-8"))
    kinds = "starts-with(@property, 'og:') or starts-with(@name, 'twitter:') or @name='description'"
    metas = document.xpath(f"//meta[{kinds}]")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in metas}


def test_a_shared_link_shows_title_sentence_and_image(published_site: Path) -> None:
    found = shared(published_site / "papers" / "example2024imagetalk" / "index.html")
    assert found["og:title"].startswith("ImageTalk")
    assert found["og:url"] == "https://list.example.org/imaging/papers/example2024imagetalk/"
    assert found["og:image"] == "https://list.example.org/imaging/assets/images/share.png"
    assert found["twitter:card"] == "summary_large_image"


def test_every_kind_of_page_has_what_a_shared_link_shows(published_site: Path) -> None:
    for name in ("", "models", "task", "browse"):
        found = shared(published_site / name / "index.html")
        assert all(found[key] for key in ("og:title", "description", "og:url", "og:image")), name


def test_without_an_address_of_the_site_there_is_no_image(made_up_site: Path) -> None:
    found = shared(made_up_site / "index.html")
    assert found["og:title"]
    assert not {"og:image", "og:url", "twitter:card"} & found.keys()


@pytest.mark.parametrize("name", SIZES)
def test_the_images_have_their_sizes(name: str) -> None:
    content = (IMAGES / f"{name}.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == SIZES[name]
    assert len(content) <= 150_000
