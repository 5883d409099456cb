"""The forms in tables of results: settings, cells, and numbers with all digits that a paper prints."""

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
_LOOSE_NUMBER = r"(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
LOOSE_CELL_PATTERN = (
    rf"^\s*([-+−]?{_LOOSE_NUMBER})\s*(?:%\s*)?(?:(?:±|\+/-|\+-)\s*({_LOOSE_NUMBER})\s*(?:%\s*)?)?$"
)
_LOOSE_CELL = re.compile(LOOSE_CELL_PATTERN)
_THOUSANDS = re.compile(r"[-+−]?[1-9][0-9]{0,2},[0-9]{3}")
"""A number such as `1,234`, whose comma may separate thousands or decimals."""
_IS_SETTING = re.compile(SETTING_PATTERN)


def find_number_error(text: str) -> str | None:
    """Return what is wrong with `text` as a printed number, or None."""
    return None if _IS_NUMBER.fullmatch(text) else "is not a number: write only its digits, such as `85.2`"


def find_deviation_error(text: str) -> str | None:
    """Return what is wrong with `text` as a printed standard deviation, or None."""
    return "is negative: a deviation has no sign" if text[:1] in ("-", "+") else find_number_error(text)


def find_setting_error(text: str) -> str | None:
    """Return what is wrong with `text` as the slug of a setting, or None."""
    if len(text) <= 80 and _IS_SETTING.fullmatch(text):
        return None
    return "is not a slug: write a-z, 0-9 and single hyphens, such as `zero-shot`"


def parse_number(text: str) -> int | float:
    """Return the number that is printed as `text`; it is an integer where it has no decimal point.

    >>> parse_number("50.00"), parse_number("48")
    (50.0, 48)
    """
    return float(text) if "." in text else int(text)


def number_to_text(value: Any) -> Any:
    """Return the digits of a number; a text is returned as it is, any other value is refused."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise PydanticKnownError("float_type")
    return str(value)


def read_cell(value: Any) -> Any:
    """Return a cell of results, in any of its forms, as a mapping; None where no number is printed.

    >>> read_cell("85.2 ± 0.3")
    {'value': '85.2', 'sd': '0.3'}
    """
    if value is None or isinstance(value, dict):
        return value
    text = str(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else ""
    if not _IS_CELL.fullmatch(text):
        better = find_written_cell(text)
        raise _make_error(
            f"{_describe(value)} is not a number: {f'write `{better}`' if better else _EXPECTED}"
        )
    number, _, sd = text.partition(" ± ")
    return {"value": number, "sd": sd} if sd else {"value": number}


def find_written_cell(text: str) -> str | None:
    """Return the cell that `text` means, in the written form, or None where that is not certain.

    >>> find_written_cell("85,2"), find_written_cell("85.2±0.3"), find_written_cell("1,234")
    ('85.2', '85.2 ± 0.3', None)
    """
    match = _LOOSE_CELL.fullmatch(text[:80])
    if not match or any(number and _THOUSANDS.fullmatch(number) for number in match.groups()):
        return None
    cell = " ± ".join(number.replace(",", ".").replace("−", "-") for number in match.groups() if number)
    return cell if _IS_CELL.fullmatch(cell) else None


def _make_error(message: str) -> PydanticCustomError:
    return PydanticCustomError("result", "{message}", {"message": message})


def _describe(value: Any) -> str:
    if isinstance(value, bool):
        return quoted(str(value).lower())
    return "a list" if isinstance(value, (list, tuple)) else quoted(str(value))


def refuse_flat_result(value: Any) -> Any:
    """Return a table of results unchanged, and refuse the earlier form, one number with its own `value`."""
    if isinstance(value, dict) and "value" in value and "rows" not in value:
        raise _make_error(f"a number must be in a row of a table: write `{_TABLE}`")
    return value
