"""The former addresses of an entry redirect to it."""

from generator.catalog.catalog import Catalog
from generator.outputs.site import list_pages
from generator.settings import Settings
from tests.data_files import render_data_files


def test_a_former_address_redirects_to_the_current_page(catalog: Catalog, settings: Settings) -> None:
    (moved,) = [page for page in list_pages(catalog, settings) if page.address == "papers/small-films/"]
    assert '<meta http-equiv="refresh" content="0; url=../../papers/tiny-films/">' in moved.head
    assert '<a href="../../papers/tiny-films/">' in moved.body
    assert not moved.is_listed


def test_a_former_citation_is_the_current_one(catalog: Catalog, settings: Settings) -> None:
    files = render_data_files(catalog, settings)
    for ending in ("bib", "ris", "json"):
        assert files[f"papers/small-films/cite.{ending}"] == files[f"papers/tiny-films/cite.{ending}"]
