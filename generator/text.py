"""Fold, compare and slug text."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode's compatibility decomposition leaves whole."""


def fold(text: str) -> str:
    """`text` without case, accents and compatibility forms: `Müller` and `MULLER` are alike."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def words(text: str) -> list[str]:
    """The folded words of `text`, letters and digits of any script."""
    return re.findall(r"[^\W_]+", fold(text))


def key(text: str) -> str:
    """What two spellings of one name or title share: their folded words, run together."""
    return "".join(words(text))


def slug(text: str) -> str:
    """`text` in `a-z0-9-`, as it stands in an address; empty where no letter can be kept."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def nearest(wanted: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `wanted`, or None if none is alike."""
    folded = {fold(candidate): candidate for candidate in candidates}
    matches = get_close_matches(fold(wanted), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else None
