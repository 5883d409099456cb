"""Whether two titles are of one work."""

import re
from difflib import SequenceMatcher
from enum import IntEnum

from generator.text import split_words

SIMILAR = 0.85
"""Below it lie other works of the same words; above it some do too ("Off-diagonal book Ramsey numbers"
and "Off-diagonal Ramsey numbers" reach 0.92), so it counts only where an author is shared."""

MAX_LENGTH = 500
"""The comparison's time grows with the square of the length, and no title is longer."""

_COMMAND = re.compile(r"\\[a-zA-Z]+\s*|\\.")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")


class Likeness(IntEnum):
    """How alike two titles are."""

    OTHER = 0
    SIMILAR = 1
    SAME = 2


def likeness(ours: str, theirs: str) -> Likeness:
    """SAME where they are equal, or one is the other up to a colon, once markup and accents are gone."""
    a, b = (_Plain(text[:MAX_LENGTH]) for text in (ours, theirs))
    if a.whole == b.whole or a.whole == b.head or b.whole == a.head:
        return Likeness.SAME
    matcher = SequenceMatcher(None, a.whole, b.whole, autojunk=False)
    is_similar = matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR
    return Likeness.SIMILAR if is_similar else Likeness.OTHER


class _Plain:
    """A title as its bare words run together, and what stands before its colon."""

    def __init__(self, title: str) -> None:
        plain = plain_text(title)
        self.whole = "".join(split_words(plain))
        self.head = "".join(split_words(plain.partition(":")[0])) if ":" in plain else self.whole


def plain_text(title: str) -> str:
    r"""`title` without LaTeX and HTML: `$\alpha$-{CLIP}` and `<i>CLIP</i>` are words like others.

    The name of a command such as `\alpha` is dropped, as registries write it in several ways.
    """
    return _MARKUP.sub("", _COMMAND.sub("", title.replace("$", ""))).replace("{", "").replace("}", "")
