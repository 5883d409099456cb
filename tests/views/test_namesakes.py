"""Two works with one name: each says that it is not the other."""

from generator.catalog.catalog import Catalog
from generator.outputs.site import entry as entry_page
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Place
from generator.views.namesakes import list_namesakes
from tests.made_up import HOMELESS, make_catalog, make_entry

ONE = make_entry("li2023radar", name="RADAR", authors=["Ada Li", "Bo Example"], date="2023-05")
OTHER = make_entry(
    "van-dam2025radar", title="Another work", name="Radar!", authors=["Cy van Dam"], date="2025"
)


def test_entries_with_one_name_are_labeled_by_first_author_and_year(catalog: Catalog) -> None:
    found = make_catalog(catalog, [ONE, OTHER, make_entry("other", title="A third work", name="Sonar")])
    assert [other.label for other in list_namesakes(OTHER, found)] == ["RADAR (Li 2023)"]
    assert [other.label for other in list_namesakes(ONE, found)] == ["Radar! (van Dam 2025)"]
    assert list_namesakes(found.entries["other"], found) == []


def test_an_alias_is_a_name_too_and_a_title_tells_apart_what_has_neither_author_nor_date(
    catalog: Catalog,
) -> None:
    bare = make_entry("bare", title="A bare work", name="Sonar", aliases=["RADAR"])
    found = make_catalog(catalog, [ONE, bare])
    assert [other.label for other in list_namesakes(ONE, found)] == ["Sonar (A bare work)"]


def test_cards_and_the_page_of_an_entry_show_the_other_work(catalog: Catalog) -> None:
    found = make_catalog(catalog, [ONE, OTHER])
    link = '<a href="../../papers/van-dam2025radar/">Radar! (van Dam 2025)</a>'
    assert f"Not the same as {link}" in render_cards([ONE], found, Place("task/vqa/"))
    bodies = {page.address: page.body for page in entry_page.pages(found, HOMELESS)}
    assert f"Not the same as {link}" in bodies["papers/li2023radar/"]
