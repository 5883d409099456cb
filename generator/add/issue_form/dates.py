"""Read a date as people write it, such as `March 2025` or `2 May 2024`."""

import re

from generator.entry.months import find_month
from generator.entry.written_forms import find_date_error

_OPENING = re.compile(r"^(?:in|on|since)\s+", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?:[T ].*)?")
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?:of )?)?(?P<name>[a-z]{3,9})\.?"
    r"(?:[ -]+(?P<day_after>\d{1,2})(?:st|nd|rd|th)?)?,?[ -]+(?P<year>\d{4})",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})[./-](?P<year>\d{4})")


def read_date(text: str) -> str | None:
    """Return the date that `text` means as YYYY, YYYY-MM or YYYY-MM-DD; None where it is not certain.

    >>> read_date("March 2025"), read_date("May 2, 2024"), read_date("02/05/2024")
    ('2025-03', '2024-05-02', None)
    """
    plain = _OPENING.sub("", " ".join(text.split()).rstrip("."))
    found = (
        plain
        if not find_date_error(plain)
        else _read_year_first(plain) or _read_words(plain) or _read_year_last(plain)
    )
    return found if found and not find_date_error(found) else None


def _read_year_first(text: str) -> str | None:
    match = _YEAR_FIRST.fullmatch(text)
    return _join(match["year"], match["month"], match["day"]) if match else None


def _read_words(text: str) -> str | None:
    match = _WORDS.fullmatch(text)
    month = find_month(match["name"]) if match else 0
    if not match or not month:
        return None
    return _join(match["year"], str(month), match["day"] or match["day_after"])


def _read_year_last(text: str) -> str | None:
    """Read `31.12.2024`; with slashes, day or month may be first, so one must be above 12."""
    match = _YEAR_LAST.fullmatch(text)
    if not match:
        return None
    first, second = match["first"], match["second"]
    if match["sign"] == "." or int(first) > 12 or first == second:
        return _join(match["year"], second, first)
    return _join(match["year"], first, second) if int(second) > 12 else None


def _join(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
