"""What a comparison of rows shows beside their cells: summaries and scores, loaded when a reader compares."""

import json
from collections.abc import Iterable
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.model_scores import ModelScores, list_model_scores
from generator.views.tabled import list_datasets, list_models

COMPARISON_FILE = "comparison.json"


def render_comparison_data(catalog: Catalog) -> dict[str, str]:
    """Render the file of each table, as text by its address from the root of the site."""
    models, data = list_models(catalog), list_datasets(catalog)
    scores = [_scores(found) for found in list_model_scores(catalog)]
    return {
        f"models/{COMPARISON_FILE}": _json({"summaries": _summaries(models), "scores": scores}),
        f"datasets/{COMPARISON_FILE}": _json({"summaries": _summaries(data), "scores": []}),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _summaries(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.id: entry.summary for entry in entries if entry.summary}


def _scores(scores: ModelScores) -> dict[str, Any]:
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
