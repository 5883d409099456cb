"""Terms are found by any of their names."""

import pytest

from generator.catalog.catalog import Catalog
from generator.learning.names import NameIndex


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of radiographs", ["xray"]),
        ("It directs CT", ["ct"]),
        ("It directs ct, with impact", []),
        ("A RADIOGRAPH, an x-ray", ["xray", "xray"]),
        ("Chest X-rays", ["chest-xray", "xray"]),
        ("", []),
    ],
)
def test_a_text_names_terms_by_label_or_alias_in_any_number(
    catalog: Catalog, text: str, found: list[str]
) -> None:
    index = NameIndex((term.slug, term) for term in catalog.vocabulary("modalities"))
    assert [slug for slug, _ in index.find(text)] == found


def test_without_terms_nothing_is_found() -> None:
    assert NameIndex([]).find("CT") == []
