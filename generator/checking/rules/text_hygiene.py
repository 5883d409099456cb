"""Text is clean: one line, single spaces, no invisible characters, no wrongly decoded ones.

Control, bidirectional and zero-width characters can make a line look different from what it is. A tilde
or euro sign next to an accented letter is UTF-8 read as Latin-1 or Windows-1252 (`MÃ¼ller`).

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
from generator.entry.fields import collect_texts
from generator.entry.model import Entry

_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac|\ufffd"
)


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check every text, addresses too."""
    texts = collect_texts(entry)
    if not _are_surely_clean([text for _, text, _ in texts]):
        for keys, text, _ in texts:
            if message := find_text_error(text):
                yield Finding(keys, message)


def _are_surely_clean(texts: list[str]) -> bool:
    """Whether none of `texts` has an error: one quick test of all, which may also deny it by mistake."""
    joined = f"|{'|'.join(texts)}|"
    if not joined.isprintable() or "  " in joined or "| " in joined or " |" in joined:
        return False
    return joined.isascii() or (not MOJIBAKE.search(joined) and unicodedata.is_normalized("NFC", joined))


def find_text_error(text: str) -> str | None:
    """Return what is wrong with the characters of `text`, or None."""
    if text.isascii() and text.isprintable():
        return _find_odd_spaces(text)
    if message := next(filter(None, map(_find_odd_character, text)), None):
        return message
    if match := MOJIBAKE.search(text):
        return f"`{match[0]}` is text in the wrong encoding: type the right character"
    if message := _find_odd_spaces(text):
        return message
    if unicodedata.normalize("NFC", text) != text:
        return "accents as separate characters: type each accented letter as one character"
    return None


def _find_odd_spaces(text: str) -> str | None:
    if text != text.strip():
        return "a space at the start or the end of a text: delete it"
    return "two spaces in a row: delete one" if "  " in text else None


def _find_odd_character(char: str) -> str | None:
    category = unicodedata.category(char)
    if char in "\n\t":
        return "a line break or tab in a text: write it on one line, or with `>-`"
    if category in _INVISIBLE:
        return f"an invisible character (U+{ord(char):04X}) in a text: delete it"
    if category == "Zs" and char != " ":
        return f"a special space (U+{ord(char):04X}) in a text: type a normal one"
    return None
