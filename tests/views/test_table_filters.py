"""The filters above the tables of models and of datasets."""

import pytest

from generator.catalog.catalog import Catalog
from generator.entry import quantities
from generator.views.table_filters import (
    DATA_FILTERS,
    MODEL_FILTERS,
    TableFilter,
    TableOption,
    find_counted,
    list_options,
)
from tests.made_up import make_entry

BY_NAME = {filter_.name: filter_ for filter_ in (*DATA_FILTERS, *MODEL_FILTERS)}


def find(name: str, catalog: Catalog, **fields: object) -> list[str]:
    return list(BY_NAME[name].find_terms(make_entry(**fields), catalog))


def test_a_row_also_has_the_terms_above_its_own(catalog: Catalog) -> None:
    assert find("modality", catalog, modalities=["chest-xray"]) == ["chest-xray", "xray"]


@pytest.mark.parametrize(
    ("stated", "sizes"),
    [
        ("900M", ["under-1b"]),
        ("1B", ["1b-8b"]),
        ("8B", ["1b-8b"]),
        ("8.1B", ["8b-40b"]),
        ("40B", ["8b-40b"]),
        ("7B, 72B", ["1b-8b", "over-40b"]),
        ("3B-70B", ["1b-8b", "8b-40b", "over-40b"]),
    ],
)
def test_a_model_of_several_sizes_is_found_by_each(stated: str, sizes: list[str], catalog: Catalog) -> None:
    assert find("parameters", catalog, model={"parameters": stated}) == sizes


def test_a_model_without_a_stated_size_is_found_as_such(catalog: Catalog) -> None:
    assert find("parameters", catalog, model={"domain": "broad"}) == ["not-stated"]


def test_ranges_of_sizes_are_read_from_low_to_high() -> None:
    assert quantities.list_ranges("3B-32B, 70B") == [(3 * 10**9, 32 * 10**9), (70 * 10**9, 70 * 10**9)]


@pytest.mark.parametrize(
    ("counts", "size"),
    [
        ({"images": 999}, "under-1k"),
        ({"images": "~1K"}, "1k-10k"),
        ({"images": "1.65M"}, "over-1m"),
        ({"reports": 5}, "not-stated"),
    ],
)
def test_a_dataset_is_found_by_the_number_of_the_first_thing_that_the_list_counts(
    counts: dict[str, object], size: str, catalog: Catalog
) -> None:
    counted = find_counted(catalog)
    assert counted
    assert counted.slug == "images"
    assert find("size", catalog, dataset={"counts": counts}) == [size]


def test_a_license_is_found_by_its_class_and_a_part_without_one_as_not_stated(catalog: Catalog) -> None:
    assert find("license_code", catalog, license={"code": "MIT"}) == ["commercial"]
    assert find("license_code", catalog, links={"code": "https://example.org/"}) == ["not-stated"]
    assert find("license_code", catalog) == []


def test_access_that_no_source_states_is_not_stated(catalog: Catalog) -> None:
    assert find("access", catalog, links={"data": "https://example.org/"}) == ["not-stated"]
    assert find("access", catalog, dataset={"access": "open"}) == ["open"]


def test_linked_weights_are_found_whatever_their_access(catalog: Catalog) -> None:
    links = {"weights": "https://example.org/"}
    assert find("weights_access", catalog, links=links) == ["linked", "not-stated"]
    assert find("weights_access", catalog, links=links, weights_access="open") == ["linked", "open"]
    assert find("weights_access", catalog) == []


def test_options_are_those_that_a_row_has_by_count_or_in_a_given_order(catalog: Catalog) -> None:
    sizes = list_options(BY_NAME["parameters"], [["not-stated"], ["not-stated"], ["1b-8b"]], catalog)
    assert [(option.slug, option.count) for option in sizes] == [("1b-8b", 1), ("not-stated", 2)]
    tasks = list_options(BY_NAME["task"], [["captioning"], ["vqa"], ["vqa"]], catalog)
    assert tasks == [
        TableOption("vqa", "Visual question answering", 2),
        TableOption("captioning", "Captioning", 1),
    ]


@pytest.mark.parametrize("filter_", [*MODEL_FILTERS, *DATA_FILTERS], ids=lambda filter_: str(filter_.name))
def test_every_term_of_every_entry_has_a_label(filter_: TableFilter, catalog: Catalog) -> None:
    labels = filter_.list_labels(catalog)
    for entry in catalog:
        assert set(filter_.find_terms(entry, catalog)) <= set(labels), entry.id
