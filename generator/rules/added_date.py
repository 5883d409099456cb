"""No date lies after the day on which the entry joined the list, and that day is given in full.

Passes:
    date: 2024-05
    added: 2024-05-02

Fails:
    date: 2024-06
    added: 2024-05-02
"""

from collections.abc import Iterator

from generator.catalog import Catalog
from generator.model import Entry
from generator.rules.finding import Finding


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Compare at the precision that both dates have."""
    if len(entry.added) != len("YYYY-MM-DD"):
        yield Finding(("added",), f"`{entry.added}` is no full day: write YYYY-MM-DD")
    dates = [
        (("date",), entry.date),
        *((("news", i, "date"), news.date) for i, news in enumerate(entry.news)),
    ]
    for keys, date in dates:
        if date and date > entry.added[: len(date)]:
            yield Finding(keys, f"`{date}` is later than `added` ({entry.added}): mend one of the two")
