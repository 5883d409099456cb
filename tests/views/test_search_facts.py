"""What a search finds beside an entry's own words."""

from generator.catalog.catalog import Catalog
from generator.views.search_facts import FACT_LABELS, list_search_facts
from tests.made_up import make_catalog, make_entry


def test_the_components_of_a_model_and_the_works_it_uses_are_found_by_their_names(catalog: Catalog) -> None:
    base = make_entry("base", name="Base Name")
    entry = make_entry(
        "model",
        model={"base": "base", "language_model": "Talker 7B", "image_encoder": "Seer-L"},
        uses={"trained_on": ["Plain set"], "evaluated_on": ["base"]},
    )
    found = list_search_facts(entry, make_catalog(catalog, [base, entry]))
    assert found == {
        "language_model": ["Talker 7B"],
        "image_encoder": ["Seer-L"],
        "trained_on": ["Plain set"],
        "evaluated_on": ["Base Name"],
        "base": ["Base Name"],
    }
    assert found.keys() <= FACT_LABELS.keys()


def test_a_dataset_is_found_by_what_it_was_built_from(catalog: Catalog) -> None:
    entry = make_entry("data", dataset={"built_from": ["Old set"]})
    assert list_search_facts(entry, catalog) == {"built_from": ["Old set"]}


def test_an_entry_without_such_facts_has_none(catalog: Catalog) -> None:
    assert list_search_facts(make_entry("plain"), catalog) == {}
