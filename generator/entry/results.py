"""The numbers in an entry's tables of results, one by one, each with all that is said of it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator

from generator.entry import result_forms
from generator.entry.field_marks import InVocabulary
from generator.entry.model import Entry
from generator.entry.part import Name, Part, Words, WorkName
from generator.entry.result_tables import ResultCell, ResultColumn, ResultRow, ResultTable
from generator.yamlfiles.reading import Keys


def _as_written(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    """A number is printed as the source has it: 48 stays a whole number."""
    validate(value)
    return value


Number = Annotated[float, Field(allow_inf_nan=False), WrapValidator(_as_written)]


class Result(Part):
    """One number that a work prints, in the unit of its metric; open data has it in this form."""

    benchmark: WorkName
    """What was measured on."""
    setting: Words | None = None
    """How, such as zero-shot."""
    metric: Annotated[Name, InVocabulary("metrics")]
    """What was measured."""
    value: Number
    """In the metric's unit."""
    sd: Number | None = None
    """The standard deviation, where it is printed."""
    model: WorkName
    """Whose number it is."""
    variant: Words | None = None
    """Size, backbone or version of the model, as printed."""
    own: bool = True
    """`false` where the model is not the authors' own."""
    where: Words | None = None
    """The table or figure."""
    note: str | None = None
    """Caveats: that of its table, its column, its row and its own, in this order."""
    text: str = Field(exclude=True)
    """The number with its deviation, with the digits that are printed: `50.00 ± 0.30`."""
    notes: tuple[str, ...] = Field(default=(), exclude=True)
    """The caveats of `note`, one by one."""
    keys: Keys = Field(default=(), exclude=True)
    """The path to its cell in the entry."""


def expand(entry: Entry) -> Iterator[Result]:
    """Each number of the tables of `entry`, row by row; without those of which no metric is named.

    What a table says of benchmark, setting and metric holds where a column does not say it.

    >>> [result.text for result in expand(entry)]
    ['50.00', '65.07', '64.39 ± 0.41']
    """
    for table_place, table in enumerate(entry.results):
        columns = heads(table)
        for row_place, row in enumerate(table.rows):
            for place, (column, cell) in enumerate(zip(columns, row.values, strict=False)):
                if cell and column.benchmark and column.metric:
                    keys = ("results", table_place, "rows", row_place, "values", place)
                    yield _result(table, column, row, cell, keys)


def heads(table: ResultTable) -> list[ResultColumn]:
    """The columns of `table` with what it says of all of them, but for its note.

    A table without columns has one.
    """
    common = {"benchmark": table.benchmark, "setting": table.setting, "metric": table.metric}
    return [
        column.model_copy(update={name: getattr(column, name) or value for name, value in common.items()})
        for column in table.columns or (ResultColumn(),)
    ]


def _result(table: ResultTable, column: ResultColumn, row: ResultRow, cell: ResultCell, keys: Keys) -> Result:
    notes = tuple(part.note for part in (table, column, row, cell) if part.note)
    return Result(
        benchmark=column.benchmark or "",
        setting=column.setting,
        metric=column.metric or "",
        value=result_forms.value_of(cell.value),
        sd=result_forms.value_of(cell.sd) if cell.sd else None,
        model=row.model,
        variant=row.variant,
        own=row.own,
        where=table.where,
        note=" ".join(notes) or None,
        text=f"{cell.value} ± {cell.sd}" if cell.sd else cell.value,
        notes=notes,
        keys=keys,
    )
