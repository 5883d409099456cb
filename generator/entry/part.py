"""The types that all parts of an entry use: strict mappings, and texts of limited length."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.entry.field_marks import Reference

Name = Annotated[str, Field(min_length=1, max_length=200)]
Phrase = Annotated[str, Field(min_length=1, max_length=300)]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]
WorkName = Annotated[Name, Reference()]


class EntryPart(BaseModel):
    """A mapping in an entry file: unknown keys are errors, types are not guessed, and it cannot change.

    In the JSON Schema, the text below a field is its description.
    """

    # The validator is made on its first use: a run that finds all in the cache needs none.
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # pydantic can do so too, but it reads the source of each model when the program starts.
        found = handler(schema)
        properties = handler.resolve_ref_schema(found)["properties"]
        for name, text in _read_descriptions(cls).items():
            if name in properties:
                properties[name]["description"] = text
        return found


def _read_descriptions(model: type[EntryPart]) -> dict[str, str]:
    """Return the text below each field of `model`, from its source."""
    (body,) = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(str(text.value.value))
        for field, text in pairwise(body.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }
