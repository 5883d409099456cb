"""Summary and note use the words of the field in American spelling; `wording.yaml` has the words to avoid.

Passes:
    note: The license of the data is not stated.

Fails:
    note: The licence of the data is not stated.
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.problems import Severity


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check the summary and the note."""
    for field in ("summary", "note"):
        for word, message in catalog.wording.find_avoided(getattr(entry, field) or ""):
            yield Finding((field,), message, Severity.WARNING, word)
