"""Tell the abbreviations of a term from those of something narrower: `VQA` from `CoT` for reasoning."""

import re

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][a-z]?")


def is_narrower(name: str, label: str) -> bool:
    """Whether `name` is an abbreviation, and not one of `label`.

    >>> is_narrower("VQA", "Visual question answering"), is_narrower("CoT", "Reasoning")
    (False, True)
    """
    short, long = name.lower(), label.lower()
    if not _ABBREVIATION.fullmatch(name) or long.startswith(short):
        return False
    words = re.findall(r"[^\W_]+", long)
    initials = "".join(word[0] for word in words)
    return not (len(initials) > 1 and short.startswith(initials)) and not _shortens(short, words[0])


def _shortens(short: str, word: str) -> bool:
    """Whether the letters of `short` are in `word` in this order, the first one first: `us`, `ultrasound`."""
    rest = iter(word)
    return word[0] == short[0] and all(letter in rest for letter in short)
