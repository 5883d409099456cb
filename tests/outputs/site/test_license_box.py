"""What an entry's page and the tables say about licenses and access."""

from typing import Any

from lxml import html

from generator.catalog.catalog import Catalog
from generator.links.remembering.link_state import LinkState
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site import entry as entry_page
from generator.outputs.site import tables
from tests.made_up import HOMELESS, make_catalog, make_entry

LINK = "https://example.org/"
NOON = "2026-11-20T12:00:00Z"


def read_box(
    catalog: Catalog, *others: Any, observed: Observations = NOTHING_OBSERVED, **values: Any
) -> dict[str, html.HtmlElement]:
    """The descriptions in the box of the entry that `values` make, by part."""
    found = make_catalog(catalog, [make_entry("one", **values), *others])
    body = next(
        page for page in entry_page.pages(found, HOMELESS, observed) if page.address == "papers/one/"
    ).body
    (box,) = html.fromstring(body).xpath("//section[@aria-labelledby='license']//dl")
    parts = [term.text for term in box.findall("dt")]
    return dict(zip(parts, box.findall("dd"), strict=True))


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_license_is_a_badge_a_link_and_a_sentence(catalog: Catalog) -> None:
    box = read_box(catalog, license={"code": "MIT", "data": "Exemplar Terms of Use"})
    assert text_of(box["Code"]) == "Commercial use MIT. Commercial use is allowed."
    assert box["Code"].xpath("a/@href") == ["https://spdx.org/licenses/MIT.html"]
    assert text_of(box["Data"]) == "Custom terms Exemplar Terms of Use. Terms of their own."
    assert box["Data"].xpath("a") == []


def test_a_class_alone_says_that_the_license_is_not_named(catalog: Catalog) -> None:
    box = read_box(catalog, license={"code": "Non-commercial"})
    assert text_of(box["Code"]) == "Non-commercial Commercial use is not allowed. The license is not named."


def test_a_part_without_a_license_says_to_ask(catalog: Catalog) -> None:
    box = read_box(catalog, links={"weights": LINK})
    assert text_of(box["Weights"]) == "No license stated: ask the authors before you use it."


def test_access_and_the_license_of_the_base_are_beside_it(catalog: Catalog) -> None:
    base = make_entry("base", name="Base", license={"weights": "MIT"})
    box = read_box(catalog, base, model={"base": "base"}, weights_access="gated")
    assert text_of(box["Weights"]) == (
        "No license stated: ask the authors before you use it. Built on Base (weights: MIT)."
        "Access: gated. Accepted terms are needed."
    )
    assert box["Weights"].xpath("a/@href") == ["../../papers/base/"]


def test_rows_of_tables_have_class_and_access_to_filter_by(catalog: Catalog) -> None:
    entries = [
        make_entry("a", model={"domain": "broad"}, license={"weights": "MIT"}, weights_access="open"),
        make_entry("b", model={"domain": "broad"}, links={"weights": LINK}),
        make_entry("c", kind="dataset", license={"data": "CC-BY-NC-4.0"}, dataset={"access": "gated"}),
    ]
    models, datasets = (
        html.fromstring(page.body) for page in tables.pages(make_catalog(catalog, entries), HOMELESS)
    )
    assert models.xpath("//tr/@data-license_weights") == ["commercial", "not-stated"]
    assert models.xpath("//tr/@data-weights_access") == ["open", "linked not-stated"]
    assert datasets.xpath("//tr/@data-license_data") == ["non-commercial"]
    assert datasets.xpath("//tr/@data-access") == ["gated"]


def test_observed_access_is_shown_with_its_day_where_the_entry_states_none(catalog: Catalog) -> None:
    hub, other = "https://huggingface.co/example/one", "https://huggingface.co/example/two"
    times = {"since": NOON, "checked": NOON, "next": NOON}
    gated = {"verdict": "degraded", **times, "observed": {"gated": True}}
    links = {"huggingface:models/example/one": gated}
    observations = Observations(LinkState.model_validate({"links": links}))
    said = "Access: gated (as observed on 2026-11-20). "
    assert said in text_of(read_box(catalog, observed=observations, links={"weights": hub})["Weights"])
    several = read_box(catalog, observed=observations, links={"weights": [hub, other]})
    assert "Access" not in text_of(several["Weights"]), "the other may be open"
    stated = read_box(catalog, observed=observations, links={"weights": hub}, weights_access="registration")
    assert "Access: registration. " in text_of(stated["Weights"])
