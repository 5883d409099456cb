"""What services said, in the data of the browse page: facts to show and sort by, and abstracts to search."""

import json
from typing import Any

from lxml import html

from generator.catalog.catalog import Catalog
from generator.links.remembering.link_state import read_state
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs import abstract_data, browse_data
from generator.outputs.observed_data import render_observed_data
from generator.outputs.site import browse
from generator.settings import Settings
from tests.made_up import make_catalog, make_entry
from tests.paths import DATA

STATE = read_state(DATA / "observed" / "links.json")


def read_page(catalog: Catalog, observations: Observations) -> html.HtmlElement:
    (page,) = browse.pages(catalog, Settings("Awesome List"), observations)
    return html.fragment_fromstring(page.start + page.body, create_parent="div")


def read_manifest(page: html.HtmlElement) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.xpath("//*[@id='browse-manifest']")[0].text)
    return found


def list_sorts(page: html.HtmlElement) -> list[str]:
    return [str(label) for label in page.xpath("//*[@id='browse-sort']/option/text()")]


def test_facts_are_listed_for_entries_that_have_any_as_cards_show_them(catalog: Catalog) -> None:
    (text,) = render_observed_data(catalog, STATE).values()
    columns = json.loads(text)
    assert columns["id"] == ["example2024imagetalk", "muster2023askfilm", "sample2023wordpix"]
    assert columns["observed"][0] == [
        ["2026-11-06", "Citations 1,234"],
        ["2026-11-20", "Stars 7, Last push 2025-01-31, Links checked"],
    ]
    assert columns["citations"] == [1234, 56, 12]
    assert columns["stars"] == [7, None, 410]
    assert "downloads" not in columns


def test_only_orders_that_have_facts_are_offered(catalog: Catalog) -> None:
    assert list_sorts(read_page(catalog, Observations(STATE)))[-3:] == [
        "Most cited",
        "Most stars",
        "Last push",
    ]


def test_before_anything_is_observed_nothing_is_shown_or_named(catalog: Catalog) -> None:
    page = read_page(catalog, NOTHING_OBSERVED)
    assert list_sorts(page)[-1] == "Title"
    assert not {"observed", "abstracts"} & set(read_manifest(page))


def test_the_page_names_the_files_of_what_is_observed(catalog: Catalog) -> None:
    observations = Observations(STATE, {"2401.00001": "We ask images."})
    manifest = read_manifest(read_page(catalog, observations))
    files = browse_data.render_browse_data(catalog, observations)
    chunks = [address for address, _ in manifest["chunks"]]
    named = [*chunks, manifest["terms"], *manifest["observed"], *manifest["abstracts"]]
    assert named == list(files)


def test_a_new_abstract_changes_the_last_file_only(catalog: Catalog) -> None:
    count = abstract_data.ABSTRACTS_PER_FILE + 1
    works = [make_entry(f"made{n}", arxiv=f"2401.{n:05}", date=f"2{n:03}-01") for n in range(count)]
    texts = {str(work.arxiv): f"Abstract {work.id}." for work in works}
    before = abstract_data.render_abstract_data(make_catalog(catalog, works[:-1]), texts)
    after = abstract_data.render_abstract_data(make_catalog(catalog, works), texts)
    assert list(after)[:-1] == list(before)
    assert json.loads(list(after.values())[-1])["abstract"] == [texts[str(works[-1].arxiv)]]
