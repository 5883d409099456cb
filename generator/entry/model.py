"""An entry: one paper, model, dataset or other work, as its file describes it.

The fields and their order are those of an entry file. The types here say what each value must be by
itself. `checking.rules` says what it must be together with other values, entries and vocabularies.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BeforeValidator,
    Field,
    Strict,
)

from generator.entry import identifiers, quantities, result_forms, volume_forms, written_forms
from generator.entry.field_marks import IDENTIFIER_KEY, EntryId, InVocabulary, WholeNumberOrText, WrittenForm
from generator.entry.identifiers import BY_FIELD, IDENTIFIERS, Identifier
from generator.entry.labeled import Address, LabeledAddresses
from generator.entry.part import EntryPart, Name, Phrase, Sentence, WorkName
from generator.entry.result_tables import ResultTable


def _write_number_as_text(value: Any) -> Any:
    return str(value) if type(value) is int else value


def _make_form(field: str) -> WrittenForm:
    """Return the form of an identifier, from its row of the table."""
    row = BY_FIELD[field]
    words = {"name": row.name, "foundBy": row.found_by, "expected": row.expected, "mistakes": row.mistakes}
    return WrittenForm(field, row.find_error, row.pattern, {IDENTIFIER_KEY: words})


_read_ids = attrgetter(*BY_FIELD)
"""Reads the ids of an entry in the order of `IDENTIFIERS`, in one step as every output asks for them."""

OTHERS = "others"
"""The last of `authors` where the other names are not known; BibTeX uses the same word."""

PartialDate = Annotated[
    str,
    BeforeValidator(_write_number_as_text, json_schema_input_type=str | int),
    WrittenForm("date", written_forms.find_date_error, written_forms.DATE_PATTERN),
]
Url = Annotated[str, WrittenForm("url", written_forms.find_url_error, written_forms.URL_PATTERN)]
Urls = Annotated[tuple[Address, ...], LabeledAddresses(Url, maximum=10)]
ListItem = TypeVar("ListItem")
LongList = Annotated[tuple[ListItem, ...], Strict(False), Field(min_length=1, max_length=500)]
ShortList = Annotated[tuple[ListItem, ...], Strict(False), Field(min_length=1, max_length=20)]
FormerId = Annotated[
    str, WrittenForm("entry-id", identifiers.find_entry_id_error, identifiers.ENTRY_ID_PATTERN)
]
SettingSlug = Annotated[
    str, WrittenForm("setting", result_forms.find_setting_error, result_forms.SETTING_PATTERN)
]
Count = Annotated[
    int | str,
    WholeNumberOrText(
        WrittenForm("count", quantities.find_count_error, quantities.COUNT_PATTERN), quantities.MAX_COUNT
    ),
]
ParametersText = Annotated[str, Field(min_length=1, max_length=100)]
Parameters = Annotated[
    ParametersText,
    BeforeValidator(_write_number_as_text, json_schema_input_type=ParametersText),
    WrittenForm("parameters", quantities.find_parameters_error, quantities.PARAMETERS_PATTERN),
]
Volume = Annotated[
    str,
    BeforeValidator(_write_number_as_text, json_schema_input_type=str | int),
    Field(min_length=1, max_length=30),
    WrittenForm("volume", volume_forms.find_volume_error, volume_forms.VOLUME_PATTERN),
]
Pages = Annotated[
    str,
    BeforeValidator(_write_number_as_text, json_schema_input_type=str | int),
    Field(min_length=1, max_length=40),
    WrittenForm("pages", volume_forms.find_pages_error, volume_forms.PAGES_PATTERN),
]
LicenseTerm = Annotated[Name, InVocabulary("licenses")]


class Venue(EntryPart):
    """Where a work was published."""

    name: Annotated[Name, InVocabulary("venues")]
    """The label of a term of `venues`."""
    year: Annotated[int, Field(ge=1900, le=2100)]
    """The year of the volume or meeting."""
    track: Annotated[Name, InVocabulary("tracks")] | None = None
    """The part of the venue, such as a workshop."""


class Links(EntryPart):
    """Addresses by what is there: one, a list, or labels with addresses (`{7B: https://…}`)."""

    paper: Urls = ()
    """The paper itself, only where no identifier leads to it."""
    pdf: Urls = ()
    """The paper as a file."""
    code: Urls = ()
    """The repository of the code, or a folder of it."""
    weights: Urls = ()
    """Trained weights."""
    data: Urls = ()
    """The data, or where to request it."""
    project: Urls = ()
    """The project page of the authors."""
    demo: Urls = ()
    """Where people can try it."""

    def list_addresses(self) -> Iterator[tuple[tuple[str, str, str | int], Address]]:
        """Yield each address with its path in the entry, such as `("links", "code", 0)`, or a label last."""
        for kind in type(self).model_fields:
            for index, url in enumerate(getattr(self, kind)):
                yield ("links", kind, url.label or index), url


class ModelCard(EntryPart):
    """What a model is made of."""

    image_encoder: Phrase | None = None
    """As printed, with its size."""
    text_encoder: Phrase | None = None
    """As printed."""
    language_model: Phrase | None = None
    """As printed, with its size."""
    base: WorkName | None = None
    """The model that it starts from."""
    parameters: Parameters | None = None
    """How many: `7B`, `400M`, `4B, 27B` or `3B-32B`."""
    trained_parameters: Parameters | None = None
    """How many of them are trained, if not all."""
    training_data: Phrase | None = None
    """The training data in a few words, with its size."""
    domain: Annotated[Name, InVocabulary("domains")] | None = None
    """How broad its field is."""


class Uses(EntryPart):
    """Datasets and models that a work builds on, is evaluated on, or introduces."""

    trained_on: LongList[WorkName] = ()
    """Data that it is trained on."""
    evaluated_on: LongList[WorkName] = ()
    """Data that it is evaluated on."""
    introduces: LongList[WorkName] = ()
    """Data and models that it introduces."""


class DataCard(EntryPart):
    """What a dataset or benchmark contains and how to get it."""

    counts: dict[Annotated[str, InVocabulary("counts")], Count] = Field(
        default_factory=dict, min_length=1, max_length=20
    )
    """How many of what, the most important first: `{images: 377110, reports: ~15K}`."""
    size: Phrase | None = None
    """What counts cannot say, such as splits."""
    classes: Annotated[int, Field(ge=1)] | None = None
    """How many different labels there are."""
    access: Annotated[Name, InVocabulary("access_levels")] | None = None
    """How to get it."""
    built_from: LongList[WorkName] = ()
    """Data that it was built from."""


class License(EntryPart):
    """What code, weights and data may be used for."""

    code: LicenseTerm | None = None
    """The license of the code."""
    weights: LicenseTerm | None = None
    """The license of the weights."""
    data: LicenseTerm | None = None
    """The license of the data."""


class News(EntryPart):
    """A dated event that readers should know."""

    date: PartialDate
    """When it happened."""
    text: Phrase
    """What happened, in one sentence."""
    url: Url | None = None
    """A page that reports it."""


class Entry(EntryPart):
    """One work of the catalog; `id` is the name of its file."""

    id: str
    title: Annotated[str, Field(min_length=3, max_length=300)]
    """As printed, without a period at the end."""
    name: Name | None = None
    """What people call it, if it has a name."""
    kind: Annotated[Name, InVocabulary("kinds")]
    """What it mainly is."""
    authors: LongList[Name] = ()
    """Full names in the printed order; where the other names are not known, the last one is `others`."""
    date: PartialDate | None = None
    """First public appearance, as exact as it is known."""
    venue: Venue | None = None
    """Where it was published; a preprint has none."""
    volume: Volume | None = None
    """The volume of the journal or of the series of proceedings."""
    number: Volume | None = None
    """The issue of the volume."""
    pages: Pages | None = None
    """The first and last page, or the page or article number."""
    arxiv: Annotated[str, _make_form("arxiv")] | None = None
    """The bare id, in quotes."""
    doi: Annotated[str, _make_form("doi")] | None = None
    """It begins with `10.`."""
    openreview: Annotated[str, _make_form("openreview")] | None = None
    """What follows `id=` in the address of its forum, in quotes."""
    pubmed: Annotated[str, _make_form("pubmed")] | None = None
    """The number, in quotes."""
    links: Links = Links.model_construct()
    """Addresses by what is there; each key has one, a list, or labels with addresses."""
    summary: Annotated[str, Field(max_length=400)] | None = None
    """One sentence of 60 to 280 characters in our own words: what it is, on what data, what it showed."""
    section: Annotated[Name, InVocabulary("sections")]
    """Its section of the list."""
    tasks: ShortList[Annotated[Name, InVocabulary("tasks")]] = ()
    """All that a source names, the most important first."""
    modalities: ShortList[Annotated[Name, InVocabulary("modalities")]] = ()
    """All that a source names, the most important first; choose the most specific term."""
    anatomy: ShortList[Annotated[Name, InVocabulary("anatomy")]] = ()
    """The part of the body, where it is clear."""
    dimension: ShortList[Annotated[Name, InVocabulary("dimensions")]] = ()
    """The dimensions of the data."""
    languages: ShortList[Annotated[Name, InVocabulary("languages")]] = ()
    """The languages of the text."""
    keywords: Annotated[tuple[Name, ...], Strict(False), Field(min_length=1, max_length=6)] = ()
    """Other words to search by."""
    highlight: bool = False
    """The fire mark; maintainers set it."""
    model: ModelCard | None = None
    """What a model is made of."""
    uses: Uses = Uses.model_construct()
    """Other works, each by the name or id of its entry, or by its plain name."""
    dataset: DataCard | None = None
    """What a dataset or benchmark contains."""
    settings: dict[SettingSlug, Phrase] = Field(default_factory=dict, min_length=1, max_length=100)
    """Ways to evaluate on this data, the main one first: `{test: the test split}`; results use the slugs."""
    settings_by_task: dict[Annotated[str, InVocabulary("tasks")], ShortList[SettingSlug]] = Field(
        default_factory=dict, min_length=1, max_length=20
    )
    """Settings whose task the metric does not show: `{zero-shot-classification: [zero-shot]}`."""
    training: ShortList[Annotated[Name, InVocabulary("training")]] = ()
    """How it is trained, the most important first."""
    license: License | None = None
    """Licenses, by SPDX id where one exists."""
    weights_access: Annotated[Name, InVocabulary("access_levels")] | None = None
    """How to get the weights."""
    code_status: Annotated[Name, InVocabulary("code_status")] | None = None
    """Whether the code is really available."""
    results: Annotated[
        tuple[Annotated[ResultTable, BeforeValidator(result_forms.refuse_flat_result)], ...],
        Strict(False),
        Field(max_length=200),
    ] = ()
    """Tables of the numbers that this work prints."""
    aliases: LongList[Phrase] = ()
    """Other names and earlier titles that people may search for."""
    formerly: LongList[FormerId] = ()
    """Ids that the entry had before; their pages redirect to it."""
    distinct_from: LongList[Annotated[str, EntryId()]] = ()
    """Ids of other works with a similar title or the same repository."""
    note: Sentence | None = None
    """A doubt or a contradiction between sources, in our own words."""
    news: ShortList[News] = ()
    """Dated events that readers should know."""
    status: Literal["active", "withdrawn", "retracted", "superseded"] = "active"
    """Whether it was withdrawn, retracted or superseded."""
    added: PartialDate
    """The day when it was added to the list."""

    @property
    def year(self) -> int | None:
        """The year of the first public appearance."""
        return int(self.date[:4]) if self.date else None

    @property
    def identifiers(self) -> tuple[tuple[Identifier, str], ...]:
        """Its identifiers with their ids, the preferred one first."""
        return tuple([(row, id_) for row, id_ in zip(IDENTIFIERS, _read_ids(self), strict=True) if id_])

    @property
    def label(self) -> str:
        """The name, or the title where it has no name."""
        return self.name or self.title
