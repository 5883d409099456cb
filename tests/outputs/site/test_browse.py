"""The HTML and data of the browse page."""

import gzip
import json
from typing import Any

import pytest
from lxml import html

from generator.catalog.catalog import Catalog
from generator.outputs import browse_data
from generator.outputs.site import browse
from generator.settings import Settings
from generator.views import browse_facets
from generator.views.facets import FACETS_BY_NAME, Facet
from generator.views.order import sort_newest_first
from tests.bench.synthetic import synthesize_catalog as bench_made
from tests.made_up import make_catalog, make_entry, make_large_catalog
from tests.whole import load_whole

SETTINGS = Settings("Awesome List")


def facet(name: str) -> Facet:
    return FACETS_BY_NAME[name]


def body(catalog: Catalog) -> str:
    (page,) = browse.pages(catalog, SETTINGS)
    return page.body


def read_manifest(catalog: Catalog) -> dict[str, Any]:
    (page,) = browse.pages(catalog, SETTINGS)
    found: dict[str, Any] = json.loads(
        page.start.partition('id="browse-manifest">')[2].partition("</script>")[0]
    )
    return found


def columns(catalog: Catalog) -> dict[str, list[object]]:
    found: dict[str, list[object]] = json.loads(browse_data.render_chunks(catalog)[0].text)
    return found


def test_a_term_counts_the_entries_of_those_below_it_once(catalog: Catalog) -> None:
    terms = catalog.vocabulary("modalities")
    child = next(term for term in terms if term.parent)
    entries = [
        make_entry("a", modalities=[child.slug]),
        make_entry("b", modalities=[child.slug, child.parent]),
        make_entry("c", modalities=[child.parent]),
    ]
    found = browse_facets.list_options(facet("modality"), make_catalog(catalog, entries))
    assert [(option.slug, option.count, option.depth) for option in found] == [
        (child.parent, 3, 0),
        (child.slug, 2, 1),
    ]


def test_terms_without_a_vocabulary_have_the_name_of_the_entry_or_their_own(catalog: Catalog) -> None:
    entries = [
        make_entry("base-model", name="Base Model"),
        make_entry("a", model={"base": "base-model"}),
        make_entry("b", model={"base": "base-model"}),
        make_entry("c", model={"base": "Nobody’s Model 2"}),
    ]
    found = make_catalog(catalog, entries)
    assert [
        (option.slug, option.label, option.count)
        for option in browse_facets.list_options(facet("base"), found)
    ] == [
        ("base-model", "Base Model", 2),
        ("nobody-s-model-2", "Nobody’s Model 2", 1),
    ]


def test_licenses_are_filtered_by_part_and_by_class(catalog: Catalog) -> None:
    entries = [
        make_entry("a", license={"weights": "Apache-2.0", "code": "MIT"}),
        make_entry("b", license={"weights": "MIT"}),
        make_entry("c", license={"weights": "CC-BY-NC-4.0"}),
        make_entry("d", license={"weights": "Non-commercial"}),
        make_entry("e", links={"weights": "https://example.org/e"}),
    ]
    found = browse_facets.list_options(facet("license_weights"), make_catalog(catalog, entries))
    assert [(option.slug, option.label, option.count, option.depth) for option in found] == [
        ("commercial", "Commercial use", 2, 0),
        ("mit", "MIT", 1, 1),
        ("apache-2-0", "Apache-2.0", 1, 1),
        ("non-commercial", "Non-commercial", 2, 0),
        ("cc-by-nc-4-0", "CC-BY-NC-4.0", 1, 1),
        ("not-stated", "Not stated", 1, 0),
    ]
    assert len(browse_facets.list_options(facet("license_code"), make_catalog(catalog, entries))) == 2


def test_the_classes_of_licenses_are_shown_and_the_licenses_folded(catalog: Catalog) -> None:
    entries = [
        make_entry("a", license={"code": "MIT"}),
        make_entry("b", links={"code": "https://example.org/b"}),
    ]
    page = html.fromstring(body(make_catalog(catalog, entries)))
    folded = {
        box.get("value"): "is-folded" in (box.xpath("ancestor::li")[0].get("class") or "")
        for box in page.xpath("//input[@name='license_code']")
    }
    assert folded == {"commercial": False, "mit": True, "not-stated": False}


