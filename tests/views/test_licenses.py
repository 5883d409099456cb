"""Licenses as a reader sees them."""

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.views.licenses import NOT_STATED, PartLicense, find_license_class, list_licenses
from tests.made_up import make_entry
from tests.paths import PROJECT

CLASSES = {"commercial", "non-commercial", "research-only", "custom"}


def test_a_license_has_the_label_of_its_class(catalog: Catalog) -> None:
    entry = make_entry(license={"code": "MIT", "data": "CC-BY-NC-4.0"})
    assert list_licenses(entry, catalog) == {
        "code": PartLicense("MIT", "Commercial use"),
        "data": PartLicense("CC-BY-NC-4.0", "Non-commercial"),
    }


def test_what_is_linked_without_a_license_is_not_stated(catalog: Catalog) -> None:
    entry = make_entry(links={"weights": "https://example.org/", "demo": "https://example.org/"})
    assert list_licenses(entry, catalog) == {"weights": PartLicense(NOT_STATED, "")}
    assert not list_licenses(entry, catalog)["weights"].is_stated


def test_an_entry_may_write_a_class_and_an_unknown_license_has_none(catalog: Catalog) -> None:
    commercial = find_license_class("Commercial use", catalog)
    assert commercial
    assert commercial.slug == "commercial"
    assert find_license_class("Nobody\u2019s", catalog) is None
    assert (
        list_licenses(make_entry(license={"code": "Nobody\u2019s"}), catalog)["code"].use == "Nobody\u2019s"
    )


def test_each_license_of_the_real_list_is_below_one_of_the_four_classes() -> None:
    catalog = load(PROJECT).catalog
    terms = list(catalog.vocabulary("licenses"))
    assert {term.slug for term in terms if not term.parent} == CLASSES
    above = [term.slug for term in terms if not term.parent]
    in_file_order = [term.parent for term in terms if term.parent]
    assert in_file_order == sorted(in_file_order, key=above.index)
