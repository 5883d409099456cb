"""Text is clean: one line, single spaces, no invisible characters, no mis-decoded ones.

Control, bidirectional and zero-width characters can make a line show other than it is; a tilde or
euro sign beside an accented letter is UTF-8 read as Latin-1 or Windows-1252 (`MÃ¼ller`).

Passes:
    title: Müller's study

Fails:
    title: MÃ¼ller's study
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.fields import texts
from generator.entry.model import Entry

_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac|\ufffd"
)


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look at every text, addresses too."""
    for value in texts(entry):
        if message := fault(value.text):
            yield Finding(value.keys, message)


def fault(text: str) -> str | None:
    """What is unclean in `text`, or None."""
    if text.isascii() and text.isprintable():
        return _odd_spaces(text)
    if message := next(filter(None, map(_odd_character, text)), None):
        return message
    if match := MOJIBAKE.search(text):
        return f"`{match[0]}` is text in the wrong encoding: type the character that is meant"
    if message := _odd_spaces(text):
        return message
    if unicodedata.normalize("NFC", text) != text:
        return "letters with loose accents: type the accented letters as one character each"
    return None


def _odd_spaces(text: str) -> str | None:
    if text != text.strip():
        return "a space at the start or the end of a text: delete it"
    return "two spaces in a row: delete one" if "  " in text else None


def _odd_character(char: str) -> str | None:
    category = unicodedata.category(char)
    if char in "\n\t":
        return "a line break or tab in a text: write it on one line, or with `>-`"
    if category in _INVISIBLE:
        return f"an invisible character (U+{ord(char):04X}) in a text: delete it"
    if category == "Zs" and char != " ":
        return f"a special space (U+{ord(char):04X}) in a text: type a plain one"
    return None
