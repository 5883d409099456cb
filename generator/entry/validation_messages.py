"""Plain messages for what pydantic found wrong with a mapping of an entry file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.entry.model_fields import find_model_at
from generator.entry.unknown_keys import describe_unknown_key
from generator.text import quoted
from generator.yamlfiles.reading import Keys

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "`true` or `false`",
    "tuple_type": "a list `[…]`",
    "list_type": "a list `[…]`",
    "dict_type": "a mapping `{key: value}`",
    "model_type": "a mapping `{key: value}`",
    "model_attributes_type": "a mapping `{key: value}`",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "must be at least {}"),
    "less_than_equal": ("le", "must be at most {}"),
    "string_too_short": ("min_length", "must have at least {} characters"),
    "string_too_long": ("max_length", "must have at most {} characters"),
    "too_long": ("max_length", "must have at most {} items"),
}


@dataclass(frozen=True, slots=True)
class ValidationMessage:
    """What is wrong at `keys`; `at_key` where the key itself is wrong."""

    keys: Keys
    rule: str
    message: str
    at_key: bool = False


def describe_validation_error(error: ValidationError, model: type[BaseModel]) -> Iterator[ValidationMessage]:
    """Yield a message for each error in data that `model` refused."""
    for details in error.errors(include_url=False):
        # pydantic also calls a list too short when its items are invalid; these have their own errors.
        if details["type"] != "too_short" or not details["input"]:
            yield _to_message(details, model)


def _to_message(error: ErrorDetails, model: type[BaseModel]) -> ValidationMessage:
    return _describe_key(error, model) or _describe_value(error, model)


def _describe_key(error: ErrorDetails, model: type[BaseModel]) -> ValidationMessage | None:
    """Return the message about a key that is wrong, unknown or missing; None where its value is wrong."""
    keys, kind = error["loc"], error["type"]
    if keys[-1:] == ("[key]",):  # how pydantic marks an error in the key of a mapping
        return ValidationMessage(keys[:-1], kind, error["msg"], at_key=True)
    if kind == "missing":
        return ValidationMessage(
            keys[:-1], "missing-key", f"the key {_name(keys)} is missing: it is required"
        )
    if kind == "extra_forbidden":
        message = describe_unknown_key(keys, error["input"], model)
        return ValidationMessage(keys, "unknown-key", message, at_key=True)
    return None


def _describe_value(error: ErrorDetails, model: type[BaseModel]) -> ValidationMessage:
    keys, kind, name = error["loc"], error["type"], _name(error["loc"])
    if _is_empty(error) and (kind in _EXPECTED or kind in ("string_too_short", "too_short", "url")):
        return ValidationMessage(keys, "bounds", f"{name} is empty: {_fill_in(keys, model)}")
    if kind in _EXPECTED:
        hint = ": write the number without commas" if _is_piece(error) else ""
        message = _describe_type(name, _EXPECTED[kind], error["input"])
        return ValidationMessage(keys, "wrong-type", message + hint)
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return ValidationMessage(keys, "bounds", f"{name} {words.format(error['ctx'][bound])}")
    if kind == "literal_error":
        expected = error["ctx"]["expected"].replace("'", "`")
        return ValidationMessage(keys, "wrong-value", f"{name} must be {expected}")
    return ValidationMessage(keys, kind, f"`{_name_key(keys)}`: {error['msg']}")


def _is_empty(error: ErrorDetails) -> bool:
    """Whether nothing is written."""
    return error["input"] in (None, "", [], {}) and not _is_piece(error)


def _is_piece(error: ErrorDetails) -> bool:
    """Whether the value is a piece of a number: in `{images: 9,000}`, YAML reads `000` as a key."""
    return error["input"] is None and _name_key(error["loc"]).isdigit()


def _fill_in(keys: Keys, model: type[BaseModel]) -> str:
    """Return what to do about the empty value at `keys`."""
    field = find_model_at(keys[:-1], model).model_fields.get(_name_key(keys[-1:]))
    if field and field.is_required():
        return "it is required, fill it in"
    if keys[:1] == ("links",):
        return "write an address, or delete the line"
    return "fill it in, or delete it"


def _name(keys: Sequence[str | int]) -> str:
    if not _name_key(keys):
        return "this"
    return f"an item of `{_name_key(keys)}`" if isinstance(keys[-1], int) else f"`{_name_key(keys)}`"


def _name_key(keys: Sequence[str | int]) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _describe_type(name: str, expected: str, found: Any) -> str:
    hint = ": put it in quotes" if isinstance(found, (int, float)) and expected == "a text" else ""
    return f"{name} must be {expected}, not {_describe(found)}{hint}"


def _describe(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return "a mapping" if isinstance(value, Mapping) else "a list"
