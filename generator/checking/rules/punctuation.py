"""Punctuation is complete: no period at the end of a title, quotation marks and brackets in pairs.

Passes:
    title: What is a "film"? A study of made-up words

Fails:
    title: What is a "film? A study of made-up words.
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry

_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"))


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check the title, the name, the summary and the note."""
    for field in ("title", "name"):
        text = getattr(entry, field)
        if text and text[-1] in ".,;:":
            yield Finding((field,), f"`{text[-1]}` at the end: delete it")
    for field in ("title", "summary", "note"):
        if mark := _find_unpaired(getattr(entry, field) or ""):
            yield Finding((field,), f"`{mark}` has no partner: add or delete one")


def _find_unpaired(text: str) -> str | None:
    if text.count('"') % 2:
        return '"'
    for left, right in _PAIRS:
        if text.count(left) != text.count(right):
            return left if text.count(left) > text.count(right) else right
    return None
