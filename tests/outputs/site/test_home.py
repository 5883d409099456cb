"""The home page says what the list has, and promises nothing that is not there."""

from lxml import html

from generator.catalog.catalog import Catalog
from generator.links.remembering.link_state import LinkState
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site import home, tables
from generator.settings import Settings
from generator.views.catalog_counts import count_catalog

_STATE = LinkState.model_validate(
    {
        "links": {
            "arxiv:2401.00001": {
                "verdict": "ok",
                "since": "2026-11-20T12:00:00Z",
                "checked": "2026-11-20T12:00:00Z",
                "next": "2026-11-20T12:00:00Z",
            }
        }
    }
)
CHECKED = Observations(_STATE)


def body(catalog: Catalog, observations: Observations = NOTHING_OBSERVED, subject: str = "") -> str:
    (page,) = home.pages(catalog, Settings("The list", "What it is.", subject), observations)
    return page.body


def test_the_title_says_how_many_works_on_what(catalog: Catalog) -> None:
    title = html.fromstring(body(catalog, subject="talking images")).findtext(".//h1") or ""
    assert title.startswith(f"{count_catalog(catalog).works} works on talking images")


def test_links_are_said_to_be_checked_only_when_one_is(catalog: Catalog) -> None:
    assert "Links checked" not in body(catalog)
    assert "Links checked" in body(catalog, CHECKED)
    assert '<time datetime="2026-11-20">' in body(catalog, CHECKED)


def test_a_door_counts_what_its_page_lists(catalog: Catalog) -> None:
    model = catalog.entries["example2024imagetalk"].model_copy(update={"section": "related-lists"})
    catalog = Catalog({**catalog.entries, model.id: model}, catalog.vocabularies, {})  # a model of background
    counts = count_catalog(catalog)
    models, datasets = (
        html.fromstring(page.body).text_content() for page in tables.pages(catalog, Settings("The list"))
    )
    assert f"{counts.models} models" in models
    assert f"{counts.datasets} datasets" in datasets


def test_the_code_and_weights_of_the_models_are_those_of_models(catalog: Catalog) -> None:
    counts = count_catalog(catalog)
    assert 0 < counts.models_with_weights <= counts.models
    text = " ".join(html.fromstring(body(catalog)).text_content().split())
    assert f"{counts.models_with_code} of them link their code, {counts.models_with_weights} their" in text


def test_last_added_repeats_no_work_that_is_among_the_newest(catalog: Catalog) -> None:
    document = html.fromstring(body(catalog))
    newest, added = (
        document.xpath(f"//section[@aria-labelledby='{name}']//li/a/@href") for name in ("newest", "added")
    )
    assert newest
    assert not set(newest) & set(added)


def test_an_empty_list_has_a_home_page(catalog: Catalog) -> None:
    empty = Catalog({}, catalog.vocabularies, {})
    assert "0 works" in body(empty)
