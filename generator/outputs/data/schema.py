"""JSON Schemas: of an entry file, for editors, and of entries.json, for its readers."""

import json
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.field_marks import VOCABULARY_KEY
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.outputs.data.json_data import VERSION
from generator.settings import Settings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}


def of_entry_file(catalog: Catalog) -> str:
    """The schema of an entry file, with the terms of the vocabularies to choose from."""
    schema = Entry.model_json_schema(mode="validation")
    # The file's name is the id.
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return _written({"$schema": _DIALECT, **_with_terms(schema, catalog)})


def of_document(catalog: Catalog, settings: Settings) -> str:
    """The schema of entries.json."""
    entry = _with_terms(_with_flat_results(Entry.model_json_schema(mode="serialization")), catalog)
    parts = entry.pop("$defs")
    entry["properties"] |= {
        "labels": {
            "type": "object",
            "additionalProperties": _TEXTS,
            "description": "What a reader sees for each term of the entry, by vocabulary and slug.",
        },
        "urls": {
            **_TEXTS,
            "required": ["page", "bibtex"],
            "description": "page and bibtex on this site; main, where the work is; that of each identifier.",
        },
        "link_labels": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
            "description": "The labels of the links of a kind, in the order of `links`, where it has any.",
        },
    }
    entry["properties"]["license_classes"] = {
        **_TEXTS,
        "description": "The class of the license of code, weights and data, by the slug of its term.",
    }
    entry["required"] += ["labels", "urls"]
    properties = {
        "version": {"const": VERSION, "description": "Raised when a field goes or changes its meaning."},
        "name": {"type": "string", "description": "What the list is called."},
        "entries": {"type": "array", "items": {"$ref": "#/$defs/Entry"}},
    }
    document = {"type": "object", "properties": properties, "required": [*properties]}
    identity = {"$id": f"{settings.site_url}/data/entries.schema.json"} if settings.site_url else {}
    head = {"$schema": _DIALECT, **identity, "title": f"Entries of {settings.name}"}
    return _written({**head, **document, "$defs": {**parts, "Entry": entry}})


def _with_flat_results(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an entry with each number by itself: tables are the form of its file."""
    parts = {name: part for name, part in schema["$defs"].items() if not name.startswith("Result")}
    results = {
        "type": "array",
        "items": {"$ref": "#/$defs/Result"},
        "description": "Numbers that this work prints, one by one.",
    }
    return {
        **schema,
        "$defs": {**parts, "Result": Result.model_json_schema(mode="serialization")},
        "properties": {**schema["properties"], "results": results},
    }


def _with_terms(schema: Any, catalog: Catalog) -> Any:
    """`schema` with the terms of a vocabulary wherever one is named."""
    if isinstance(schema, list):
        return [_with_terms(part, catalog) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: _with_terms(part, catalog) for key, part in schema.items()}
    if VOCABULARY_KEY in schema:
        vocabulary = catalog.vocabulary(schema[VOCABULARY_KEY])
        parts["enum"] = [vocabulary.entry_value(term) for term in vocabulary]
    return parts


def _written(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
