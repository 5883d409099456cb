"""Put text into BibTeX fields as LaTeX that reads back as the same text.

Every command is in braces, so that BibTeX sees balanced braces (it knows no escaped brace) and an
accented letter is one letter. Letters without a LaTeX command stay as they are: BibTeX keeps them,
and XeLaTeX, LuaLaTeX and current LaTeX read UTF-8.
"""

import re
import unicodedata
from functools import lru_cache

from generator.render.latex_commands import ACCENTS, BELOW, GREEK

_SIGNS = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    "`": r"{\textasciigrave}",
    "\N{EN DASH}": "--",
    "\N{EM DASH}": "---",
    "\N{LEFT SINGLE QUOTATION MARK}": "`",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": "``",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "''",
    "\N{HORIZONTAL ELLIPSIS}": r"{\ldots}",
    "\N{MULTIPLICATION SIGN}": r"{\texttimes}",
    "\N{PLUS-MINUS SIGN}": r"{\textpm}",
    "\N{DEGREE SIGN}": r"{\textdegree}",
    "ß": r"{\ss}",
    "ł": r"{\l}",
    "Ł": r"{\L}",
    "ø": r"{\o}",
    "Ø": r"{\O}",
    "æ": r"{\ae}",
    "Æ": r"{\AE}",
    "œ": r"{\oe}",
    "Œ": r"{\OE}",
    "đ": r"{\dj}",
    "Đ": r"{\DJ}",
    "ı": r"{\i}",
}
_SIGNS |= {letter: rf"{{\ensuremath{{\{name}}}}}" for name, letter in GREEK.items()}
_MARKS = {mark: sign for sign, mark in ACCENTS.items()}
_NOT_PLAIN = re.compile(rf"[^\x00-\x7f]|[{re.escape(''.join(filter(str.isascii, _SIGNS)))}]")
_PLAIN = re.compile(r"[A-Za-z0-9 .,:;()/]*(?:-[A-Za-z0-9 .,:;()/]+)*")
_LIGATURES = re.compile(r"(?<=[-–—])(?=[-–—])|(?<=[`'‘’“”])(?=[`'‘’“”])")
"""The positions between characters that LaTeX would join to another character."""


@lru_cache(1 << 14)  # names and words of titles come again and again
def escape_latex(text: str) -> str:
    """Escape `text`, which is one line, for a field in braces."""
    if _PLAIN.fullmatch(text):  # as most texts are
        return text
    pieces = _LIGATURES.split(unicodedata.normalize("NFC", text))
    return "{}".join(_NOT_PLAIN.sub(_write_latex, piece) for piece in pieces)


def _write_latex(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SIGNS:
        return _SIGNS[char]
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or not base.isascii() or any(mark not in _MARKS for mark in marks):
        return char
    letter = rf"\{base}" if base in "ij" and _MARKS[marks[0]] not in BELOW else base
    for mark in marks:
        letter = rf"\{_MARKS[mark]}{{{letter}}}"
    return f"{{{letter}}}"
