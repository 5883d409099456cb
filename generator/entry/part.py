"""What all parts of an entry are made of: strict mappings, and texts of a bounded length."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.entry.field_marks import Reference

Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=300)]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]
WorkName = Annotated[Name, Reference()]


class Part(BaseModel):
    """A mapping of an entry file: no unknown key, no guessed type, no change afterwards."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)
