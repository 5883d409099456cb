"""The summary is one plain sentence: 40 to 250 characters, a full stop, no praise, no echo of the name.

Passes:
    summary: Pairs made-up films with invented reports and measures what is found again.

Fails:
    summary: A novel, state-of-the-art way of pairing made-up films with invented reports.
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.text import fold, quoted

SHORTEST, LONGEST = 40, 250

PRAISE = re.compile(
    r"\b(novel|state[- ]of[- ]the[- ]art|sota|powerful|superior|remarkabl[ey]|impressive|outstanding"
    r"|cutting[- ]edge|groundbreaking|pioneering|innovative|revolutionary|unprecedented|seamless(ly)?"
    r"|significantly|outperform(s|ing|ed)?|excellent|promising|comprehensive|robustly)\b",
    re.IGNORECASE,
)
SPEAKS_OF_ITSELF = re.compile(r"\b(this (paper|work|study|article)|we|our)\b", re.IGNORECASE)


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look at the summary, which every entry must have."""
    summary = entry.summary
    if not summary:
        yield Finding(("summary",), "`summary` is missing: say in one sentence what this work is or found")
        return
    for message in _faults(summary, entry):
        yield Finding(("summary",), message)


def _faults(summary: str, entry: Entry) -> Iterator[str]:
    if not SHORTEST <= len(summary) <= LONGEST:
        yield f"the summary has {len(summary)} characters: it may have {SHORTEST} to {LONGEST}"
    if not summary.endswith("."):
        yield "the summary must end with a full stop"
    if match := PRAISE.search(summary):
        yield f"`{match[0]}` praises: say what the work does instead"
    if match := SPEAKS_OF_ITSELF.search(summary):
        yield f"`{match[0]}` speaks of the text: say what the work does instead"
    if entry.name and _begins_with(summary, entry.name):
        yield f"the summary begins with the name {quoted(entry.name)}, which stands beside it already"


def _begins_with(summary: str, name: str) -> bool:
    start, wanted = fold(summary), fold(name)
    return start.startswith(wanted) and not start[len(wanted) : len(wanted) + 1].isalnum()