def test_access_is_not_stated_where_a_part_is_linked_only(catalog: Catalog) -> None:
    entries = [
        make_entry("a", weights_access="gated"),
        make_entry("b", links={"weights": "https://example.org/b", "data": "https://example.org/b"}),
        make_entry("c", dataset={"access": "open"}),
        make_entry("d"),
    ]
    found = make_catalog(catalog, entries)
    options = {
        name: [(option.slug, option.count) for option in browse_facets.list_options(facet(name), found)]
        for name in ("weights_access", "access")
    }
    assert options == {
        "weights_access": [("gated", 1), ("not-stated", 1)],
        "access": [("open", 1), ("not-stated", 1)],
    }


def test_a_search_finds_terms_of_a_part_by_the_part_too(catalog: Catalog) -> None:
    (text,) = browse_data.render_terms(catalog).values()
    terms = json.loads(text)
    assert terms["license_weights"]["mit"]["words"] == ["MIT", "mit", "MIT License", "MIT weights"]
    assert terms["weights_access"]["open"]["words"][-1] == "Open weights"
    assert terms["weights_access"]["not-stated"]["words"] == [
        "Not stated",
        "not-stated",
        "may be open weights",
    ]
    assert terms["license_code"]["not-stated"]["words"] == ["Not stated", "not-stated"]


def test_a_facet_that_no_entry_has_is_not_shown(catalog: Catalog) -> None:
    shown = body(make_catalog(catalog, [make_entry("a", tasks=["vqa"])]))
    assert 'name="task" value="vqa"' in shown
    assert 'name="modality"' not in shown
    assert 'name="weights"' not in shown
    assert 'facet-years" hidden' in shown


def test_the_page_has_the_newest_works_whatever_the_size_of_the_list(catalog: Catalog) -> None:
    small, large = body(make_large_catalog(catalog, 60)), body(make_large_catalog(catalog, 3000))
    assert small.count('<li class="card">') == large.count('<li class="card">') == browse.RESULTS_PER_PAGE
    assert len(large) < len(small) * 1.1


def test_open_facets_come_first_then_availability_and_years(catalog: Catalog) -> None:
    entry = make_entry(
        "a", date="2024", tasks=["vqa"], model={"base": "Base"}, links={"code": "https://example.org/a"}
    )
    shown = body(make_catalog(catalog, [entry]))
    first = ['data-facet="task"', 'data-facet="kind"', "<legend>Available", "<legend>Year"]
    places = [shown.index(text) for text in (*first, 'data-facet="base"')]
    assert places == sorted(places)


def test_any_or_all_is_asked_only_where_an_entry_has_several_terms(catalog: Catalog) -> None:
    one = [make_entry("a", tasks=["vqa"]), make_entry("b", tasks=["captioning"])]
    assert "task.all" not in body(make_catalog(catalog, one))
    several = body(make_catalog(catalog, [*one, make_entry("c", tasks=["vqa", "captioning"])]))
    assert several.count('name="task.all"') == 2
    assert "kind.all" not in several


def test_a_card_is_a_heading_whose_links_have_names_of_their_own(catalog: Catalog) -> None:
    entry = make_entry(
        "a", name="ToyVLM", links={"weights": ["https://example.org/a", "https://example.org/b"]}
    )
    shown = body(make_catalog(catalog, [entry]))
    assert '<h3 class="card-title">' in shown
    assert 'aria-label="Weights example.org 1 of ToyVLM">Weights example.org 1</a>' in shown


def test_long_facets_fold_and_have_a_box_to_find_a_term(catalog: Catalog) -> None:
    entries = [make_entry(f"e{n}", model={"base": f"Base {n}"}) for n in range(20)]
    shown = body(make_catalog(catalog, entries))
    assert shown.count('class="is-folded"') == 20 - browse.TERMS_BEFORE_FOLD
    assert "Show all 20" in shown
    assert 'aria-label="Find in Base model"' in shown


def test_a_closed_facet_lists_its_most_frequent_terms_only(catalog: Catalog) -> None:
    entries = [make_entry(f"e{n}", model={"base": f"Base {n if n < 60 else 59}"}) for n in range(70)]
    shown = body(make_catalog(catalog, entries))
    assert shown.count('name="base"') == browse.MAX_TERMS
    assert 'value="base-59"' in shown
    assert "Show the 40 most frequent" in shown


