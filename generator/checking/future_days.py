"""Warn of entries that say they were added in the future.

This depends on the day on which it is asked, so it is no rule: judgments are kept from run to run.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta


def find_future_entries(added: Mapping[str, str], today: date) -> Iterator[str]:
    """Yield the ids of entries that were `added` after tomorrow: somewhere, tomorrow is today already."""
    last = (today + timedelta(days=1)).isoformat()
    return (id_ for id_, day in added.items() if day > last)


def describe_future_day(added: str, today: date) -> str:
    """Return the message about an entry.

    >>> describe_future_day("2027-11-24", date(2026, 11, 28))
    '`2027-11-24` is in the future: write the day when the entry is added, such as 2026-11-28'
    """
    return f"`{added}` is in the future: write the day when the entry is added, such as {today.isoformat()}"
