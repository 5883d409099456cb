"""The numbers in an entry's tables of results, one by one, each with what its table says about it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator

from generator.entry import result_forms
from generator.entry.field_marks import InVocabulary
from generator.entry.model import Entry
from generator.entry.part import EntryPart, Name, Phrase, WorkName
from generator.entry.result_tables import ResultCell, ResultColumn, ResultRow, ResultTable
from generator.yamlfiles.reading import Keys


def _keep_as_written(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
    """Keep the type of the number: 48 stays an integer, as the source prints it."""
    validate(value)
    return value


ResultValue = Annotated[float, Field(allow_inf_nan=False), WrapValidator(_keep_as_written)]


class Result(EntryPart):
    """One number that a work prints, in the unit of its metric; open data has this form."""

    benchmark: WorkName
    """What was measured on."""
    setting: Phrase | None = None
    """How it was measured, such as zero-shot."""
    metric: Annotated[Name, InVocabulary("metrics")]
    """What was measured."""
    value: ResultValue
    """In the unit of the metric."""
    sd: ResultValue | None = None
    """The standard deviation, where it is printed."""
    model: WorkName
    """Whose number it is."""
    variant: Phrase | None = None
    """Size, backbone or version of the model, as printed."""
    own: bool = True
    """`false` where the model is not the authors' own."""
    where: Phrase | None = None
    """The table or figure."""
    note: str | None = None
    """Caveats about the table, the column, the row and the number, in this order."""
    text: str = Field(exclude=True)
    """The number and its deviation with the printed digits: `50.00 ± 0.30`."""
    notes: tuple[str, ...] = Field(default=(), exclude=True)
    """The caveats of `note`, one by one."""
    keys: Keys = Field(default=(), exclude=True)
    """The path to its cell in the entry."""


def expand_results(entry: Entry) -> Iterator[Result]:
    """Yield each number of the tables of `entry`, row by row, except numbers without benchmark or metric.

    Benchmark, setting and metric of a table hold for each column that does not have its own.

    >>> [result.text for result in expand_results(entry)]
    ['61.5 ± 0.4', '70.00', '0.310', '48', '55.5 ± 0.5', '0.3']
    """
    for table_place, table in enumerate(entry.results):
        columns = complete_columns(table)
        for row_place, row in enumerate(table.rows):
            for place, (column, cell) in enumerate(zip(columns, row.values, strict=False)):
                if cell and column.benchmark and column.metric:
                    keys = ("results", table_place, "rows", row_place, "values", place)
                    yield _make_result(table, column, row, cell, keys)


def complete_columns(table: ResultTable) -> list[ResultColumn]:
    """Return the columns of `table`, each with its benchmark, setting and metric.

    A table without columns gets one. The note of the table is not copied.
    """
    common = {"benchmark": table.benchmark, "setting": table.setting, "metric": table.metric}
    return [
        column.model_copy(update={name: getattr(column, name) or value for name, value in common.items()})
        for column in table.columns or (ResultColumn(),)
    ]


def _make_result(
    table: ResultTable, column: ResultColumn, row: ResultRow, cell: ResultCell, keys: Keys
) -> Result:
    notes = tuple(part.note for part in (table, column, row, cell) if part.note)
    return Result(
        benchmark=column.benchmark or "",
        setting=column.setting,
        metric=column.metric or "",
        value=result_forms.parse_number(cell.value),
        sd=result_forms.parse_number(cell.sd) if cell.sd else None,
        model=row.model,
        variant=row.variant,
        own=row.own,
        where=table.where,
        note=" ".join(notes) or None,
        text=f"{cell.value} ± {cell.sd}" if cell.sd else cell.value,
        notes=notes,
        keys=keys,
    )
