"""Tables of results in an entry file: columns say what is measured, each row has one model's numbers."""

from typing import Annotated

from pydantic import BeforeValidator, Field, Strict

from generator.entry import result_forms
from generator.entry.field_marks import Form, InVocabulary
from generator.entry.part import Name, Part, Sentence, Words, WorkName

PrintedNumber = Annotated[
    str,
    BeforeValidator(result_forms.as_printed, json_schema_input_type=int | float | str),
    Form("number", result_forms.number_fault, result_forms.NUMBER_PATTERN),
]
Deviation = Annotated[
    str,
    BeforeValidator(result_forms.as_printed, json_schema_input_type=int | float | str),
    Form("number", result_forms.deviation_fault, result_forms.DEVIATION_PATTERN),
]


class ResultCell(Part):
    """One printed number, with what is said of it alone."""

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
        | Annotated[str, Field(pattern=result_forms.CELL_PATTERN)]
        | ResultCell
        | None,
    ),
]


class ResultRow(Part):
    """The numbers of one model, one for each column of its table."""

    model: WorkName
    """Whose numbers they are."""
    variant: Words | None = None
    """Size, backbone or version of the model, as printed."""
    own: bool = True
    """`false` where the model is not the authors' own."""
    values: Annotated[tuple[Cell, ...], Strict(False), Field(min_length=1, max_length=100)]
    """`85.2`, `85.2 ± 0.3`, `{value: 85.2, sd: 0.3, note: …}`, or `~` where no number is printed."""
    note: Sentence | None = None
    """A caveat about the row."""


class ResultColumn(Part):
    """What the numbers below it measure; what it does not say, its table says."""

    benchmark: WorkName | None = None
    """What was measured on."""
    setting: Words | None = None
    """How: one of the benchmark's `settings`, or free text where it has no entry."""
    metric: Annotated[Name, InVocabulary("metrics")] | None = None
    """What was measured."""
    note: Sentence | None = None
    """A caveat about the column."""


class ResultTable(Part):
    """Numbers that this work prints together, as it prints them; see `results.expand`."""

    where: Words | None = None
    """The table or figure, or a file of the repository with its folder."""
    note: Sentence | None = None
    """A caveat about all of them."""
    benchmark: WorkName | None = None
    """What all columns were measured on."""
    setting: Words | None = None
    """How all were measured."""
    metric: Annotated[Name, InVocabulary("metrics")] | None = None
    """What all columns measure."""
    columns: Annotated[tuple[ResultColumn, ...], Strict(False), Field(min_length=1, max_length=100)] = ()
    """What each number of a row is; without any, a row has one number."""
    rows: Annotated[tuple[ResultRow, ...], Strict(False), Field(min_length=1, max_length=500)]
    """The numbers, a row a model."""
