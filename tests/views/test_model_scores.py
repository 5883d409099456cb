"""The numbers by which models are compared."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.views.numbers.model_scores import list_model_scores
from tests.made_up import make_entry


def catalog_of(catalog: Catalog, *results: dict[str, Any]) -> Catalog:
    """The vocabularies of `catalog` with models a, b and c, a benchmark, and tables that entry a prints."""
    entries = [make_entry("a", results=list(results)), *(make_entry(id_) for id_ in ("b", "c", "films"))]
    return Catalog({entry.id: entry for entry in entries}, catalog.vocabularies)


def table(setting: str | None, metric: str, **numbers: object) -> dict[str, Any]:
    rows = [{"model": model, "values": [value], "own": model == "a"} for model, value in numbers.items()]
    named = {"setting": setting} if setting else {}
    return {"benchmark": "films", "metric": metric, "rows": rows, **named}


def test_the_main_setting_of_a_benchmark_is_first(catalog: Catalog) -> None:
    made = catalog_of(
        catalog,
        table("zero-shot", "accuracy", a=50, b=60),
        table("fine-tuned", "accuracy", a=70, b=80, c=90),
    )
    found = list_model_scores(made)
    assert [(scores.benchmark.id, scores.setting) for scores in found] == [
        ("films", "fine-tuned"),
        ("films", "zero-shot"),
    ]
    assert {model: number.result.value for model, number in found[0].best.items()} == {
        "a": 70,
        "b": 80,
        "c": 90,
    }


def test_of_several_numbers_of_a_model_the_best_counts(catalog: Catalog) -> None:
    made = catalog_of(
        catalog, table("zero-shot", "accuracy", a=50, b=60), table("zero-shot", "accuracy", a=55, b=40)
    )
    (scores,) = list_model_scores(made)
    assert {model: number.result.value for model, number in scores.best.items()} == {"a": 55, "b": 60}


def test_a_setting_without_a_name_and_a_single_model_are_no_comparison(catalog: Catalog) -> None:
    made = catalog_of(catalog, table(None, "accuracy", a=50, b=60), table("zero-shot", "accuracy", a=50))
    assert list_model_scores(made) == []
