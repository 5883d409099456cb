"""The summary is one sentence of 60 to 280 characters that ends with a period, without praise or the name.

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

MIN_LENGTH, MAX_LENGTH = 60, 280

SECOND_SENTENCE = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bcf)(?<!\bal)[.!?]\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
"""Matches all that `SECOND_SENTENCE` matches, sooner."""
SELF_REFERENCE = re.compile(r"\b(this (paper|work|study|article)|we|our)\b", re.IGNORECASE)
_OWN_WORDS = ("this ", "we", "our")
"""One of them is in all that `SELF_REFERENCE` matches."""


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check the summary, which every entry must have."""
    summary = entry.summary
    if not summary:
        yield Finding(("summary",), "`summary` is missing: say in one sentence what this work is or found")
        return
    for message in _find_errors(summary, entry):
        yield Finding(("summary",), message)
    for praise in catalog.wording.find_praise(summary):
        message = f"{quoted(praise)} is praise: say what the work does instead"
        yield Finding(("summary",), message, word=praise)


def _find_errors(summary: str, entry: Entry) -> Iterator[str]:
    if not MIN_LENGTH <= len(summary) <= MAX_LENGTH:
        yield f"the summary has {len(summary)} characters: it may have {MIN_LENGTH} to {MAX_LENGTH}"
    if not summary.endswith("."):
        yield "the summary must end with a period"
    if _SENTENCE_END.search(summary) and SECOND_SENTENCE.search(summary):
        yield "the summary has more than one sentence: join them, or leave one out"
    folded = summary.casefold()
    may_refer = any(word in folded for word in _OWN_WORDS)
    if may_refer and (match := SELF_REFERENCE.search(summary)):
        yield f"`{match[0]}` refers to the text: say what the work does instead"
    if entry.name and _begins_with(summary, entry.name):
        yield f"the summary begins with the name {quoted(entry.name)}: leave it out, pages show it already"


def _begins_with(summary: str, name: str) -> bool:
    first, own = summary[0], name[0]
    if first.isascii() and own.isascii() and first.lower() != own.lower():  # true of most
        return False
    start, wanted = fold(summary), fold(name)
    return start.startswith(wanted) and not start[len(wanted) : len(wanted) + 1].isalnum()
