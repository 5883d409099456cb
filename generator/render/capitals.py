"""Find the words of a title that keep their capitals where a style turns the others small."""

import re
from collections.abc import Collection, Iterator

_BETWEEN_WORDS = re.compile(r"([\s:;,()\[\]/\"“”–—]+)")
_SENTENCE_ENDS = (":", ".", "?", "!")
_TELLING_LENGTH = 4
"""Shorter words are small in every kind of title."""


def mark_capitals(title: str, proper: Collection[str] = ()) -> Iterator[tuple[str, bool]]:
    """The parts of `title`, words and what stands between, each with whether it keeps its capitals.

    Those are words with a capital inside (`FilmSet8x`), with capital and digit (`T5`), lone letters
    (`U-turn`), those of `proper` and, where most other words are small, all that begin with a capital.
    """
    parts = _BETWEEN_WORDS.split(title)
    beginnings = _begin_sentences(parts)
    capitals_tell = _mostly_small(
        [part for part, begins in zip(parts, beginnings, strict=True) if not begins]
    )
    for word, begins in zip(parts, beginnings, strict=True):
        is_name = capitals_tell and not begins and word[:1].isupper()
        yield word, is_name or word in proper or _has_own_capitals(word)


def _begin_sentences(parts: list[str]) -> list[bool]:
    """For each part whether a sentence begins with it; styles leave these capitals alone."""
    before = ""
    begins = []
    for part in parts:
        begins.append(not before or before.rstrip().endswith(_SENTENCE_ENDS))
        before += part
    return begins


def _mostly_small(words: list[str]) -> bool:
    telling = [word for word in words if len(word) >= _TELLING_LENGTH and word[0].isalpha()]
    return 2 * sum(word[0].isupper() for word in telling) < len(telling)


def _has_own_capitals(word: str) -> bool:
    if word.islower() or word.isspace():  # as most are
        return False
    parts = word.split("-")
    if parts == ["A"]:
        return False
    return any(_is_mixed(part) or (len(part) == 1 and part.isupper()) for part in parts)


def _is_mixed(part: str) -> bool:
    inside = any(char.isupper() for char in part[1:])
    return inside or (part[:1].isupper() and any(char.isdigit() for char in part))
