"""The task that a number measures follows from its setting, its metric and its benchmark, in this order."""

from dataclasses import replace

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.results import Result
from generator.entry.vocabulary import Term, Vocabulary
from generator.views.numbers.measured_tasks import find_measured_task
from tests.made_up_results import make_work

METRICS = [
    Term(slug="overlap", label="Overlap", tasks=["segmentation"]),
    Term(slug="accuracy", label="Accuracy", tasks=["vqa", "captioning"]),
    Term(slug="score", label="Score"),
]


@pytest.fixture
def metric_catalog(catalog: Catalog) -> Catalog:
    metrics = Vocabulary("metrics", {term.slug: term for term in METRICS})
    return replace(catalog, vocabularies={**catalog.vocabularies, "metrics": metrics})


def result(metric: str, setting: str | None = None) -> Result:
    return Result(benchmark="bench", metric=metric, value=1.0, model="Net", setting=setting, text="1.0")


@pytest.mark.parametrize(
    ("tasks", "metric", "setting", "measured"),
    [
        (["evaluation", "vqa"], "accuracy", "boxes", "segmentation"),
        (["evaluation", "vqa"], "accuracy", None, "vqa"),
        (["evaluation", "captioning", "vqa"], "accuracy", "other", "captioning"),
        (["text-segmentation"], "overlap", None, "text-segmentation"),
        (["evaluation"], "overlap", None, "segmentation"),
        (["evaluation", "vqa"], "score", None, "vqa"),
        (["evaluation"], "score", None, "evaluation"),
        (["evaluation"], "accuracy", None, "evaluation"),
        ([], "score", None, ""),
    ],
    ids=[
        "the task of the setting",
        "the task that the metric measures",
        "the first of several that the metric measures",
        "a task below the one that the metric measures",
        "the only task of the metric",
        "the task that is measured on data of its own",
        "the first task",
        "the first task where the metric measures several others",
        "none",
    ],
)
def test_the_task_of_a_number(
    tasks: list[str], metric: str, setting: str | None, measured: str, metric_catalog: Catalog
) -> None:
    settings = {"boxes": "boxes", "other": "other"}
    by_task = {"segmentation": ["boxes"]}
    fields = {"tasks": tasks} if tasks else {}
    bench = make_work("bench", kind="dataset", settings=settings, settings_by_task=by_task, **fields)
    assert find_measured_task(bench, result(metric, setting), metric_catalog) == measured
