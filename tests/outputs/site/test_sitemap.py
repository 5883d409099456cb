"""The sitemap, whole or in parts, and as the build writes it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.outputs.site.sitemap import URLS_PER_FILE, render_sitemaps
from tests.browser.built import build_published

SITE = "https://list.example.org"


def addresses(text: str) -> list[str]:
    return [found.text or "" for found in ElementTree.fromstring(text).iter() if found.tag.endswith("}loc")]


@pytest.mark.parametrize("number", [0, 1, URLS_PER_FILE])
def test_up_to_the_limit_there_is_one_file(number: int) -> None:
    urls = [f"{SITE}/{n}/?a&b" for n in range(number)]
    files = render_sitemaps(urls, SITE)
    assert [*files] == ["sitemap.xml"]
    assert addresses(files["sitemap.xml"]) == urls


def test_above_the_limit_an_index_lists_parts_that_keep_to_it() -> None:
    urls = [f"{SITE}/{n}/" for n in range(2 * URLS_PER_FILE + 1)]
    files = render_sitemaps(urls, SITE)
    index = files.pop("sitemap.xml")
    assert ElementTree.fromstring(index).tag.endswith("}sitemapindex")
    assert addresses(index) == [f"{SITE}/{path}" for path in files]
    parts = [addresses(text) for text in files.values()]
    assert [len(part) for part in parts] == [URLS_PER_FILE, URLS_PER_FILE, 1]
    assert [url for part in parts for url in part] == urls


def test_the_build_lists_pages_only_and_each_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    site: Path = build_published(tmp_path_factory)
    found = addresses((site / "sitemap.xml").read_text("utf-8"))
    assert len(found) == len({*found})
    base = "https://list.example.org/imaging/"
    assert {base, f"{base}browse/", f"{base}papers/tiny-films/"} <= {*found}
    assert [url for url in found if not (site / url.removeprefix(base) / "index.html").is_file()] == []
    assert f"{base}papers/small-films/" not in found
