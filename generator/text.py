"""Fold, compare and slug text."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe"})
"""Letters that Unicode's compatibility decomposition leaves whole."""


def fold(text: str) -> str:
    """`text` without case, accents and compatibility forms: `Müller` and `MULLER` are alike."""
    if text.isascii():  # most is, and has nothing to decompose
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = decomposed.translate(_UNDECOMPOSED)
    return "".join(char for char in plain if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The folded words of `text`, letters and digits of any script."""
    return re.findall(r"[^\W_]+", fold(text))


def key(text: str) -> str:
    """What two spellings of one name or title share: their folded words, run together.

    A plus is a word: `CheXpert++` is another work than `CheXpert`, and `CheXpert Plus` may be `CheXpert+`.
    """
    return "".join(words(text.replace("+", " plus ")))


def slug(text: str) -> str:
    """`text` in `a-z0-9-`, as it stands in an address; empty where no letter can be kept."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def quoted(text: str) -> str:
    """`text` as a message shows it: on one line, nothing hidden in it, cut where it is long."""
    seen = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text[:80])
    return f"`{seen}…`" if len(text) > 80 else f"`{seen}`"


def nearest(wanted: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `wanted`, or None if none is alike."""
    folded = {fold(candidate): candidate for candidate in candidates}
    matches = get_close_matches(fold(wanted), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else None
