"""A title or name is not printed in capitals only, and has no emoji: a warning, as a few works have one.

Of eleven thousand titles of papers, none was in capitals. A title of one or two words may be a name.

Passes:
    title: FILM-QA LARGE

Fails:
    title: A STUDY OF NOTHING AT ALL
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.entry.plain_text import EMOJI
from generator.problems import Severity

MIN_WORDS = 3
"""A title of fewer words may be a name that is written so."""


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check the title and the name."""
    if entry.title.isupper() and _count_words(entry.title) >= MIN_WORDS:
        message = f"the title is in capitals: write it as in a sentence{_write_unless('title capitals')}"
        yield Finding(("title",), message, Severity.WARNING, silenced_by="title capitals")
    for field in ("title", "name"):
        text = getattr(entry, field) or ""
        if not text.isascii() and (match := re.search(EMOJI, text)):
            silenced_by = f"{field} emoji"
            message = f"`{match[0]}` is an emoji: delete it{_write_unless(silenced_by)}"
            yield Finding((field,), message, Severity.WARNING, silenced_by=silenced_by)


def _count_words(title: str) -> int:
    return sum(bool(re.search(r"[^\W\d_]{2}", word)) for word in title.split())


def _write_unless(silenced_by: str) -> str:
    return f"; if the work prints it so, write the comment `# no hint: {silenced_by}`"
