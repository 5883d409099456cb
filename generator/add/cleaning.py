"""Titles and names as they should stand: no LaTeX, no tags, no shouting, one line."""

import re
import unicodedata
from html import unescape

from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

_TAG = re.compile(r"</?(?:[a-z]+:)?[A-Za-z]{1,10}(?:\s[^<>]*)?/?>")
_LATEX = re.compile(r"\\|\$|\{|\}")
_COMMAND = re.compile(r"\\[A-Za-z]+\s?")
_INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Zs")
_QUOTES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"})
_QUOTES |= {ord("\N{LEFT DOUBLE QUOTATION MARK}"): '"', ord("\N{RIGHT DOUBLE QUOTATION MARK}"): '"'}
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to")
)
_SHORTEST_WORD = 4
"""Capitals of a shorter word may be an abbreviation."""


def title(text: str) -> str:
    """`text` as a title: on one line, a full stop at its end gone, words that shout made quiet."""
    plain = _line(text).translate(_QUOTES).rstrip(" .,;:")
    letters = [char for char in plain if char.isalpha()]
    shouts = len(plain.split()) > 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
    return _quiet(plain) if shouts else plain


def name(text: str) -> str:
    """`text` as a person's name."""
    parts = _line(text).translate(_QUOTES).split()
    shouts = (
        len(parts) > 1 and all(map(str.isupper, parts)) and any(len(part) >= _SHORTEST_WORD for part in parts)
    )
    return " ".join(_quiet_name(part) for part in parts) if shouts else " ".join(parts)


def _line(text: str) -> str:
    plain = _without_latex(unescape(_TAG.sub("", text)))
    visible = "".join(" " if unicodedata.category(char) in _INVISIBLE else char for char in plain)
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def _without_latex(text: str) -> str:
    if not _LATEX.search(text):
        return text
    # A bare percent sign would begin a comment, and a dollar sign is no part of what is read.
    escaped = re.sub(r"(?<!\\)%", r"\\%", text)
    try:
        read = Text.from_latex(escaped).render_as("text")
    except PybtexError:
        read = Text.from_latex(re.sub(r"(?<!\\)[{}]", "", escaped)).render_as("text")
    return re.sub(r"\$|(?<=\w)\^(?=\w)", "", _COMMAND.sub("", read)).replace("{", "").replace("}", "")


def _quiet(text: str) -> str:
    words = text.split(" ")
    return " ".join(_quiet_word(word, place == 0) for place, word in enumerate(words))


def _quiet_word(word: str, is_first: bool) -> str:
    if word.lower() in _SMALL and not is_first:
        return word.lower()
    if len(word) < _SHORTEST_WORD or any(map(str.isdigit, word)):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize() if len(part[0]) > 1 else part[0], word)


def _quiet_name(part: str) -> str:
    return part if "." in part else re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), part)
