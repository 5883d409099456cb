"""Marks on the fields of the model: what a text must be, for validation, the rules and the JSON Schema."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from generator.text import quoted

VOCABULARY_KEY = "x-vocabulary"
"""The key of a JSON Schema that names the vocabulary whose terms a text may be."""

REFERENCE_KEY = "x-reference"
"""The key of a JSON Schema that says that a text names a `work`, or an `entry` by its id."""


@dataclass(frozen=True, slots=True)
class InVocabulary:
    """Marks a text that must be a term of the vocabulary `name`."""

    name: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), VOCABULARY_KEY: self.name}


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a mention of another work: the id, the name or an alias of its entry, or a plain name."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), REFERENCE_KEY: "work"}


@dataclass(frozen=True, slots=True)
class EntryId:
    """Marks a text that must be the id of an entry."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), REFERENCE_KEY: "entry"}


FORM_KEY = "x-form"
"""The key of a JSON Schema that names the rule for a form that a pattern cannot describe in full."""

IDENTIFIER_KEY = "x-identifier"
"""The key of a JSON Schema that has what messages about an identifier need in addition to the pattern."""


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """Marks a text of a certain form; `find_error` says what is wrong with one, or returns None."""

    rule: str
    find_error: Callable[[str], str | None]
    pattern: str
    """What a JSON Schema can say of the form."""
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """More keys of the JSON Schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.validate, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern, FORM_KEY: self.rule, **self.extra}

    def validate(self, text: str) -> str:
        """Return `text`, or raise an error that says what is wrong with it."""
        if message := self.find_error(text):
            raise PydanticCustomError(self.rule, "{message}", {"message": f"{quoted(text)} {message}"})
        return text


@dataclass(frozen=True, slots=True)
class WholeNumberOrText:
    """Marks a whole number from 1 to `maximum`, or a text of `form`."""

    form: WrittenForm
    maximum: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # pydantic puts the members of a union into the path to an error, and no file has such keys.
        return core_schema.no_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        text = {"type": "string", "pattern": self.form.pattern, FORM_KEY: self.form.rule}
        return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": self.maximum}, text]}

    def _validate(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.form.validate(value)
        if type(value) is not int:
            raise PydanticKnownError("int_type")
        if value < 1:
            raise PydanticKnownError("greater_than_equal", {"ge": 1})
        if value > self.maximum:
            raise PydanticKnownError("less_than_equal", {"le": self.maximum})
        return value