def test_the_page_is_small_in_a_long_list_too() -> None:
    long = bench_made(load_whole(), 1250)
    assert len(gzip.compress(body(long).encode())) < 18_000


def test_chunks_have_every_entry_newest_first_and_few_at_first(catalog: Catalog) -> None:
    large = make_large_catalog(catalog, 1250)
    chunks = browse_data.render_chunks(large)
    ids = [json.loads(chunk.text)["id"] for chunk in chunks]
    assert [id_ for own in ids for id_ in own] == [entry.id for entry in sort_newest_first(large)]
    assert [chunk.count for chunk in chunks] == [len(own) for own in ids] == [100, 150, 500, 500]


@pytest.mark.parametrize("count", [1, 100, 101, 600, 601])
def test_chunks_have_every_entry_once_at_any_size(catalog: Catalog, count: int) -> None:
    chunks = browse_data.render_chunks(make_large_catalog(catalog, count))
    found = [id_ for chunk in chunks for id_ in json.loads(chunk.text)["id"]]
    assert len(found) == len(set(found)) == sum(chunk.count for chunk in chunks) == count
    assert all(0 < chunk.count <= browse_data.ENTRIES_PER_CHUNK for chunk in chunks)


def test_a_new_entry_changes_the_first_two_chunks_only(catalog: Catalog) -> None:
    large = make_large_catalog(catalog, 1250)
    changed = make_catalog(catalog, [*large, make_entry("newer", date="2026-01-01")])
    before, after = (
        [chunk.address for chunk in browse_data.render_chunks(list_)] for list_ in (large, changed)
    )
    assert after[2:] == before[2:]
    assert not set(after[:2]) & set(before[:2])


def test_a_row_has_all_that_is_searched_and_shown(catalog: Catalog) -> None:
    found = columns(catalog)
    terms: Any = found.pop("terms")
    place = found["id"].index("example2024imagetalk")
    row = {name: values[place] for name, values in found.items()}
    assert row["name"] == "ImageTalk"
    assert row["place"] == "ExConf 2024"
    own = {facet: lists[places[place]] for facet, (lists, places) in terms.items()}
    assert own["venue"] == ["exconf"]
    assert own["task"] == ["vqa", "captioning"]
    assert set(row["links"]) == {"pdf", "code", "weights", "data", "project", "demo"}  # type: ignore[call-overload]
    assert len({len(values) for values in (*found.values(), *(places for _, places in terms.values()))}) == 1


def test_text_of_an_entry_cannot_end_the_script_of_the_page(hostile: Catalog) -> None:
    assert read_manifest(hostile)["total"] == 1


def test_terms_have_their_names_and_the_term_above(catalog: Catalog) -> None:
    (text,) = browse_data.render_terms(catalog).values()
    found = json.loads(text)
    child = next(term for term in catalog.vocabulary("modalities") if term.parent)
    assert found["modality"][child.slug]["parent"] == child.parent
    assert {child.label, *child.aliases} <= set(found["modality"][child.slug]["words"])
    venue = next(term for term in catalog.vocabulary("venues") if term.name)
    assert {venue.label, venue.name} <= set(found["venue"][venue.slug]["words"])
    assert all(not term["words"] for term in found["section"].values()), "no card shows a section"


def test_the_page_names_every_file_of_its_data(catalog: Catalog) -> None:
    large = make_large_catalog(catalog, browse_data.ENTRIES_PER_CHUNK + 1)
    manifest = read_manifest(large)
    assert [*(address for address, _ in manifest["chunks"]), manifest["terms"]] == list(
        browse_data.render_browse_data(large)
    )


def test_the_page_names_the_facets_in_the_order_of_their_filters(catalog: Catalog) -> None:
    shown = body(catalog)
    *facets, author, code, weights, data = read_manifest(catalog)["facets"]
    assert (author, code, weights, data) == ("author", "code", "weights", "data")
    assert set(facets) == set(html.fromstring(shown).xpath("//details/@data-facet"))


def test_an_entry_takes_as_many_bytes_in_a_long_list_as_in_a_short_one() -> None:
    real = load_whole()
    short, long = (
        sum(
            len(gzip.compress(text.encode()))
            for text in browse_data.render_browse_data(bench_made(real, count)).values()
        )
        for count in (500, 2000)
    )
    assert long / 2000 < short / 500 < 300
