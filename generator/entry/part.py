"""The types that all parts of an entry use: strict mappings, and texts of limited length."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.entry.field_marks import Reference

Name = Annotated[str, Field(min_length=1, max_length=200)]
Phrase = Annotated[str, Field(min_length=1, max_length=300)]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]
WorkName = Annotated[Name, Reference()]


class EntryPart(BaseModel):
    """A mapping in an entry file: unknown keys are errors, types are not guessed, and it cannot change."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)
