"""The JSON Schemas accept every entry and reject invalid ones."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.catalog.catalog import Catalog
from generator.outputs.data import schema
from generator.outputs.data.json_data import stream_entries_json
from generator.settings import Settings
from generator.yamlfiles import reading
from tests.paths import DATA

ENTRIES = sorted((DATA / "catalog/entries").glob("[!_]*/*.yaml"))
VALID = {"title": "A title", "kind": "model", "section": "models", "added": "2024-01-01"}


@pytest.fixture(scope="module")
def of_file(catalog: Catalog) -> Draft202012Validator:
    return validator(schema.render_entry_schema(catalog))


def validator(text: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


@pytest.mark.parametrize("file", ENTRIES, ids=lambda file: file.stem)
def test_entry_files_are_valid(file: Path, of_file: Draft202012Validator) -> None:
    assert list(of_file.iter_errors(reading.read_document(file, file.name).data)) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "modle"}, "'modle' is not one of"),
        ({"titel": "x"}, "'titel' was unexpected"),
        ({"venue": {"name": "NoConf", "year": 2024}}, "'NoConf' is not one of"),
        ({"links": {"code": 1}}, "1 is not valid"),
        ({"authors": "Ada Example"}, "is not of type 'array'"),
        ({"id": "x"}, "'id' was unexpected"),
    ],
)
def test_errors_are_found(change: dict[str, Any], message: str, of_file: Draft202012Validator) -> None:
    assert list(of_file.iter_errors(VALID)) == []
    errors = [error for found in of_file.iter_errors(VALID | change) for error in (found, *found.context)]
    assert any(message in error.message for error in errors)


def test_document_is_valid(catalog: Catalog, settings: Settings) -> None:
    found = validator(schema.render_entries_schema(catalog, settings))
    assert list(found.iter_errors(json.loads("".join(stream_entries_json(catalog, catalog, settings))))) == []
    assert found.schema["$id"] == "https://list.example.org/imaging/data/entries.schema.json"
    assert "$id" not in json.loads(schema.render_entries_schema(catalog, Settings("List")))
    assert list(found.iter_errors({"version": 0, "name": "x", "entries": [{"id": "x"}]}))
