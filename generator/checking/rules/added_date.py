"""A work is not newer than its entry, and `added` is a full date.

Passes:
    date: 2024-05
    added: 2024-05-02

Fails:
    date: 2024-06
    added: 2024-05-02
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Compare the dates at the precision that both have."""
    if len(entry.added) != len("YYYY-MM-DD"):
        yield Finding(("added",), f"`{entry.added}` is not a full date: write YYYY-MM-DD")
    date = entry.date or ""
    precision = min(len(date), len(entry.added))
    if date[:precision] > entry.added[:precision]:
        message = f"`{date}` is later than `added` ({entry.added}): fix one of the two"
        yield Finding(("date",), message)
