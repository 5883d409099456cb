"""Plain messages for what pydantic found wrong with a mapping of an entry file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.text import find_nearest, quoted
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
    keys, kind = error["loc"], error["type"]
    if keys[-1:] == ("[key]",):  # how pydantic marks an error in the key of a mapping
        return ValidationMessage(keys[:-1], kind, error["msg"], at_key=True)
    name = _name(keys)
    if kind == "missing":
        return ValidationMessage(keys[:-1], "missing-key", f"the key {name} is missing: it is required")
    if kind == "extra_forbidden":
        return ValidationMessage(keys, "unknown-key", _unknown_key(keys, model), at_key=True)
    if kind in _EXPECTED:
        hint = ": write the number without commas" if error["input"] is None and _key(keys).isdigit() else ""
        message = _wrong_type(name, _EXPECTED[kind], error["input"])
        return ValidationMessage(keys, "wrong-type", message + hint)
    if kind in ("string_too_short", "too_short") and not error["input"]:
        return ValidationMessage(keys, "bounds", f"{name} is empty: fill it or leave it out")
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return ValidationMessage(keys, "bounds", f"{name} {words.format(error['ctx'][bound])}")
    if kind == "literal_error":
        expected = error["ctx"]["expected"].replace("'", "`")
        return ValidationMessage(keys, "wrong-value", f"{name} must be {expected}")
    return ValidationMessage(keys, kind, f"`{_key(keys)}`: {error['msg']}")


def _name(keys: Sequence[str | int]) -> str:
    if not _key(keys):
        return "this"
    return f"an item of `{_key(keys)}`" if isinstance(keys[-1], int) else f"`{_key(keys)}`"


def _key(keys: Sequence[str | int]) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _wrong_type(name: str, expected: str, found: Any) -> str:
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


def _unknown_key(keys: Keys, model: type[BaseModel]) -> str:
    fields = _model_at(keys[:-1], model).model_fields
    known = [name for name in fields if name != "id"]
    wanted = str(keys[-1])
    if guess := find_nearest(wanted, known):
        return f"unknown key {quoted(wanted)}: did you mean `{guess}`?"
    return f"unknown key {quoted(wanted)}: the keys here are {', '.join(known)}"


def _model_at(keys: Keys, model: type[BaseModel]) -> type[BaseModel]:
    for key in keys:
        if isinstance(key, str):
            model = find_model_in(model.model_fields[key].annotation) or model
    return model


def find_model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model in `annotation`, the type of a field, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (find_model_in(part) for part in get_args(annotation))
    return next((model for model in inner if model), None)
