"""Marks on the fields of the model: what a text must be, for the rules and for the JSON Schema."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from generator.text import quoted

VOCABULARY_KEY = "x-vocabulary"
"""Where the JSON Schema of a text names the vocabulary whose terms it may be."""

REFERENCE_KEY = "x-reference"
"""Where the JSON Schema of a text says that it names a `work`, or an `entry` by its id."""


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
    """Marks the id of an entry, and nothing else."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), REFERENCE_KEY: "entry"}


FORM_KEY = "x-form"
"""Where the JSON Schema of a text names the rule that says more of its form than a pattern can."""


IDENTIFIER_KEY = "x-identifier"
"""Where the JSON Schema of an identifier says what messages need beside the pattern."""


@dataclass(frozen=True, slots=True)
class Form:
    """A text of which `fault` says what is wrong; `pattern` is what a JSON Schema can say of it."""

    rule: str
    fault: Callable[[str], str | None]
    pattern: str
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """More keys of the JSON Schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern, FORM_KEY: self.rule, **self.extra}

    def checked(self, text: str) -> str:
        """`text`, or an error that says what is wrong with it."""
        if message := self.fault(text):
            raise PydanticCustomError(self.rule, "{fault}", {"fault": f"{quoted(text)} {message}"})
        return text


@dataclass(frozen=True, slots=True)
class WholeOr:
    """A whole number from 1 to `most`, or a text of `form`."""

    form: Form
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # A union would name each of its parts in the path to a fault, where no file has it.
        return core_schema.no_info_plain_validator_function(self._checked)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        text = {"type": "string", "pattern": self.form.pattern, FORM_KEY: self.form.rule}
        return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": self.most}, text]}

    def _checked(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.form.checked(value)
        if type(value) is not int:
            raise PydanticKnownError("int_type")
        if value < 1:
            raise PydanticKnownError("greater_than_equal", {"ge": 1})
        if value > self.most:
            raise PydanticKnownError("less_than_equal", {"le": self.most})
        return value
