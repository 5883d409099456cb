"""The page of what is new says what it sorts by, and invents no reason."""

from lxml import html

from generator.catalog.catalog import Catalog
from generator.outputs.site import newest
from generator.outputs.site.newest import MAX_CARDS_OF_DAY
from tests.made_up import HOMELESS, make_catalog, make_entry, make_large_catalog


def body(catalog: Catalog) -> html.HtmlElement:
    [page] = newest.pages(catalog, HOMELESS)
    return html.fromstring(page.body)


def text(document: html.HtmlElement) -> str:
    return " ".join(document.text_content().split())


def test_the_newest_are_under_the_month_of_their_publication(catalog: Catalog) -> None:
    dates = ["2024-05-02", "2024-05", "2024-04-30", "2023", None]
    works = [make_entry(f"work{n}", date=date) for n, date in enumerate(dates)]
    document = body(make_catalog(catalog, works))
    assert document.xpath("//h3[@class='month']/text()") == ["2024-05", "2024-04", "2023", "Undated"]


def test_it_says_when_the_list_was_last_added_to(catalog: Catalog) -> None:
    works = [make_entry("old", added="2024-05-01"), make_entry("new", added="2024-06-01")]
    said = text(body(make_catalog(catalog, works)))
    assert "“Newest” is by date of publication; the list was last added to on 2024-06-01." in said
    assert "last added to" not in text(body(make_catalog(catalog, [])))


def test_a_day_with_many_says_how_many_are_shown(catalog: Catalog) -> None:
    many = make_catalog(
        catalog,
        [entry.model_copy(update={"added": "2024-05-01"}) for entry in make_large_catalog(catalog, 30)],
    )
    said = f"30 works were added on this day; the {MAX_CARDS_OF_DAY} newest by publication are shown."
    assert said in text(body(many))
    assert "are shown" not in text(body(make_catalog(catalog, [make_entry()])))
