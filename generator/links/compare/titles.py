"""Compare two titles: are they of the same work."""

import re
from collections import Counter
from difflib import SequenceMatcher
from enum import IntEnum
from html import unescape

from generator.text import fold, split_words

SIMILAR_RATIO = 0.85
"""Below it, titles of similar words are of different works. Above it some are too ("Off-diagonal book
Ramsey numbers" and "Off-diagonal Ramsey numbers" reach 0.92), so similar titles also need a shared author."""

MAX_TITLE_LENGTH = 500
"""The time of a comparison grows with the square of the length, and no title is longer."""

MAX_RAW_LENGTH = 20_000
"""A title with formulas in MathML is many times longer than what it says."""

_COMMAND = re.compile(r"\\[a-zA-Z]+\s*|\\.")
_SOURCE = re.compile(r"<((?:mml:)?annotation|tex-math)\b[^<>]*>[^<]*(?=</\1>)")
"""A formula's source in TeX, beside the same formula as text."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!\[CDATA\[|\]\]>|<!--[^<>]*-->")
_MAX_ESCAPES = 8
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_TOKEN = re.compile(rf"{_NUMBER.pattern}|[^\W\d_]+|\+")
_VERSION_WORDS = frozenset(
    ["ii", "iii", "iv", "v", "vi", "+", "plus", "pro", "mini", "lite", "ultra", "turbo"]
)
"""Words that tell two versions of one thing apart; `large` and the like come and go in titles."""

_LITTLE_WORDS = frozenset(["a", "an", "the", "of", "for", "and", "in", "on", "with", "to"])
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
    one, other = (_Plain(strip_markup(text)[:MAX_TITLE_LENGTH]) for text in (ours, theirs))
    if one.whole in (other.whole, other.head) or other.whole == one.head:
        return TitleLikeness.SAME
    matcher = SequenceMatcher(None, one.whole, other.whole, autojunk=False)
    is_similar = matcher.quick_ratio() >= SIMILAR_RATIO and matcher.ratio() >= SIMILAR_RATIO
    return TitleLikeness.SIMILAR if is_similar else TitleLikeness.OTHER


class _Plain:
    """A title as folded words without spaces, and its part before the colon."""

    def __init__(self, plain: str) -> None:
        self.whole = "".join(_split_words(plain))
        self.head = "".join(_split_words(plain.partition(":")[0])) if ":" in plain else self.whole


def _split_words(text: str) -> list[str]:
    return split_words(text.replace("&", " and "))


def strip_markup(title: str) -> str:
    r"""Remove LaTeX and HTML: of `$\alpha$-{CLIP}` and `<i>CLIP</i>` the words remain.

    The name of a command such as `\alpha` is removed too, as registries write it in several ways.
    """
    plain = _MARKUP.sub("", _SOURCE.sub("", unescape_fully(title)))
    return _COMMAND.sub("", plain.replace("$", "")).replace("{", "").replace("}", "")


def unescape_fully(text: str) -> str:
    """Unescape entities until nothing changes: registries escape some texts twice, or more often."""
    text = text[:MAX_RAW_LENGTH]
    for _ in range(_MAX_ESCAPES):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    return text


def has_math(title: str) -> bool:
    """Whether `title` has a formula, which registries write in several ways."""
    return bool(_MATH.search(unescape_fully(title)))


def are_siblings(ours: str, theirs: str) -> bool:
    """Whether two titles name two versions of one thing: they differ by a number, `Plus`, `II` or the like.

    >>> are_siblings("MedFoo Technical Report", "MedFoo 1.5 Technical Report")
    True
    """
    if has_math(ours) or has_math(theirs):
        return False  # registries write formulas, and the numbers in them, in several ways
    one, other = (_count_tokens(strip_markup(text)[:MAX_TITLE_LENGTH]) for text in (ours, theirs))
    differing = {*(one - other), *(other - one)}
    marks = {token for token in differing if token in _VERSION_WORDS or _NUMBER.fullmatch(token)}
    return bool(marks) and marks == differing


def _count_tokens(plain: str) -> Counter[str]:
    folded = re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", fold(plain))
    return Counter(token for token in _TOKEN.findall(folded) if token not in _LITTLE_WORDS)
