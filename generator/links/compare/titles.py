"""Compare two titles: are they of the same work."""

import re
from difflib import SequenceMatcher
from enum import IntEnum
from html import unescape

from generator.text import split_words

SIMILAR_RATIO = 0.85
"""Below it, titles of similar words are of different works. Above it some are too ("Off-diagonal book
Ramsey numbers" and "Off-diagonal Ramsey numbers" reach 0.92), so similar titles also need a shared author."""

MAX_TITLE_LENGTH = 500
"""The time of a comparison grows with the square of the length, and no title is longer."""

_COMMAND = re.compile(r"\\[a-zA-Z]+\s*|\\.")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MATH = re.compile(r"\$|\\[a-zA-Z]|<(?:mml:)?math\b|<inline-formula|<tex-math", re.IGNORECASE)


class TitleLikeness(IntEnum):
    """How alike two titles are."""

    OTHER = 0
    SIMILAR = 1
    SAME = 2


def compare_titles(ours: str, theirs: str) -> TitleLikeness:
    """Compare two titles without markup, case and accents.

    They are SAME if they are equal, or if one is the part of the other before its colon.
    """
    a, b = (_Plain(text[:MAX_TITLE_LENGTH]) for text in (ours, theirs))
    if a.whole == b.whole or a.whole == b.head or b.whole == a.head:
        return TitleLikeness.SAME
    matcher = SequenceMatcher(None, a.whole, b.whole, autojunk=False)
    is_similar = matcher.quick_ratio() >= SIMILAR_RATIO and matcher.ratio() >= SIMILAR_RATIO
    return TitleLikeness.SIMILAR if is_similar else TitleLikeness.OTHER


class _Plain:
    """A title as folded words without spaces, and its part before the colon."""

    def __init__(self, title: str) -> None:
        plain = strip_markup(title)
        self.whole = "".join(_words(plain))
        self.head = "".join(_words(plain.partition(":")[0])) if ":" in plain else self.whole


def _words(text: str) -> list[str]:
    return split_words(text.replace("&", " and "))


def strip_markup(title: str) -> str:
    r"""Remove LaTeX and HTML: of `$\alpha$-{CLIP}` and `<i>CLIP</i>` the words remain.

    The name of a command such as `\alpha` is removed too, as registries write it in several ways.
    """
    plain = _MARKUP.sub("", unescape(unescape(title)))  # registries escape some titles twice
    return _COMMAND.sub("", plain.replace("$", "")).replace("{", "").replace("}", "")


def has_math(title: str) -> bool:
    """Whether `title` has a formula, which registries write in several ways."""
    return bool(_MATH.search(unescape(title)))
