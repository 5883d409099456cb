"""The forms of quantities: the counts of a dataset, and the numbers of parameters of models.

An exact count is a whole number. An approximate one is a text with the digits of its source:
`~87000` (about), `160000+` (more than), `1.65M`, `~15K`, `5.3M+`. A number of parameters is `7B` or
`1.5B`; several are separated by commas (`4B, 27B`), a range has a hyphen (`6M-304M`).
"""

import re
from decimal import Decimal

MAX_COUNT = 10**15
"""The largest count. JavaScript computes exactly up to here."""

_WHOLE = r"[1-9][0-9]{0,14}"
_SCALED = r"([1-9][0-9]{0,5}(\.[0-9]{1,3})?|0\.[0-9]{0,2}[1-9])[KMBT]"
COUNT_PATTERN = rf"^(~{_WHOLE}|{_WHOLE}\+|~{_SCALED}|{_SCALED}\+?)$"
PARAMETERS_PATTERN = rf"^{_SCALED}(-{_SCALED})?(, {_SCALED}(-{_SCALED})?)*$"

_FACTORS = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_MIN_WITHOUT_UNIT = 10_000
"""A smaller number of parameters, such as 7, must be one of thousands, millions or billions."""
_UNITS = {"thousand": "K", "million": "M", "billion": "B", "bn": "B", "trillion": "T"}
_AMOUNT = r"([0-9][0-9,]*(?:\.[0-9]+)?) ?(thousand|million|billion|trillion|bn|[kmbt])?"
_LOOSE_COUNT = re.compile(
    rf"(about|around|approximately|approx\.|circa|ca\.|nearly|almost|[~≈])? ?"
    rf"(over|more than|at least|[>≥])? ?{_AMOUNT} ?(\+)?",
    re.IGNORECASE,
)
_LOOSE_SIZE = re.compile(
    rf"(?:(?:about|around|approximately|[~≈]) ?)?{_AMOUNT}(?: (?:parameters|params))?", re.IGNORECASE
)
_BETWEEN_SIZES = re.compile(r" ?(?:,(?![0-9]{3}(?![0-9]))|;|/|&|\band\b|\bor\b) ?")
_TO = re.compile(r" ?(?:-|–|\bto\b) ?")


def find_count_error(text: str) -> str | None:
    """Return what is wrong with `text` as an approximate count, or None."""
    if re.fullmatch(COUNT_PATTERN, text):
        return None
    better = parse_loose_count(text)
    if better is None:
        return "is not a count: write a whole number such as `377110`, or `1.6M`, `~15K` or `160K+`"
    if isinstance(better, int):
        return f"is not a count: write {better} without quotes"
    return f"is not a count: write `{better}`"


def parse_loose_count(text: str) -> int | str | None:
    """Return the count that `text` gives in words, or None: `~87000` for `about 87,000`."""
    match = _LOOSE_COUNT.fullmatch(text)
    if not match:
        return None
    count = _format_amount(match[3], match[4])
    if match[1]:
        count = f"~{count}"
    elif match[2] or match[5]:
        count += "+"
    if re.fullmatch(_WHOLE, count):
        return int(count)
    return count if re.fullmatch(COUNT_PATTERN, count) else None


def find_parameters_error(text: str) -> str | None:
    """Return what is wrong with `text` as one or several numbers of parameters, or None."""
    if re.fullmatch(PARAMETERS_PATTERN, text):
        return _find_order_error(text.split(", "))
    ranges = [[_format_size(end) for end in _TO.split(part)] for part in _BETWEEN_SIZES.split(text)]
    better = ", ".join("-".join(sizes) for sizes in ranges)
    if re.fullmatch(PARAMETERS_PATTERN, better):
        return f"is not a number of parameters: write `{better}`"
    return "is not a number of parameters: write it as `7B`, `400M`, `4B, 27B` or `3B-32B`"


def _find_order_error(parts: list[str]) -> str | None:
    """Return what is wrong with sizes and ranges that have the written form, or None."""
    for part in parts:
        low, _, high = part.partition("-")
        if high and to_number(low) >= to_number(high):
            better = low if low == high else f"{high}-{low}"
            return f"is not a range from low to high: write `{better}`"
    repeated = next((part for place, part in enumerate(parts) if part in parts[:place]), None)
    return f"has `{repeated}` twice: delete one" if repeated else None


def _format_size(text: str) -> str:
    match = _LOOSE_SIZE.fullmatch(text)
    if not match:
        return ""
    return _format_amount(match[1], match[2]) if match[2] else _scale(match[1])


def _scale(digits: str) -> str:
    """Return a number without a unit, such as `7000000000`, with the letter of its unit: `7B`.

    It is rounded, as the written form has three decimals. Empty for a small number, whose unit is missing.
    """
    number = Decimal(digits.replace(",", ""))
    if number < _MIN_WITHOUT_UNIT:
        return ""
    unit = next(unit for unit in "TBMK" if number >= _FACTORS[unit])
    return f"{round(number / _FACTORS[unit], 3).normalize():f}{unit}"


def _format_amount(digits: str, unit: str | None) -> str:
    """Return a number without commas, with the letter of its unit; empty if it begins with a zero."""
    number = digits.replace(",", "")
    letter = _UNITS.get((unit or "").lower(), (unit or "").upper())
    return "" if re.match("0[0-9]", number) else f"{number}{letter}"


def to_number(quantity: int | str) -> int:
    """Return the number to sort by: 1650000 for `1.65M`, the largest for `4B, 27B`."""
    if isinstance(quantity, int):
        return quantity
    found = re.findall(r"([0-9.]+)([KMBT]?)", quantity)
    return max(round(float(number) * _FACTORS[unit]) for number, unit in found)


def list_ranges(parameters: str) -> list[tuple[int, int]]:
    """List the sizes that numbers of parameters give, each from low to high.

    >>> list_ranges("3B-32B, 70B")
    [(3000000000, 32000000000), (70000000000, 70000000000)]
    """
    ends = [[to_number(end) for end in part.split("-")] for part in parameters.split(", ")]
    return [(sizes[0], sizes[-1]) for sizes in ends]


def format_count(count: int | str) -> str:
    """Return a count for readers: `377,110`, `~87,000`, `1.65M`."""
    if isinstance(count, int):
        return f"{count:,}"
    return re.sub(r"[0-9]{4,}", lambda match: f"{int(match[0]):,}", count)
