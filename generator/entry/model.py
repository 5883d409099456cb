"""An entry: one paper, model, data set or other work, as its file describes it.

The fields and their order are those of an entry file. What a value must be on its own is said
here; what it must be beside other values, entries and vocabularies is said in `rules`.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BeforeValidator,
    Field,
    Strict,
)

from generator.entry import identifiers, quantities, result_forms, written_forms
from generator.entry.field_marks import IDENTIFIER_KEY, EntryId, Form, InVocabulary, WholeOr
from generator.entry.identifiers import BY_FIELD, IDENTIFIERS, Identifier
from generator.entry.labeled import Address, Labeled
from generator.entry.part import Name, Part, Sentence, Words, WorkName
from generator.entry.result_tables import ResultTable


def _number_as_text(value: Any) -> Any:
    return str(value) if type(value) is int else value


def _form(field: str) -> Form:
    """The written form of an identifier, as its row says it."""
    row = BY_FIELD[field]
    words = {"name": row.name, "foundBy": row.found_by, "expected": row.expected}
    return Form(field, row.fault, row.pattern, {IDENTIFIER_KEY: words})


OTHERS = "others"
"""The last of `authors` where the rest could not be had; BibTeX has the same word for it."""

PartialDate = Annotated[
    str,
    BeforeValidator(_number_as_text, json_schema_input_type=str | int),
    Form("date", written_forms.date_fault, written_forms.DATE_PATTERN),
]
Url = Annotated[str, Form("url", written_forms.url_fault, written_forms.URL_PATTERN)]
Urls = Annotated[tuple[Address, ...], Labeled(Url, most=10)]
Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Strict(False), Field(min_length=1, max_length=500)]
Few = Annotated[tuple[Item, ...], Strict(False), Field(min_length=1, max_length=20)]
FormerId = Annotated[str, Form("entry-id", identifiers.entry_id_fault, identifiers.ENTRY_ID_PATTERN)]
SettingSlug = Annotated[str, Form("setting", result_forms.setting_fault, result_forms.SETTING_PATTERN)]
Count = Annotated[
    int | str,
    WholeOr(Form("count", quantities.count_fault, quantities.COUNT_PATTERN), quantities.MOST),
]
Parameters = Annotated[
    str,
    Field(min_length=1, max_length=100),
    Form("parameters", quantities.parameters_fault, quantities.PARAMETERS_PATTERN),
]
LicenseTerm = Annotated[Name, InVocabulary("licenses")]


class Venue(Part):
    """Where a work was published."""

    name: Annotated[Name, InVocabulary("venues")]
    """Its label among the venues."""
    year: Annotated[int, Field(ge=1900, le=2100)]
    """The year of the volume or meeting."""
    track: Annotated[Name, InVocabulary("tracks")] | None = None
    """Where it is not the main one."""


class Links(Part):
    """Addresses by what is there: one, a list, or labels with addresses (`{7B: https://…}`)."""

    paper: Urls = ()
    """Only where no identifier leads to it."""
    pdf: Urls = ()
    """The paper as a file."""
    code: Urls = ()
    """The repository of the code, or a folder of it."""
    weights: Urls = ()
    """Trained weights."""
    data: Urls = ()
    """The data, or where it is asked for."""
    project: Urls = ()
    """The page that its authors made for it."""
    demo: Urls = ()
    """Where it can be tried."""

    def places(self) -> Iterator[tuple[tuple[str, str, str | int], Address]]:
        """Every address after the path to it in its entry: `("links", "weights", "7B")`, or a number last."""
        for kind in type(self).model_fields:
            for index, url in enumerate(getattr(self, kind)):
                yield ("links", kind, url.label or index), url


class ModelCard(Part):
    """What a model is made of."""

    image_encoder: Words | None = None
    """As printed, with its size."""
    text_encoder: Words | None = None
    """As printed."""
    language_model: Words | None = None
    """As printed, with its size."""
    base: WorkName | None = None
    """The model that it starts from."""
    parameters: Parameters | None = None
    """How many: `7B`, `400M`, `4B, 27B` or `3B-32B`."""
    trained_parameters: Parameters | None = None
    """How many of them are trained, where not all are."""
    training_data: Words | None = None
    """In a few words, with its size."""
    domain: Annotated[Name, InVocabulary("domains")] | None = None
    """How wide its field is."""


class Uses(Part):
    """Data sets and models that a work builds on, is measured on, or brings."""

    trained_on: Many[WorkName] = ()
    """Data that it learns from."""
    evaluated_on: Many[WorkName] = ()
    """Data that it is measured on."""
    introduces: Many[WorkName] = ()
    """Data and models that it brings."""


class DataCard(Part):
    """What a data set or benchmark holds and how it is had."""

    counts: dict[Annotated[str, InVocabulary("counts")], Count] = Field(
        default_factory=dict, min_length=1, max_length=20
    )
    """How many of what, the most telling first: `{images: 377110, reports: ~15K}`."""
    size: Words | None = None
    """What no count says, such as splits."""
    classes: Annotated[int, Field(ge=1)] | None = None
    """Kinds of labels."""
    access: Annotated[Name, InVocabulary("access_levels")] | None = None
    """How it is had."""
    built_from: Many[WorkName] = ()
    """Data that it was made from."""


class License(Part):
    """What code, weights and data may be used for."""

    code: LicenseTerm | None = None
    """That of the code."""
    weights: LicenseTerm | None = None
    """That of the weights."""
    data: LicenseTerm | None = None
    """That of the data."""


class News(Part):
    """A dated event worth telling."""

    date: PartialDate
    """When it happened."""
    text: Words
    """What happened, in one sentence."""
    url: Url | None = None
    """Where it can be read."""


class Entry(Part):
    """One work of the catalogue; `id` is the name of its file."""

    id: str
    title: Annotated[str, Field(min_length=3, max_length=300)]
    """As it is printed, without a full stop."""
    name: Name | None = None
    """What people call it, if it has a name."""
    kind: Annotated[Name, InVocabulary("kinds")]
    """What it mainly is."""
    authors: Many[Name] = ()
    """Full names in the printed order; where the rest cannot be had, the last one is `others`."""
    date: PartialDate | None = None
    """First public appearance, as exact as is known."""
    venue: Venue | None = None
    """Where it was published; none for a preprint."""
    arxiv: Annotated[str, _form("arxiv")] | None = None
    """The bare id, in quotes."""
    doi: Annotated[str, _form("doi")] | None = None
    """From `10.` on."""
    openreview: Annotated[str, _form("openreview")] | None = None
    """What is behind `id=` in the address of its forum, in quotes."""
    pubmed: Annotated[str, _form("pubmed")] | None = None
    """The number, in quotes."""
    links: Links = Links()
    """Addresses by what is there; each key has one, a list, or labels with addresses."""
    summary: Annotated[str, Field(max_length=400)] | None = None
    """One plain sentence in our own words, 40 to 250 characters: what it is or found. Required."""
    section: Annotated[Name, InVocabulary("sections")]
    """Its one place in the list."""
    tasks: Few[Annotated[Name, InVocabulary("tasks")]] = ()
    """The most telling first."""
    modalities: Few[Annotated[Name, InVocabulary("modalities")]] = ()
    """The most telling first; the narrowest that fits."""
    anatomy: Few[Annotated[Name, InVocabulary("anatomy")]] = ()
    """Where it is clear."""
    dimension: Few[Annotated[Name, InVocabulary("dimensions")]] = ()
    """What the data is like."""
    languages: Few[Annotated[Name, InVocabulary("languages")]] = ()
    """Those of the text."""
    keywords: Annotated[tuple[Name, ...], Strict(False), Field(min_length=1, max_length=6)] = ()
    """Free words."""
    highlight: bool = False
    """The fire mark; maintainers set it."""
    model: ModelCard | None = None
    """What a model is made of."""
    uses: Uses = Uses()
    """Works by the id of their entry, or by name where they have none."""
    dataset: DataCard | None = None
    """What a data set or benchmark holds."""
    settings: dict[SettingSlug, Words] = Field(default_factory=dict, min_length=1, max_length=100)
    """How one is measured on this data, by a slug that results name: `{test: the public test split}`."""
    training: Few[Annotated[Name, InVocabulary("training")]] = ()
    """How it is trained, the most telling first."""
    license: License | None = None
    """Licenses by their SPDX ids where there are."""
    code_status: Annotated[Name, InVocabulary("code_status")] | None = None
    """Whether the code is really there."""
    results: Annotated[
        tuple[Annotated[ResultTable, BeforeValidator(result_forms.refuse_flat_result)], ...],
        Strict(False),
        Field(max_length=200),
    ] = ()
    """Numbers that this work prints, as tables."""
    aliases: Many[Words] = ()
    """Other names and earlier titles, by which someone may search."""
    formerly: Many[FormerId] = ()
    """Ids that the entry had before; their addresses lead to it."""
    distinct_from: Many[Annotated[str, EntryId()]] = ()
    """Ids of entries with nearly the same title or the same repository that are other works."""
    note: Sentence | None = None
    """A doubt or a contradiction between sources, in our own words."""
    news: Few[News] = ()
    """Dated events worth telling."""
    status: Literal["active", "withdrawn", "retracted", "superseded"] = "active"
    """Where it is not in force any more."""
    added: PartialDate
    """The day on which it joined the list."""

    @property
    def year(self) -> int | None:
        """The year of the first public appearance."""
        return int(self.date[:4]) if self.date else None

    @property
    def identifiers(self) -> tuple[tuple[Identifier, str], ...]:
        """Its identifiers with their ids, in the order in which they are preferred."""
        given = ((row, getattr(self, row.field)) for row in IDENTIFIERS)
        return tuple((row, id_) for row, id_ in given if id_)

    @property
    def label(self) -> str:
        """The short name, or the title where there is none."""
        return self.name or self.title
