"""`Used by` is one number on every page."""

from lxml import html

from generator.catalog.catalog import Catalog
from generator.entry.model import DataCard, Uses
from generator.outputs.site import entry, home, tables
from generator.settings import Settings
from generator.views import relations, trends
from tests.made_up import make_catalog, make_entry


def test_all_pages_count_the_same_users(catalog: Catalog) -> None:
    """A dataset that a model is trained and evaluated on, and that another dataset is built from."""
    uses = Uses(trained_on=("data2020",), evaluated_on=("data2020",), introduces=("data2020",))
    works = [
        make_entry("data2020", kind="dataset", title="The data"),
        make_entry("u1", uses=uses),
        make_entry("u2", kind="dataset", dataset=DataCard(built_from=("data2020",))),
    ]
    made = make_catalog(catalog, works)
    settings = Settings("The list")
    assert [user.id for user in relations.list_users(made, "data2020")] == ["u1", "u2"]
    assert trends.find_most_used(made, 1) == [(made.entries["data2020"], 2)]
    home_page, data_page, entry_page = (
        html.fromstring(next(page.body for page in pages if page.address == address))
        for pages, address in (
            (home.pages(made, settings), ""),
            (tables.pages(made, settings), "datasets/"),
            (entry.pages(made, settings), "papers/data2020/"),
        )
    )
    assert "used by 2 works" in home_page.text_content()
    [row] = data_page.xpath("//tr[.//a[contains(@href, 'papers/data2020/')]]")
    used_by = data_page.xpath("count(//th[@data-key='users']/preceding-sibling::th)")
    assert row.xpath("*")[int(used_by)].text_content() == "2"
    [link] = entry_page.xpath("//li[a/@href='#users']")
    assert link.text_content() == "Used by 2"
