"""What a comparison loads beside the cells of its table."""

import json

from generator.catalog.catalog import Catalog
from generator.outputs.comparison_data import render_dataset_comparison, render_model_comparison


def test_models_have_summaries_and_scores_and_datasets_have_summaries(catalog: Catalog) -> None:
    models = json.loads(render_model_comparison(catalog)["models/comparison.json"])
    assert models["summaries"]["sample2023wordpix"] == catalog.entries["sample2023wordpix"].summary
    assert [scores["setting"] for scores in models["scores"]] == ["fine-tuned, test split", "zero-shot"]
    best = {
        "example2024imagetalk": {"text": "70.00", "value": 70.0, "variant": "7B", "source": ""},
        "sample2023wordpix": {"text": "55.5 ± 0.5", "value": 55.5, "variant": "", "source": "ImageTalk"},
    }
    assert models["scores"][0] == {
        "benchmark": "AskFilm",
        "address": "results/muster2023askfilm/",
        "setting": "fine-tuned, test split",
        "metric": "Accuracy",
        "better": "higher",
        "best": best,
    }
    data = json.loads(render_dataset_comparison(catalog)["datasets/comparison.json"])
    assert "tiny-films" in data["summaries"]
    assert data["scores"] == []
