r"""Read the LaTeX of titles and names as plain text; `assets/contribute/latex.js` does the same.

A command that is not known stays as it is written, so that a person sees it; no text is lost silently.
"""

import re
import unicodedata

from generator.render.latex_commands import (
    A_SPACE,
    BELOW,
    DROP_ARGUMENT,
    LIGATURES,
    NO_TEXT,
    PRINT_ARGUMENT,
    READ_ACCENTS,
    SYMBOLS,
)

_SPECIAL = re.compile(r"[\\{}$~^_`'-]")
_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z]+)[ \t\r\n]*|\\(?P<sign>.)|---|--|``|''|[^\\{}$~^_`'-]+|.", re.DOTALL
)
_MAX_DEPTH = 20
"""Accents on accents; the bound keeps the recursion shallow."""
_DOTLESS = {"ı": "i", "ȷ": "j"}


def read_latex(text: str) -> str:
    r"""Return `text` without LaTeX's commands and braces.

    >>> read_latex(r"Garc{\'{\i}}a: 3D$\to$2D, 10\,cm")
    'García: 3D→2D, 10 cm'
    """
    return _Reader(unicodedata.normalize("NFC", text)).read() if _SPECIAL.search(text) else text


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_TOKEN.finditer(text))
        self._texts = [token[0] for token in self._tokens]
        self._ends = _match_braces(self._texts)
        self._is_math = False
        dollars = [place for place, token in enumerate(self._texts) if token == "$"]
        self._literal = dollars[-1] if len(dollars) % 2 else -1  # a dollar sign alone is money

    def read(self) -> str:
        return unicodedata.normalize("NFC", self._read(0, len(self._texts), 0))

    def _read(self, start: int, end: int, depth: int) -> str:
        pieces, place = [], start
        while place < end:
            piece, place = self._read_one(place, depth)
            pieces.append(piece)
        return "".join(pieces)

    def _read_one(self, place: int, depth: int) -> tuple[str, int]:
        """The text of the token at `place` with its arguments, and the place after them."""
        token = self._tokens[place]
        name = token["name"] or token["sign"]
        if name is None:
            return self._read_plain(place), place + 1
        if name in READ_ACCENTS:
            letters, after = self._read_argument(place + 1, depth)
            return _put_accent(letters, name), after
        if token["sign"]:
            return self._read_sign(name), place + 1
        return self._read_command(name, place, depth)

    def _read_command(self, name: str, place: int, depth: int) -> tuple[str, int]:
        if name in SYMBOLS:
            return SYMBOLS[name], place + 1
        if name in PRINT_ARGUMENT:
            return "", place + 1
        if name in DROP_ARGUMENT:
            return "", self._read_argument(place + 1, depth)[1]
        if name == "frac":
            above, after = self._read_argument(place + 1, depth)
            below, after = self._read_argument(after, depth)
            return f"{above}/{below}", after
        return self._texts[place], place + 1

    def _read_sign(self, sign: str) -> str:
        if sign in "([":
            self._is_math = True
        if sign in ")]":
            self._is_math = False
        if NO_TEXT.match(sign):
            return ""
        return " " if A_SPACE.match(sign) else sign

    def _read_plain(self, place: int) -> str:
        text = self._texts[place]
        if text == "$" and place != self._literal:
            self._is_math = not self._is_math
            return ""
        if text in ("{", "}") or (self._is_math and text in ("^", "_")):
            return ""
        return " " if text == "~" else LIGATURES.get(text, text)

    def _read_argument(self, place: int, depth: int) -> tuple[str, int]:
        """The text of the argument at `place`: a group, a command or one letter; and the place after it."""
        while place < len(self._texts) and not self._texts[place].strip(" \t\r\n"):
            place += 1
        if place == len(self._texts) or self._texts[place] == "}" or depth == _MAX_DEPTH:
            return "", place
        text = self._texts[place]
        if text == "{":
            end = self._ends[place]
            return self._read(place + 1, end, depth + 1), min(end + 1, len(self._texts))
        if text[0] == "\\" and len(text) > 1:
            return self._read_one(place, depth + 1)
        text = text.lstrip(" \t\r\n")
        self._texts[place] = text[1:]
        return text[:1], place if text[1:] else place + 1


def _match_braces(tokens: list[str]) -> dict[int, int]:
    """The place of the closing brace of each opening one; the end where there is none."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token == "{":
            opened.append(place)
        elif token == "}" and opened:
            found[opened.pop()] = place
    return found | dict.fromkeys(opened, len(tokens))


def _put_accent(letters: str, accent: str) -> str:
    if not letters:
        return accent if accent in "~^" else ""
    first, rest = letters[0], letters[1:]
    if not first.isalpha():
        return letters
    if accent not in BELOW:
        first = _DOTLESS.get(first, first)
    return unicodedata.normalize("NFC", first + READ_ACCENTS[accent] + rest)
