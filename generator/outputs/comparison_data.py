"""What a comparison of rows shows beside their cells: summaries and scores, loaded when a reader compares."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.numbers.model_scores import ModelScores, list_model_scores
from generator.views.tabled import list_datasets, list_models

COMPARISON_FILE = "comparison.json"


def render_model_comparison(catalog: Catalog) -> dict[str, str]:
    """Render the file of the table of models, as text by its address from the root of the site."""
    scores = [_describe_scores(found) for found in list_model_scores(catalog)]
    return {f"models/{COMPARISON_FILE}": _render(list_models(catalog), scores)}


def render_dataset_comparison(catalog: Catalog) -> dict[str, str]:
    """Render the file of the table of datasets, which have no scores."""
    return {f"datasets/{COMPARISON_FILE}": _render(list_datasets(catalog), [])}


def _render(entries: Iterable[Entry], scores: Sequence[Mapping[str, Any]]) -> str:
    summaries = {entry.id: entry.summary for entry in entries if entry.summary}
    return json.dumps({"summaries": summaries, "scores": scores}, ensure_ascii=False, separators=(",", ":"))


def _describe_scores(scores: ModelScores) -> dict[str, Any]:
    return {
        "benchmark": scores.benchmark.label,
        "address": f"results/{scores.benchmark.id}/",
        "setting": scores.setting,
        "metric": scores.metric.label,
        "better": scores.metric.better,
        "best": {
            model: {
                "text": number.result.text,
                "value": number.result.value,
                "variant": number.result.variant or "",
                "source": "" if number.result.own else number.source.label,
            }
            for model, number in scores.best.items()
        },
    }
