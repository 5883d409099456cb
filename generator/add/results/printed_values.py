"""Read the number in a cell of a pasted table; other text stays as it is, for a person to complete."""

import re

from generator.entry.result_forms import CELL_PATTERN
from generator.yamlfiles.scalars import resolve_plain_scalar

_MISSING = {"", "-", "--", "---", "–", "—", "−", "~", "n/a"}
_DEVIATION = re.compile(r"\s*(?:±|\+/-|\+-)\s*")
_IS_CELL = re.compile(CELL_PATTERN)


def read_value(text: str, *, is_percent: bool = True) -> str | int | float | None:
    """Return `text` as a row of results holds it, with all its digits; None where no number is printed.

    >>> read_value("85.20±0.3"), read_value("77.1%"), read_value("—"), read_value("85.2*")
    ('85.20 ± 0.3', 77.1, None, '85.2*')
    """
    if text.strip().lower() in _MISSING:
        return None
    number = _DEVIATION.sub(" ± ", text.replace("−", "-")).strip()
    if is_percent:
        number = re.sub(r"\s*%", "", number)
    return resolve_plain_scalar(number) if _IS_CELL.fullmatch(number) else text


def is_number(text: str) -> bool:
    """Whether `text` is a printed number, with or without a percent sign."""
    value = read_value(text)
    return value is not None and bool(_IS_CELL.fullmatch(str(value)))
