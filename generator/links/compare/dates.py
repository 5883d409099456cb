"""Check an entry's date of first appearance against its arXiv id or a record."""

import re

MAX_MONTHS = 36
"""A paper may go to arXiv some years after its first appearance, but hardly later."""


def describe_date_problem(ours: str | None, arxiv: str | None, record: str) -> str:
    """Say what is implausible about our date, or return an empty text.

    Dates are YYYY, YYYY-MM or YYYY-MM-DD.
    """
    if not ours:
        return ""
    if arxiv and (month := read_arxiv_month(arxiv)):
        if ours[:7] > month[: len(ours)]:
            return f"dated {ours}, but the arXiv id is of {month}"
        if _count_months(month) - _count_months(ours) > MAX_MONTHS:
            return f"dated {ours}, long before the arXiv id's month {month}"
        return ""
    year = record[:4]
    if len(year) == 4 and year.isdigit() and ours[:4] > year:
        return f"dated {ours}, but the record says {record}"
    return ""


def read_arxiv_month(id_: str) -> str:
    """The month in which arXiv assigned an id, as YYYY-MM; empty if the id does not say it."""
    match = re.match(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d{2})(0[1-9]|1[0-2])", id_)
    if not match:
        return ""
    century = "19" if match[1] >= "91" else "20"
    return f"{century}{match[1]}-{match[2]}"


def _count_months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7] or 12)
