"""What code, weights and data may be used for, and how to get them, as a reader sees it."""

from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.views.licenses import (
    NOT_STATED,
    PartLicense,
    find_access,
    find_base_license,
    find_license_class,
    find_main_license,
    has_part,
    list_licenses,
)
from tests.made_up import make_catalog, make_entry
from tests.whole import load_whole

CLASSES = {"commercial", "non-commercial", "research-only", "custom"}
MIT = "https://spdx.org/licenses/MIT.html"
LINK = "https://example.org/"


def test_a_license_has_the_label_and_the_rule_of_its_class_and_its_text(catalog: Catalog) -> None:
    entry = make_entry(license={"code": "MIT", "data": "CC-BY-NC-4.0"})
    assert list_licenses(entry, catalog) == {
        "code": PartLicense("code", "MIT", "Commercial use", "Commercial use is allowed.", MIT),
        "data": PartLicense(
            "data", "CC-BY-NC-4.0", "Non-commercial", "Commercial use is not allowed.", ""
        ),
    }  # fmt: skip


def test_what_is_linked_without_a_license_is_not_stated(catalog: Catalog) -> None:
    entry = make_entry(links={"weights": LINK, "demo": LINK})
    assert list_licenses(entry, catalog) == {"weights": PartLicense("weights", NOT_STATED, "", "", "")}
    assert not list_licenses(entry, catalog)["weights"].is_stated


def test_an_entry_may_write_a_class_and_an_unknown_license_has_none(catalog: Catalog) -> None:
    commercial = find_license_class("Commercial use", catalog)
    assert commercial
    assert commercial.slug == "commercial"
    assert find_license_class("Nobody\u2019s", catalog) is None
    found = list_licenses(make_entry(license={"code": "Nobody\u2019s", "data": "Non-commercial"}), catalog)
    assert found["code"].use == "Nobody\u2019s"
    assert not found["data"].is_named


@pytest.mark.parametrize(
    ("values", "badge"),
    [
        ({"license": {"code": "MIT"}}, "Code: Commercial use"),
        ({"license": {"code": "MIT"}, "links": {"weights": LINK}}, "Weights: license not stated"),
        ({"license": {"weights": "CC-BY-NC-4.0", "data": "MIT"}}, "Weights: Non-commercial"),
        ({"license": {"weights": "CC-BY-NC-4.0", "data": "MIT"}, "kind": "dataset"}, "Data: Commercial use"),
    ],
)
def test_the_badge_is_that_of_what_readers_mostly_want(
    catalog: Catalog, values: dict[str, Any], badge: str
) -> None:
    found = find_main_license(make_entry(**values), catalog)
    assert found
    assert found.badge == badge


def test_a_work_without_parts_has_no_badge(catalog: Catalog) -> None:
    assert find_main_license(make_entry(links={"demo": LINK}), catalog) is None


def test_a_part_that_is_not_linked_is_known_by_how_to_get_it() -> None:
    entry = make_entry(weights_access="registration", dataset={"access": "open"})
    assert (find_access(entry, "weights"), find_access(entry, "data")) == ("registration", "open")
    assert [part for part in ("code", "weights", "data") if has_part(entry, part)] == ["weights", "data"]


def test_the_license_of_the_base_is_a_fact_beside_the_own_one(catalog: Catalog) -> None:
    base = make_entry("base", license={"weights": "CC-BY-NC-4.0"})
    silent = make_entry("silent", links={"weights": LINK})
    built = [make_entry(f"on-{name}", model={"base": name}) for name in ("base", "silent", "Nobody’s Model")]
    found = make_catalog(catalog, [base, silent, *built])
    licenses = [find_base_license(entry, found) for entry in built]
    assert licenses[1:] == [None, None]
    assert licenses[0]
    assert (licenses[0].model, licenses[0].license.label) == (base, "CC-BY-NC-4.0")
    assert list_licenses(built[0], found) == {}


def test_each_license_of_the_real_list_is_below_one_of_the_four_classes() -> None:
    catalog = load_whole()
    terms = list(catalog.vocabulary("licenses"))
    assert {term.slug for term in terms if not term.parent} == CLASSES
    above = [term.slug for term in terms if not term.parent]
    in_file_order = [term.parent for term in terms if term.parent]
    assert in_file_order == sorted(in_file_order, key=above.index)
    assert all(term.description.endswith(".") for term in terms if not term.parent)
