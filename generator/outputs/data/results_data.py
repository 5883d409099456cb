"""The results as open data: every printed number with its source, as JSON with a schema, and as CSV."""

import json
from collections.abc import Iterator
from typing import Any

from generator.catalog.catalog import Catalog
from generator.outputs.data.csv_data import stream_csv
from generator.outputs.data.pieces import join_pieces
from generator.render.json_line import encode_line
from generator.views.numbers.number_sources import find_number_source
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.results import list_all_numbers

RESULTS_VERSION = 1
"""Raised when a field is renamed, is removed or changes its meaning; not for new fields."""

_TEXT = {"type": "string"}
_NUMBER = {"type": "number"}
RESULT_FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "source": (_TEXT, "The id of the entry that prints the number."),
    "benchmark": (_TEXT, "The id of an entry, or a plain name."),
    "benchmark_name": (_TEXT, "What a reader sees for it."),
    "setting": (_TEXT, "How it was measured; numbers of different settings cannot be compared."),
    "metric": (_TEXT, "A term of the metrics."),
    "metric_name": (_TEXT, "What a reader sees for it."),
    "unit": ({"enum": ["percent", "fraction", "score"]}, "What the value is given in."),
    "better": ({"enum": ["higher", "lower", ""]}, "Which values are better; empty where neither is."),
    "value": (_NUMBER, "The number as printed, in the unit."),
    "sd": ({"type": ["number", "null"]}, "The standard deviation, where it is printed."),
    "model": (_TEXT, "The id of an entry, or a plain name."),
    "model_name": (_TEXT, "What a reader sees for it."),
    "variant": (_TEXT, "Size, backbone or version of the model, as printed."),
    "own": ({"type": "boolean"}, "Whether the model's own authors print it."),
    "where": (_TEXT, "The table or figure, or the file of a repository."),
    "source_url": (_TEXT, "The address of the place: of the paper or of the file; empty if none is known."),
    "note": (_TEXT, "A caveat."),
}
"""The schema of each field of a result, and its description."""


def stream_results_json(catalog: Catalog) -> Iterator[str]:
    """Render all results as JSON, one on each line."""
    lines = map(encode_line, catalog.index(_list_records))
    yield f'{{\n"version": {RESULTS_VERSION},\n"results": [\n'
    yield from join_pieces(lines, ",\n")
    yield "\n]\n}\n"


def render_results_schema() -> str:
    """Render the JSON Schema of `results.json`."""
    properties = {name: {**kind, "description": text} for name, (kind, text) in RESULT_FIELDS.items()}
    result = {
        "type": "object",
        "additionalProperties": False,
        "required": list(RESULT_FIELDS),
        "properties": properties,
    }
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Results",
        "type": "object",
        "additionalProperties": False,
        "required": ["version", "results"],
        "properties": {"version": {"const": RESULTS_VERSION}, "results": {"type": "array", "items": result}},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def stream_results_csv(catalog: Catalog) -> Iterator[str]:
    """Render all results as CSV, with a header."""
    yield from stream_csv(RESULT_FIELDS, (record.values() for record in catalog.index(_list_records)))


def _list_records(catalog: Catalog) -> list[dict[str, Any]]:
    return [_make_record(number, catalog) for number in list_all_numbers(catalog)]


def _make_record(number: PrintedNumber, catalog: Catalog) -> dict[str, Any]:
    result = number.result
    metric = catalog.vocabulary("metrics").get(result.metric)
    return {
        "source": number.source.id,
        "benchmark": result.benchmark,
        "benchmark_name": catalog.work_label(result.benchmark),
        "setting": result.setting or "",
        "metric": result.metric,
        "metric_name": catalog.label("metrics", result.metric),
        "unit": (metric and metric.unit) or "score",
        "better": (metric and metric.better) or "",
        "value": result.value,
        "sd": result.sd,
        "model": result.model,
        "model_name": catalog.work_label(result.model),
        "variant": result.variant or "",
        "own": result.own,
        "where": result.where or "",
        "source_url": find_number_source(result.where or "", number.source, catalog).url,
        "note": result.note or "",
    }
