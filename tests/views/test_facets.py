"""The table of facets: names clash with nothing else, and a row is enough for a facet."""

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import browse_data
from generator.outputs.site import list_pages
from generator.views import browse_facets
from generator.views.facets import FACETS, FACETS_BY_NAME
from generator.views.groups import build_groups
from generator.views.links import LINK_LABELS
from tests.made_up import HOMELESS
from tests.paths import PROJECT


def columns(catalog: Catalog) -> dict[str, Any]:
    again = Catalog(catalog.entries, catalog.vocabularies, catalog.paths)
    chunk, *_ = browse_data.render_chunks(again)
    found: dict[str, Any] = json.loads(chunk.text)
    return found


STATE = {"q", "scope", "sort", "page"}
"""Other keys in the address of a filtered page."""


def test_names_are_unique_and_clash_with_no_other_key_of_an_address() -> None:
    names = [facet.name for facet in FACETS]
    assert len({*names}) == len(names)
    assert not {*names} & (STATE | {*LINK_LABELS})


def test_the_folders_of_facets_have_no_other_pages_or_files(catalog: Catalog) -> None:
    named = {facet.name for facet in FACETS if facet.plural}
    pages = {page.address.partition("/")[0] for page in list_pages(catalog, HOMELESS)}
    handwritten = {path.name.removesuffix(".md") for path in (PROJECT / "site_docs").iterdir()}
    assert named <= pages
    assert not named & ({"papers", "browse", "data", "new", "assets"} | handwritten)


def test_a_facet_named_like_a_key_of_the_browse_row_leaves_the_row_unchanged(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = columns(catalog)
    odd = replace(FACETS_BY_NAME["task"], name="title")
    monkeypatch.setattr(browse_facets, "FILTER_FACETS", (odd,))
    after = columns(catalog)
    assert after["title"] == before["title"]
    assert after["terms"] == {"title": before["terms"]["task"]}


def test_a_facet_without_a_vocabulary_can_have_pages(catalog: Catalog) -> None:
    found = build_groups(FACETS_BY_NAME["base"], catalog)
    assert [(group.slug, group.label) for group in found] == [("sample2023wordpix", "WordPix")]
