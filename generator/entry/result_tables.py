"""Tables of results in an entry file: columns say what is measured, a row has the numbers of one model."""

from typing import Annotated

from pydantic import BeforeValidator, Field, Strict

from generator.entry import result_forms
from generator.entry.field_marks import FORM_KEY, InVocabulary, WrittenForm
from generator.entry.part import EntryPart, Name, Phrase, Sentence, WorkName

PrintedNumber = Annotated[
    str,
    BeforeValidator(result_forms.number_to_text, json_schema_input_type=int | float | str),
    WrittenForm("number", result_forms.find_number_error, result_forms.NUMBER_PATTERN),
]
Deviation = Annotated[
    str,
    BeforeValidator(result_forms.number_to_text, json_schema_input_type=int | float | str),
    WrittenForm("number", result_forms.find_deviation_error, result_forms.DEVIATION_PATTERN),
]


class ResultCell(EntryPart):
    """One printed number, with its deviation and note."""

    value: PrintedNumber
    """As printed, in the metric's unit."""
    sd: Deviation | None = None
    """The standard deviation, where it is printed."""
    note: Sentence | None = None
    """A caveat about this number."""


Cell = Annotated[
    ResultCell | None,
    BeforeValidator(
        result_forms.read_cell,
        json_schema_input_type=int
        | float
        | Annotated[str, Field(pattern=result_forms.CELL_PATTERN, json_schema_extra={FORM_KEY: "result"})]
        | ResultCell
        | None,
    ),
]


class ResultRow(EntryPart):
    """The numbers of one model, one for each column of the table."""

    model: WorkName
    """Whose numbers they are."""
    variant: Phrase | None = None
    """Size, backbone or version of the model, as printed."""
    own: bool = True
    """`false` where the model is not the authors' own."""
    values: Annotated[tuple[Cell, ...], Strict(False), Field(min_length=1, max_length=100)]
    """`85.2`, `85.2 ± 0.3`, `{value: 85.2, sd: 0.3, note: …}`, or `~` where no number is printed."""
    note: Sentence | None = None
    """A caveat about the row."""


class ResultColumn(EntryPart):
    """What the numbers of one column measure. What is missing here holds for the whole table."""

    benchmark: WorkName | None = None
    """What was measured on."""
    setting: Phrase | None = None
    """How: one of the benchmark's `settings`, or free text where it has no entry."""
    metric: Annotated[Name, InVocabulary("metrics")] | None = None
    """What was measured."""
    note: Sentence | None = None
    """A caveat about the column."""


class ResultTable(EntryPart):
    """A table of numbers as this work prints it; see `results.expand_results`."""

    where: Phrase | None = None
    """Table, figure or file: `Table 4`, `README of owner/name: part`, `folder/file in owner/name: line 7`."""
    note: Sentence | None = None
    """A caveat about the whole table."""
    benchmark: WorkName | None = None
    """What all columns were measured on, unless a column says it."""
    setting: Phrase | None = None
    """How all were measured, unless a column says it."""
    metric: Annotated[Name, InVocabulary("metrics")] | None = None
    """What all columns measure, unless a column says it."""
    columns: Annotated[tuple[ResultColumn, ...], Strict(False), Field(min_length=1, max_length=100)] = ()
    """What each number of a row is; without columns, a row has one number."""
    rows: Annotated[tuple[ResultRow, ...], Strict(False), Field(min_length=1, max_length=500)]
    """The numbers, one row for each model."""
