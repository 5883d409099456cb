"""The best scores of a model are values as printed, one a benchmark."""

from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.numbers.best_scores import list_best_scores


def work(id_: str, *tables: dict[str, Any], **fields: Any) -> Entry:
    common = {"id": id_, "title": f"On {id_}", "kind": "model", "section": "models", "added": "2024-01-01"}
    return Entry.model_validate({**common, **fields, "results": list(tables)})


def table(
    benchmark: str, setting: str, model: str, *values: float, metric: str = "accuracy"
) -> dict[str, Any]:
    rows = [{"model": model, "values": [value]} for value in values]
    return {"benchmark": benchmark, "setting": setting, "metric": metric, "rows": rows}


@pytest.fixture
def scored(catalog: Catalog) -> Catalog:
    entries = [
        work("small2020", kind="dataset", name="Small"),
        work("large2020", kind="dataset", name="Large"),
        work(
            "net2022",
            table("small2020", "test", "net2022", 0.3, metric="bleu"),
            table("large2020", "test", "net2022", 71.5, 73.5),
            table("large2020", "validation", "net2022", 99.0),
            table("Plain Bench", "test", "net2022", 12.0),
        ),
        work("other2023", table("large2020", "test", "net2022", 72.25)),
    ]
    return Catalog({entry.id: entry for entry in entries}, catalog.vocabularies, {})


def test_each_benchmark_has_the_best_value_of_its_commonest_setting(scored: Catalog) -> None:
    first, second = list_best_scores(scored, "net2022", 5)
    assert (first.benchmark.id, first.setting, first.text) == ("large2020", "test", "73.5%")
    assert (second.benchmark.id, second.metric.slug, second.text) == ("small2020", "bleu", "0.3")


def test_the_main_setting_counts_where_the_model_has_a_value_in_it(scored: Catalog) -> None:
    settings = {"main": "validation", "test": "test"}
    large = scored.entries["large2020"].model_copy(update={"settings": settings})
    catalog = Catalog({**scored.entries, "large2020": large}, scored.vocabularies, {})
    first, _ = list_best_scores(catalog, "net2022", 5)
    assert (first.setting, first.text, first.is_main) == ("validation", "99.0%", True)


def test_without_a_value_in_the_main_setting_the_commonest_one_is_named(scored: Catalog) -> None:
    other = work("far2023", table("large2020", "main", "far2023", 80.0))
    large = scored.entries["large2020"].model_copy(update={"settings": {"main": "main"}})
    entries = {**scored.entries, "large2020": large, "far2023": other}
    first, _ = list_best_scores(Catalog(entries, scored.vocabularies, {}), "net2022", 5)
    assert (first.setting, first.text, first.is_main) == ("test", "73.5%", False)


def test_the_report_of_the_authors_is_shown_and_not_its_rounding_by_others(catalog: Catalog) -> None:
    entries = [
        work("large2020", kind="dataset", name="Large"),
        work("net2022", table("large2020", "test", "net2022", 91.65)),
        work(
            "other2023",
            {
                **table("large2020", "test", "net2022", 91.7),
                "rows": [{"model": "net2022", "values": [91.7], "own": False}],
            },
        ),
    ]
    rounded = Catalog({entry.id: entry for entry in entries}, catalog.vocabularies, {})
    (score,) = list_best_scores(rounded, "net2022", 5)
    assert score.text == "91.65%"


def test_benchmarks_with_most_results_come_first_and_are_kept(scored: Catalog) -> None:
    assert [score.benchmark.id for score in list_best_scores(scored, "net2022", 1)] == ["large2020"]


def test_a_work_without_results_has_none(scored: Catalog) -> None:
    assert list_best_scores(scored, "small2020", 5) == []
