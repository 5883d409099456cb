"""Generate the table of an entry's keys in the guide for contributors, from the model."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.field_marks import FORM_KEY, REFERENCE_KEY, VOCABULARY_KEY
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.files.project import read_inside
from generator.settings import Settings

GUIDE = ".github/CONTRIBUTING.md"
START, END = "<!-- keys -->\n", "<!-- /keys -->"

_FORMS = {
    "date": "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`",
    **{row.field: row.noun for row in IDENTIFIERS},
    "url": "an address",
    "number": "a printed number",
    "entry-id": "an id",
    "volume": "`12`, `12-13`, `S1` or `Suppl 2`",
    "pages": "`123-145`, `123`, `e1234` or `103:1-103:20`",
    "parameters": "`7B`, `400M`, `4B, 27B` or `3B-32B`",
}
_COUNT = "whole numbers, or `1.6M`, `~15K`, `160000+`"
_WORK = "the name of a work (or an alias, or the id of its entry)"
_REFERENCES = {"work": _WORK, "entry": "the id of an entry"}
_PLURALS = {
    "an address": "addresses",
    "text": "texts",
    "the id of an entry": "ids of entries",
    _WORK: "names of works (or aliases, or ids of their entries)",
    "an id": "ids",
}
_NARROWED_BY_RULES = {"added": "`YYYY-MM-DD`"}
"""Forms of keys for which a rule of `check` asks for more than the schema says."""
_REQUIRED_BY_RULES = frozenset({"summary"})
"""Keys that only a rule requires: without one, the rest of an entry can still be shown."""

_HEAD = ("| key | what it says | form |", "| --- | --- | --- |")


def update_guide(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """Return the guide with a new reference between its two marks; nothing where a list has no such guide."""
    before, start, rest = (read_inside(root, GUIDE) or b"").decode("utf-8", "replace").partition(START)
    _, end, after = rest.partition(END)
    return {GUIDE: f"{before}{start}{render_field_reference()}{end}{after}"} if end else {}


def render_field_reference() -> str:
    """Render a table of every key in the order of the file; the keys of a mapping are below it."""
    schema = Entry.model_json_schema()
    rows = (f"| {' | '.join(row)} |" for row in _list_rows(schema, schema, ""))
    return "\n".join([*_HEAD, *rows]) + "\n"


def _list_rows(part: dict[str, Any], root: dict[str, Any], above: str) -> Iterator[tuple[str, str, str]]:
    required = {*part.get("required", ()), *_REQUIRED_BY_RULES} if not above else set()
    for name, field in part["properties"].items():
        if not above and name == "id":
            continue
        inner = _find_inner(field, root)
        is_mapping = inner and "items" not in _simplify(field)
        form = "a mapping" if is_mapping else _NARROWED_BY_RULES.get(name) or _describe_form(field, root)
        key = f"**`{name}`**" if name in required else f"`{above}{name}`"
        yield key, field.get("description", ""), form
        if inner:
            yield from _list_rows(inner, root, f"{above}{name}.")


def _simplify(field: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field without the options to leave it out or to write one value instead of a list."""
    options = [option for option in field.get("anyOf", ()) if option.get("type") != "null"]
    return (
        {**options[0], **{key: value for key, value in field.items() if key != "anyOf"}} if options else field
    )


def _find_inner(field: dict[str, Any], root: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of the mapping that is the field, or an item of it; None where it is no mapping."""
    simplified = _simplify(field)
    items = simplified.get("items", {})
    schemas = [simplified, items, *items.get("anyOf", ())]
    reference = next((schema["$ref"] for schema in schemas if "$ref" in schema), None)
    return root["$defs"][reference.rpartition("/")[2]] if reference else None


def _describe_form(field: dict[str, Any], root: dict[str, Any]) -> str:
    simplified = _simplify(field)
    if collection := _describe_collection(field, simplified, root):
        return collection
    if VOCABULARY_KEY in simplified:
        name = simplified[VOCABULARY_KEY]
        return f"a term of [{name}](../entries/_vocabulary/{name}.yaml)"
    for key, words in ((FORM_KEY, _FORMS), (REFERENCE_KEY, _REFERENCES)):
        if key in simplified:
            return words[simplified[key]]
    return _describe_scalar(simplified)


def _describe_collection(
    field: dict[str, Any], simplified: dict[str, Any], root: dict[str, Any]
) -> str | None:
    """The form of a list, or of a mapping with free keys; None for other fields."""
    if any(option.get("type") == "array" for option in field.get("anyOf", ())):
        return "an address, a list of them, or labels with addresses"
    if names := simplified.get("propertyNames"):
        if names.get(FORM_KEY) == "setting":
            return "a mapping of slugs to texts"
        values = simplified.get("additionalProperties", {})
        kind = "lists of slugs" if values.get("type") == "array" else _COUNT
        return f"a mapping of {_make_plural(_describe_form(names, root))} to {kind}"
    if "items" not in simplified:
        return None
    most = _describe_limit(simplified.get("maxItems"))
    if "anyOf" in simplified["items"]:
        return f"a list of {most}printed numbers or mappings"
    if _find_inner(field, root):
        return f"a list of {most}mappings"
    return f"a list of {most}{_make_plural(_describe_form(simplified['items'], root))}"


def _describe_scalar(simplified: dict[str, Any]) -> str:
    if "enum" in simplified:
        return ", ".join(f"`{value}`" for value in simplified["enum"])
    if simplified.get("type") == "string":
        most = _describe_limit(simplified.get("maxLength"))
        return f"text of {most}characters" if most else "text"
    return {"integer": "a whole number", "number": "a number", "boolean": "`true` or `false`"}[
        simplified["type"]
    ]


def _make_plural(form: str) -> str:
    return _PLURALS.get(form) or form.replace("a term of", "terms of").replace("text of", "texts of")


def _describe_limit(number: int | None) -> str:
    return f"at most {number:,} " if number else ""
