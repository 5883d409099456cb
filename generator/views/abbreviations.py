"""Distinguish the abbreviations of a term from those of a narrower thing: `VQA` from `CoT` for reasoning."""

import re
from collections.abc import Iterable

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][a-z]?")


def is_narrower(name: str, label: str, aliases: Iterable[str] = ()) -> bool:
    """Whether `name` is an abbreviation, and not one of `label`, nor of an alias with all words of `label`.

    >>> is_narrower("VQA", "Visual question answering"), is_narrower("CoT", "Reasoning", ["chain of thought"])
    (False, True)
    >>> is_narrower("SFT", "Fine-tuning", ["supervised fine-tuning"])
    False
    """
    whole = [alias for alias in aliases if {*_split_words(label)} <= {*_split_words(alias)}]
    return bool(_ABBREVIATION.fullmatch(name)) and not any(
        _abbreviates(name, long) for long in (label, *whole)
    )


def _abbreviates(name: str, long: str) -> bool:
    short, words = name.lower(), _split_words(long)
    initials = "".join(word[0] for word in words)
    has_initials = len(initials) > 1 and short.startswith(initials)
    return long.lower().startswith(short) or has_initials or _shortens(short, words[0])


def _split_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _shortens(short: str, word: str) -> bool:
    """Whether the letters of `short` are in `word` in this order, the first one first: `us`, `ultrasound`."""
    rest = iter(word)
    return word[0] == short[0] and all(letter in rest for letter in short)
