"""The page of an author shows the author on each card, which is brief."""

from lxml import html

from generator.catalog.catalog import Catalog
from generator.outputs.site import groups
from tests.made_up import HOMELESS, make_catalog, make_entry


def test_each_card_names_the_author_of_the_page(catalog: Catalog) -> None:
    names = ["Ada Li", "Bo Ek", "Cy <Roe>", "Di Su", "Ed Yu", "Flo Zee"]
    made = make_catalog(catalog, [make_entry(f"work{n}", authors=names) for n in range(2)])
    pages = {page.address: page for page in groups.pages(made, HOMELESS)}
    lines = {
        address: html.fromstring(pages[address].body).xpath("//p[@class='card-authors']/text()")
        for address in ("author/ed-yu/", "author/ada-li/")
    }
    assert lines == {
        "author/ed-yu/": ["Ada Li, Bo Ek, Cy <Roe>, …, Ed Yu, et al."] * 2,
        "author/ada-li/": ["Ada Li, Bo Ek, Cy <Roe>, et al."] * 2,
    }


def test_the_cards_of_an_author_have_no_summary_and_no_terms(catalog: Catalog) -> None:
    pages = {page.address: html.fromstring(page.body) for page in groups.pages(catalog, HOMELESS)}
    author, task = pages["author/ada-example/"], pages["task/vqa/"]
    for kind in ("card-summary", "term"):
        found = [bool(page.find_class(kind)) for page in (author, task)]
        assert found == [False, True], kind
    assert author.find_class("card-links")
