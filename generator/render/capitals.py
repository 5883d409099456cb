"""Find the words of a title that keep their capitals when a citation style makes the others lowercase."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

_BETWEEN_WORDS = re.compile(r"([\s:;,()\[\]/\"“”–—]+)")
_SENTENCE_ENDS = (":", ".", "?", "!")
_MIN_LENGTH = 4
"""Shorter words are lowercase in every kind of title."""


def mark_capitals(title: str, proper: Collection[str] = ()) -> Iterator[tuple[str, bool]]:
    """Yield the parts of `title`, words and what is between them, each with whether it keeps its capitals.

    Words with a capital inside (`FilmSet8x`), with capital and digit (`T5`), single letters (`U-turn`)
    and the words of `proper` do; where most words are lowercase, so do all that start with a capital.
    """
    parts = _BETWEEN_WORDS.split(title)
    sentence_starts = _find_sentence_starts(parts)
    is_sentence_case = _mostly_lowercase(
        [part for part, starts in zip(parts, sentence_starts, strict=True) if not starts]
    )
    for word, starts in zip(parts, sentence_starts, strict=True):
        is_name = is_sentence_case and not starts and word[:1].isupper()
        yield word, is_name or word in proper or _has_own_capitals(word)


def _find_sentence_starts(parts: list[str]) -> list[bool]:
    """For each part whether a sentence starts with it: every style keeps these capitals."""
    is_start = True
    starts = []
    for part in parts:
        starts.append(is_start)
        if said := part.rstrip():
            is_start = said.endswith(_SENTENCE_ENDS)
    return starts


def _mostly_lowercase(words: list[str]) -> bool:
    long_words = [word for word in words if len(word) >= _MIN_LENGTH and word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in long_words) < len(long_words)


@lru_cache(1 << 14)  # titles have many words in common
def _has_own_capitals(word: str) -> bool:
    if word.islower() or word.isspace() or (word.isalpha() and word[1:].islower()):  # as most words are
        return False
    parts = word.split("-")
    if parts == ["A"]:
        return False
    return any(_is_mixed(part) or (len(part) == 1 and part.isupper()) for part in parts)


def _is_mixed(part: str) -> bool:
    inside = any(char.isupper() for char in part[1:])
    return inside or (part[:1].isupper() and any(char.isdigit() for char in part))
