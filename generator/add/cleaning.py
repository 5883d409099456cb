"""Clean titles and names: one line, no LaTeX, no tags, no words in capitals only."""

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


def clean_title(text: str) -> str:
    """Return `text` as a title: on one line, without a full stop at its end, not all in capitals.

    >>> clean_title("DEEP MODELS OF  FILMS.")
    'Deep Models of Films'
    """
    plain = _line(text).translate(_QUOTES).rstrip(" .,;:")
    letters = [char for char in plain if char.isalpha()]
    shouts = len(plain.split()) > 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
    return _quiet(plain) if shouts else plain


def clean_name(text: str) -> str:
    """Return `text` as a person's name: on one line, not all in capitals."""
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
    # LaTeX reads a bare percent sign as the beginning of a comment, so it is escaped first.
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
