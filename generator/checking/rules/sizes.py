"""Numbers that `counts` can express are in `counts`; `size` has only the rest, such as splits.

Passes:
    kind: dataset
    dataset: {counts: {images: 10}, size: "8 to train, 2 to test"}

Fails:
    kind: dataset
    dataset: {size: 10 images}
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.entry.quantities import parse_loose_count
from generator.entry.vocabulary import Vocabulary
from generator.text import quoted

COUNT_SEPARATOR = r",(?![0-9]{3}) ?|; ?| (?:and|of|on|in|from|for) "
"""What separates counts in a text such as `10 images and 5 reports of 3 people`."""

COUNT_WITH_NOUN = r"(.*[0-9][^ ]*(?: (?:thousand|million|billion))?) ([^0-9]+)"
"""Matches a number and what it counts."""


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Report a size that consists of counts."""
    size = entry.dataset.size if entry.dataset else None
    if size and (counts := _read_counts(size, catalog.vocabulary("counts"))):
        written = ", ".join(f"{slug}: {count}" for slug, count in counts.items())
        yield Finding(("dataset", "size"), f"{quoted(size)} is a count: write `counts: {{{written}}}`")


def _read_counts(size: str, vocabulary: Vocabulary) -> dict[str, int | str]:
    """Return the counts in `size`, or none if it also says anything else."""
    counts: dict[str, int | str] = {}
    for part in re.split(COUNT_SEPARATOR, size):
        match = re.fullmatch(COUNT_WITH_NOUN, part)
        count = parse_loose_count(match[1]) if match else None
        term = vocabulary.find_by_name(match[2]) if match else None
        if not count or not term or term.slug in counts:
            return {}
        counts[term.slug] = count
    return counts
