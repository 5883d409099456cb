"""An entry: one paper, model, data set or other work, as its file describes it.

The fields and their order are those of an entry file. What a value must be on its own is said
here; what it must be beside other values, entries and vocabularies is said in `rules`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_type_hints

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Strict,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import identifiers
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
    """Marks the id of an entry or, where there is none, a plain name."""

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


@dataclass(frozen=True, slots=True)
class Form:
    """A text of which `fault` says what is wrong; `pattern` is what a JSON Schema can say of it."""

    rule: str
    fault: Callable[[str], str | None]
    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": self.pattern, FORM_KEY: self.rule}

    def _checked(self, text: str) -> str:
        if message := self.fault(text):
            raise PydanticCustomError(self.rule, "{fault}", {"fault": f"{quoted(text)} {message}"})
        return text


def _number_as_text(value: Any) -> Any:
    return str(value) if type(value) is int else value


def _as_written(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    """A number is printed with the digits that the file gives: 48 stays a whole number."""
    validate(value)
    return value


def _one_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


OTHERS = "others"
"""The last of `authors` where the rest could not be had; BibTeX has the same word for it."""

Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=300)]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]
PartialDate = Annotated[
    str,
    BeforeValidator(_number_as_text, json_schema_input_type=str | int),
    Form("date", identifiers.date_fault, identifiers.DATE_PATTERN),
]
Number = Annotated[float, Field(allow_inf_nan=False), WrapValidator(_as_written)]
Url = Annotated[str, Form("url", identifiers.url_fault, identifiers.URL_PATTERN)]
_ManyUrls = Annotated[tuple[Url, ...], Strict(False), Field(min_length=1, max_length=10)]
Urls = Annotated[_ManyUrls, BeforeValidator(_one_as_list, json_schema_input_type=Url | _ManyUrls)]
Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Strict(False), Field(min_length=1, max_length=500)]
Few = Annotated[tuple[Item, ...], Strict(False), Field(min_length=1, max_length=20)]
WorkName = Annotated[Name, Reference()]


class Part(BaseModel):
    """A mapping of an entry file: no unknown key, no guessed type, no change afterwards."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Venue(Part):
    """Where a work was published."""

    name: Annotated[Name, InVocabulary("venues")]
    year: Annotated[int, Field(ge=1900, le=2100)]
    track: Annotated[Name, InVocabulary("tracks")] | None = None


class Links(Part):
    """Addresses by what stands there; `paper` only where neither arXiv id nor DOI gives it."""

    paper: Urls = ()
    pdf: Urls = ()
    code: Urls = ()
    weights: Urls = ()
    data: Urls = ()
    project: Urls = ()
    demo: Urls = ()


class ModelCard(Part):
    """What a model is made of."""

    image_encoder: Words | None = None
    text_encoder: Words | None = None
    language_model: Words | None = None
    base: WorkName | None = None
    parameters: Words | None = None
    training_data: Words | None = None
    domain: Annotated[Name, InVocabulary("domains")] | None = None


class Uses(Part):
    """Data sets and models that a work builds on, is measured on, or brings."""

    trained_on: Many[WorkName] = ()
    evaluated_on: Many[WorkName] = ()
    introduces: Many[WorkName] = ()


class DataCard(Part):
    """What a data set or benchmark holds and how it is had."""

    size: Words | None = None
    classes: Annotated[int, Field(ge=1)] | None = None
    access: Annotated[Name, InVocabulary("access_levels")] | None = None
    built_from: Many[WorkName] = ()


class License(Part):
    """Licences, as SPDX identifiers where there is one."""

    code: Name | None = None
    weights: Name | None = None
    data: Name | None = None


class Result(Part):
    """One number that this work prints, in the unit of its metric."""

    benchmark: WorkName
    setting: Words | None = None
    metric: Annotated[Name, InVocabulary("metrics")]
    value: Number
    sd: Annotated[Number, Field(ge=0)] | None = None
    model: WorkName
    variant: Words | None = None
    """Size, backbone or version of the model, as printed."""
    own: bool = True
    where: Words | None = None
    note: Sentence | None = None


class News(Part):
    """A dated event worth telling."""

    date: PartialDate
    text: Words
    url: Url | None = None


class Entry(Part):
    """One work of the catalogue; `id` is the name of its file."""

    id: str
    title: Annotated[str, Field(min_length=3, max_length=300)]
    name: Name | None = None
    kind: Annotated[Name, InVocabulary("kinds")]
    authors: Many[Name] = ()
    date: PartialDate | None = None
    venue: Venue | None = None
    arxiv: Annotated[str, Form("arxiv", identifiers.arxiv_fault, identifiers.ARXIV_PATTERN)] | None = None
    doi: Annotated[str, Form("doi", identifiers.doi_fault, identifiers.DOI_PATTERN)] | None = None
    links: Links = Links()
    summary: Annotated[str, Field(max_length=400)] | None = None
    section: Annotated[Name, InVocabulary("sections")]
    tasks: Few[Annotated[Name, InVocabulary("tasks")]] = ()
    modalities: Few[Annotated[Name, InVocabulary("modalities")]] = ()
    anatomy: Few[Annotated[Name, InVocabulary("anatomy")]] = ()
    dimension: Few[Annotated[Name, InVocabulary("dimensions")]] = ()
    languages: Few[Annotated[Name, InVocabulary("languages")]] = ()
    keywords: Annotated[tuple[Name, ...], Strict(False), Field(min_length=1, max_length=6)] = ()
    highlight: bool = False
    model: ModelCard | None = None
    uses: Uses = Uses()
    dataset: DataCard | None = None
    license: License | None = None
    code_status: Annotated[Name, InVocabulary("code_status")] | None = None
    results: Annotated[tuple[Result, ...], Strict(False), Field(max_length=1000)] = ()
    aliases: Many[Words] = ()
    distinct_from: Many[Annotated[str, EntryId()]] = ()
    note: Sentence | None = None
    news: Few[News] = ()
    status: Literal["active", "withdrawn", "retracted", "superseded"] = "active"
    added: PartialDate

    @property
    def year(self) -> int | None:
        """The year of the first public appearance."""
        return int(self.date[:4]) if self.date else None

    @property
    def label(self) -> str:
        """The short name, or the title where there is none."""
        return self.name or self.title


@dataclass(frozen=True, slots=True)
class Value:
    """A text of an entry with the way to it and the marks of its field."""

    keys: tuple[str | int, ...]
    text: str
    marks: tuple[Any, ...]


def texts(part: Part, keys: tuple[str | int, ...] = ()) -> Iterator[Value]:
    """Every text below `part` that the file gave, in the order of the model."""
    for name in type(part).model_fields:
        if name in part.model_fields_set and name != "id":
            yield from _values(getattr(part, name), (*keys, name), _marks(type(part), name))


def _values(value: Any, keys: tuple[str | int, ...], marks: tuple[Any, ...]) -> Iterator[Value]:
    if isinstance(value, str):
        yield Value(keys, value, marks)
    elif isinstance(value, Part):
        yield from texts(value, keys)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*keys, index), marks)


@cache
def _marks(part: type[Part], name: str) -> tuple[Any, ...]:
    return tuple(_marks_in(get_type_hints(part, include_extras=True)[name]))


def _marks_in(annotation: Any) -> Iterator[Any]:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, (InVocabulary, Reference, EntryId)):
            yield mark
    for inner in get_args(annotation):
        if not isinstance(inner, type) or get_args(inner):
            yield from _marks_in(inner)
