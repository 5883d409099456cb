"""Clean titles and names: one line, no LaTeX, no tags, no words in capitals only."""

import re
import unicodedata
from html.entities import name2codepoint

from generator.add.latex import read_latex
from generator.entry.plain_text import ENTITY, TAG

_TAG = re.compile(TAG, re.IGNORECASE)
ENTITIES = {"apos": "'", **{name: chr(number) for name, number in name2codepoint.items()}}
"""The named characters of HTML."""
_LINE_TAG = re.compile(r"</?(?:br|li|ul|ol|p|div|tr|td|th)\b[^<>]*>", re.IGNORECASE)
"""Tags at which a browser begins a new line."""
_ENTITY = re.compile(ENTITY, re.IGNORECASE)
_LATEX = re.compile(r"\\|\$|\{|\}")
_INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Zs")
_QUOTES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"})
_QUOTES |= {ord("\N{LEFT DOUBLE QUOTATION MARK}"): '"', ord("\N{RIGHT DOUBLE QUOTATION MARK}"): '"'}
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to")
)
_MIN_WORD = 4
"""Capitals of a shorter word may be an abbreviation."""


def clean_title(text: str, *, is_latex: bool = False) -> str:
    """Return `text` as a title: on one line, without a full stop at its end, not all in capitals.

    The text of a registry is read as LaTeX only where it has a command, a brace or a formula.

    >>> clean_title("DEEP MODELS OF  FILMS.")
    'Deep Models of Films'
    """
    plain = _read_line(text, is_latex).translate(_QUOTES).rstrip(" .,;:")
    letters = [char for char in plain if char.isalpha()]
    shouts = len(plain.split()) > 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
    return _lower_title(plain) if shouts else plain


def clean_name(text: str, *, is_latex: bool = False) -> str:
    """Return `text` as a person's name: on one line, not all in capitals."""
    parts = _read_line(text, is_latex).translate(_QUOTES).split()
    shouts = len(parts) > 1 and all(map(str.isupper, parts)) and any(len(part) >= _MIN_WORD for part in parts)
    return " ".join(_lower_name(part) for part in parts) if shouts else " ".join(parts)


def break_lines(text: str) -> str:
    """Return `text` without tags, and with a line break for each tag that makes one.

    >>> break_lines("<b>Maja Lind</b><br>Ola Berg")
    'Maja Lind\\nOla Berg'
    """
    return _TAG.sub("", _LINE_TAG.sub("\n", text))


def unescape_entities(text: str) -> str:
    """Return `text` with characters for the entities of HTML, such as `&amp;`."""
    return _ENTITY.sub(lambda match: _find_character(match[1]) or match[0], text)


def _find_character(name: str) -> str | None:
    if not name.startswith("#"):
        return ENTITIES.get(name)
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else None


def _read_line(text: str, is_latex: bool) -> str:
    plain = read_latex(text) if is_latex or _LATEX.search(text) else text
    # Some records have their tags escaped: `&lt;i&gt;`.
    plain = _TAG.sub("", unescape_entities(_TAG.sub("", plain)))
    visible = "".join(" " if unicodedata.category(char) in _INVISIBLE else char for char in plain)
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def _lower_title(text: str) -> str:
    words = text.split(" ")
    return " ".join(_lower_word(word, place == 0) for place, word in enumerate(words))


def _lower_word(word: str, is_first: bool) -> str:
    if word.lower() in _SMALL and not is_first:
        return word.lower()
    if len(word) < _MIN_WORD or any(map(str.isdigit, word)):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize() if len(part[0]) > 1 else part[0], word)


def _lower_name(part: str) -> str:
    return part if "." in part else re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), part)
