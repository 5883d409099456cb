"""JSON Schemas of an entry file, for editors, and of `entries.json`, for programs that read it."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args

from generator.catalog.catalog import Catalog
from generator.entry.field_marks import VOCABULARY_KEY
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.entry.vocabulary import Scope
from generator.outputs.data.json_data import ENTRIES_VERSION
from generator.settings import Settings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXTS = {"type": "object", "additionalProperties": {"type": "string"}}

_COMPUTED: Mapping[str, Any] = {
    "scope": {
        "enum": [*get_args(Scope)],
        "description": "What the entry is to the list: its section decides. Core work is what it counts.",
    },
    "labels": {
        "type": "object",
        "additionalProperties": _TEXTS,
        "description": "What a reader sees for each term of the entry, by vocabulary and slug.",
    },
    "urls": {
        **_TEXTS,
        "required": ["page", "bibtex"],
        "description": "page and bibtex on this site; main, the work itself; one for each identifier.",
    },
    "link_labels": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
        "description": "The labels of the links of a kind, in the order of `links`, if they have any.",
    },
    "license_classes": {
        **_TEXTS,
        "description": "The class of the license of code, weights and data, by the slug of its term.",
    },
}
"""What `entries.json` says of an entry beside the fields of its file."""

_DOCUMENT: Mapping[str, Any] = {
    "version": {
        "const": ENTRIES_VERSION,
        "description": "Raised when a field is removed or changes its meaning.",
    },
    "name": {"type": "string", "description": "What the list is called."},
    "entries": {"type": "array", "items": {"$ref": "#/$defs/Entry"}},
}
"""The properties of the whole file."""


@cache
def _make_entry_schema(mode: Literal["validation", "serialization"]) -> dict[str, Any]:
    """The schema of the model, which is the same for every list; do not change it."""
    return Entry.model_json_schema(mode=mode)


def render_entry_schema(catalog: Catalog) -> str:
    """Render the schema of an entry file, with the terms of the vocabularies as choices."""
    schema = _add_terms(_make_entry_schema("validation"), catalog)
    # The file's name is the id.
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return _dump({"$schema": _DIALECT, **schema})


def render_entries_schema(catalog: Catalog, settings: Settings) -> str:
    """Render the schema of `entries.json`."""
    entry = _add_terms(_flatten_results(_make_entry_schema("serialization")), catalog)
    parts = entry.pop("$defs")
    entry["properties"] |= _COMPUTED
    entry["required"] += ["scope", "labels", "urls"]
    document = {"type": "object", "properties": _DOCUMENT, "required": [*_DOCUMENT]}
    id_ = {"$id": f"{settings.site_url}/data/entries.schema.json"} if settings.site_url else {}
    head = {"$schema": _DIALECT, **id_, "title": f"Entries of {settings.name}"}
    return _dump({**head, **document, "$defs": {**parts, "Entry": entry}})


def _flatten_results(schema: dict[str, Any]) -> dict[str, Any]:
    """Replace the tables of an entry file by a list of single numbers, which `entries.json` has."""
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


def _add_terms(schema: Any, catalog: Catalog) -> Any:
    """Add the terms of a vocabulary wherever `schema` names one."""
    if isinstance(schema, list):
        return [_add_terms(part, catalog) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: _add_terms(part, catalog) for key, part in schema.items()}
    if VOCABULARY_KEY in schema:
        vocabulary = catalog.vocabulary(schema[VOCABULARY_KEY])
        parts["enum"] = [vocabulary.entry_value(term) for term in vocabulary]
    return parts


def _dump(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
