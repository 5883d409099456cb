"""The types of what services say of a target: an observation of another type is not believed."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, WithJsonSchema

_MAX_TEXT = 200
_MAX_COUNT = 10**12

OBSERVED_TYPES: dict[str, type] = {
    "archived": bool,
    "citations": int,
    "citations_day": str,
    "downloads": int,
    "gated": bool,
    "license": str,
    "likes": int,
    "pushed": str,
    "repository": int,
    "retracted": bool,
    "stars": int,
    "withdrawn": bool,
}
"""Every observation, by name; a new one is a line here."""

_NOUNS = {bool: "true or false", int: "a whole number", str: "a text"}
_DAYS = frozenset({"citations_day", "pushed"})


def keep_valid(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of `values` that the memory may hold: a service may say anything."""
    return {name: value for name, value in values.items() if not _find_error(name, value)}


def _check_values(values: dict[str, Any]) -> dict[str, Any]:
    for name, value in values.items():
        if error := _find_error(name, value):
            raise ValueError(f"`{name[:40]}` {error}")
    return values


def _find_error(name: str, value: Any) -> str:
    wanted = OBSERVED_TYPES.get(name)
    if wanted is None:
        return "is no observation"
    if type(value) is not wanted:
        return f"must be {_NOUNS[wanted]}"
    if isinstance(value, str) and (len(value) > _MAX_TEXT or not value.isprintable()):
        return "is too long or has control characters"
    return _find_value_error(name, value)


def _find_value_error(name: str, value: Any) -> str:
    if name in _DAYS and not _is_day(value):
        return "must be a day, YYYY-MM-DD"
    if type(value) is int and not 0 <= value <= _MAX_COUNT:
        return "must be a count"
    return ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-24")


_JSON_TYPES = {bool: {"type": "boolean"}, int: {"type": "integer", "minimum": 0}, str: {"type": "string"}}

ObservedValues = Annotated[
    dict[str, Any],
    AfterValidator(_check_values),
    WithJsonSchema(
        {
            "type": "object",
            "default": {},
            "properties": {name: _JSON_TYPES[kind] for name, kind in OBSERVED_TYPES.items()},
            "additionalProperties": False,
        }
    ),
]
