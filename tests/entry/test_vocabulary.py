"""Terms are found by what entries write and by what people call them."""

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term, Vocabulary


@pytest.mark.parametrize(
    ("vocabulary", "wanted", "found"),
    [
        ("modalities", "chest-xray", "chest-xray"),
        ("modalities", "Chest X-ray", "chest-xray"),
        ("modalities", "cxr", "chest-xray"),
        ("modalities", "RADIOGRAPH", "xray"),
        ("modalities", "chest-xrays", "chest-xray"),
        ("modalities", "juggling", None),
        ("venues", "EC", "ExConf"),
        ("venues", "example conference on examples", "ExConf"),
    ],
)
def test_a_term_is_suggested_by_any_of_its_names(
    catalog: Catalog, vocabulary: str, wanted: str, found: str | None
) -> None:
    assert catalog.vocabulary(vocabulary).suggest(wanted) == found


def test_another_spelling_is_certain_and_a_similar_name_is_a_guess(catalog: Catalog) -> None:
    licenses = catalog.vocabulary("licenses")
    assert licenses.translate("cc by 4.0") == "CC-BY-4.0"
    assert licenses.translate("CC-BY-NC") is None
    assert licenses.guess("CC-BY-NC") == ["CC-BY-NC-4.0", "CC-BY", "CC-BY-4.0"]
    assert licenses.guess("juggling") == []


def test_venues_are_written_by_label_and_other_terms_by_slug(catalog: Catalog) -> None:
    assert catalog.vocabulary("venues").get("exconf") is None
    assert catalog.vocabulary("venues").get("ExConf") is catalog.vocabulary("venues").terms["exconf"]
    assert catalog.vocabulary("modalities").get("Chest X-ray") is None
    assert catalog.vocabulary("modalities").get("chest-xray") is not None


def test_terms_keep_the_order_of_the_file(catalog: Catalog) -> None:
    assert [term.slug for term in catalog.vocabulary("modalities")] == ["xray", "chest-xray", "ct", "photo"]


def test_terms_have_ancestors_and_children() -> None:
    terms = [Term(slug="a", label="A"), Term(slug="b", label="B", parent="a")]
    terms.append(Term(slug="c", label="C", parent="b"))
    vocabulary = Vocabulary("tasks", {term.slug: term for term in terms})
    assert [term.slug for term in vocabulary.ancestors("c")] == ["b", "a"]
    assert [term.slug for term in vocabulary.children("a")] == ["b"]
    assert vocabulary.ancestors("a") == vocabulary.ancestors("nothing") == vocabulary.children("c") == []


def test_a_circle_of_parents_does_not_loop_forever() -> None:
    terms = [Term(slug="a", label="A", parent="b"), Term(slug="b", label="B", parent="a")]
    vocabulary = Vocabulary("tasks", {term.slug: term for term in terms})
    assert [term.slug for term in vocabulary.ancestors("a")] == ["b", "a"]
