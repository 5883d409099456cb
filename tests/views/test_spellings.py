"""One author is one group, however the works print the name; a page needs two entries."""

from typing import Any

import pytest
from lxml import html

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term, Vocabulary
from generator.outputs.browse_data import render_chunks
from generator.outputs.site import entry as entry_pages
from generator.outputs.site import groups as group_pages
from generator.outputs.site.page import Page
from generator.settings import Settings
from generator.views.groups import list_groups
from generator.views.relations import find_related
from tests.made_up import make_entry as entry

SPELLINGS = Vocabulary(
    "authors", {"ada-b-li": Term(slug="ada-b-li", label="Ada B. Li", aliases=["Ada Li", "Ada Bo Li"])}
)
ENTRIES = [
    entry("one", authors=["Ada B. Li", "Cy Ko"], date="2024"),
    entry("two", authors=["Ada Li"], date="2023"),
    entry("three", authors=["Ada-Bo Li"], date="2022"),
    entry("four", authors=["Ada C. Li"], date="2021"),
]


@pytest.fixture
def spelled() -> Catalog:
    paths = {one.id: f"entries/{one.id}.yaml" for one in ENTRIES}
    return Catalog({one.id: one for one in ENTRIES}, {"authors": SPELLINGS}, paths)


def test_spellings_of_one_author_are_one_group_whatever_their_punctuation(spelled: Catalog) -> None:
    found = {group.slug: (group.label, [one.id for one in group.entries]) for group in authors(spelled)}
    assert found == {"ada-b-li": ("Ada B. Li", ["one", "two", "three"])}  # the others have one work each


def authors(catalog: Catalog) -> list[Any]:
    return list_groups(catalog, "author")


def test_an_author_of_one_entry_has_no_page_but_a_search(spelled: Catalog, settings: Settings) -> None:
    addresses = [page.address for page in group_pages.pages(spelled, settings)]
    assert [address for address in addresses if address.startswith("author/")] == [
        "author/",
        "author/ada-b-li/",
    ]
    assert author_links(spelled, settings, "one") == {
        "Ada B. Li": "../../author/ada-b-li/",
        "Cy Ko": "../../browse/?author=cy-ko",
    }


def test_an_entry_shows_a_name_as_printed_and_leads_to_the_one_page(
    spelled: Catalog, settings: Settings
) -> None:
    assert author_links(spelled, settings, "three") == {"Ada-Bo Li": "../../author/ada-b-li/"}


def author_links(catalog: Catalog, settings: Settings, id_: str) -> dict[str, str]:
    page: Page = next(
        page for page in entry_pages.pages(catalog, settings) if page.address == f"papers/{id_}/"
    )
    return {
        link.text: link.get("href") for link in html.fromstring(page.body).xpath("//p[@class='authors']/a")
    }


def test_a_shared_author_relates_entries_across_spellings(spelled: Catalog) -> None:
    found = {related.entry.id: related.reason for related in find_related(spelled.entries["two"], spelled)}
    assert found == {"one": "shares author Ada B. Li", "three": "shares author Ada B. Li"}


def test_the_browse_page_has_the_slug_where_the_printed_name_does_not_make_it(spelled: Catalog) -> None:
    (chunk,) = render_chunks(spelled)
    assert '"author_slugs":[{},{"0":"ada-b-li"},{"0":"ada-b-li"},{}]' in chunk.text
