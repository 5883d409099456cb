"""The written forms in tables of results: numbers with all digits that a paper prints, cells, settings."""

import re
from typing import Any

from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.text import quoted

_NUMBER = r"([0-9]{1,12}(\.[0-9]{1,12})?|\.[0-9]{1,12})"
NUMBER_PATTERN = f"^[-+]?{_NUMBER}$"
DEVIATION_PATTERN = f"^{_NUMBER}$"
SETTING_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CELL_PATTERN = f"^[-+]?{_NUMBER}( ± {_NUMBER})?$"

_EXPECTED = "write it as printed, such as `85.2` or `85.2 ± 0.3`, or `~` where no number is printed"
_TABLE = "{benchmark: x, metric: y, rows: [{model: z, values: [85.2]}]}"
_IS_NUMBER = re.compile(NUMBER_PATTERN)
_IS_CELL = re.compile(CELL_PATTERN)
_IS_SETTING = re.compile(SETTING_PATTERN)


def number_fault(text: str) -> str | None:
    """What is wrong with `text` as a printed number, or None."""
    return None if _IS_NUMBER.fullmatch(text) else "is no number: write its digits alone, such as `85.2`"


def deviation_fault(text: str) -> str | None:
    """What is wrong with `text` as a printed standard deviation, or None."""
    return "is negative: a deviation has no sign" if text[:1] in ("-", "+") else number_fault(text)


def setting_fault(text: str) -> str | None:
    """What is wrong with `text` as the slug of a setting, or None."""
    if len(text) <= 80 and _IS_SETTING.fullmatch(text):
        return None
    return "is no slug: write a-z, 0-9 and single hyphens, such as `zero-shot`"


def value_of(text: str) -> int | float:
    """The number that is printed as `text`; a whole number where it has no point.

    >>> value_of("50.00"), value_of("48")
    (50.0, 48)
    """
    return float(text) if "." in text else int(text)


def as_printed(value: Any) -> Any:
    """The digits of a number; any other value but a text is refused."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise PydanticKnownError("float_type")
    return str(value)


def read_cell(value: Any) -> Any:
    """A cell of a row of results as a mapping, however it is written; None where no number is printed.

    >>> read_cell("85.2 ± 0.3")
    {'value': '85.2', 'sd': '0.3'}
    """
    if value is None or isinstance(value, dict):
        return value
    text = str(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else ""
    if not _IS_CELL.fullmatch(text):
        raise _fault(f"{_described(value)} is no number: {_EXPECTED}")
    number, _, sd = text.partition(" ± ")
    return {"value": number, "sd": sd} if sd else {"value": number}


def _fault(message: str) -> PydanticCustomError:
    return PydanticCustomError("result", "{fault}", {"fault": message})


def _described(value: Any) -> str:
    if isinstance(value, bool):
        return quoted(str(value).lower())
    return "a list" if isinstance(value, (list, tuple)) else quoted(str(value))


def refuse_flat_result(value: Any) -> Any:
    """A table of results; one number with its own `value` is the form of old."""
    if isinstance(value, dict) and "value" in value and "rows" not in value:
        raise _fault(f"a number is in a row of a table: write `{_TABLE}`")
    return value
