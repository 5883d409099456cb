"""The results as open data: valid by their schema, one record for each number."""

import csv
import io
import json

import jsonschema

from generator.catalog.catalog import Catalog
from generator.outputs.data import results_data
from tests.made_up_results import make_number, make_work


def test_the_open_data_is_valid_by_its_schema(benchmark_catalog: Catalog) -> None:
    document = json.loads("".join(results_data.stream_results_json(benchmark_catalog)))
    jsonschema.validate(document, json.loads(results_data.render_results_schema()))
    assert len(document["results"]) == 7
    first = document["results"][0]
    assert (first["source"], first["model_name"], first["unit"], first["better"]) == (
        "one2022",
        "One",
        "percent",
        "higher",
    )


def test_rows_are_the_records(benchmark_catalog: Catalog) -> None:
    rows = list(
        csv.DictReader(io.StringIO("".join(results_data.stream_results_csv(benchmark_catalog)), newline=""))
    )
    assert [row["value"] for row in rows] == ["71.5", "0.4", "60", "80", "33", "61", "71.5"]
    assert rows[5]["sd"] == "0.5"
    assert rows[0]["sd"] == ""


def test_the_place_of_a_number_has_its_address(benchmark_catalog: Catalog) -> None:
    document = json.loads("".join(results_data.stream_results_json(benchmark_catalog)))
    found = [(one["where"], one["source_url"]) for one in document["results"]]
    assert found[:3] == [("Table 1", "https://arxiv.org/abs/2203.00001")] * 2 + [("", "")]


def test_a_negative_number_is_no_formula_and_a_hostile_name_is(benchmark_catalog: Catalog) -> None:
    entry = make_work("two2023", make_number(-0.2, metric="accuracy", model="=cmd|x"))
    (row,) = csv.DictReader(
        io.StringIO(
            "".join(
                results_data.stream_results_csv(
                    Catalog({entry.id: entry}, benchmark_catalog.vocabularies, {})
                )
            )
        )
    )
    assert (row["value"], row["model"]) == ("-0.2", "'=cmd|x")
