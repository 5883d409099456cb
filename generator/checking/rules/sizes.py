"""What counts can say is said by counts: `size` holds only the rest, such as splits.

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
from generator.entry.quantities import as_count
from generator.entry.vocabulary import Vocabulary
from generator.text import quoted

BETWEEN = r",(?![0-9]{3}) ?|; ?| (?:and|of|on|in|from|for) "
"""What stands between two counts, such as `10 images and 5 reports of 3 people`."""

COUNTED = r"(.*[0-9][^ ]*(?: (?:thousand|million|billion))?) ([^0-9]+)"
"""A number, and what it counts."""


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Read the size as counts."""
    size = entry.dataset.size if entry.dataset else None
    if size and (counts := _counts(size, catalog.vocabulary("counts"))):
        written = ", ".join(f"{slug}: {count}" for slug, count in counts.items())
        yield Finding(("dataset", "size"), f"{quoted(size)} is a count: write `counts: {{{written}}}`")


def _counts(size: str, vocabulary: Vocabulary) -> dict[str, int | str]:
    """The counts that make up the whole of `size`; none where it says anything else."""
    counts: dict[str, int | str] = {}
    for part in re.split(BETWEEN, size):
        match = re.fullmatch(COUNTED, part)
        count = as_count(match[1]) if match else None
        term = vocabulary.named(match[2]) if match else None
        if not count or not term or term.slug in counts:
            return {}
        counts[term.slug] = count
    return counts
