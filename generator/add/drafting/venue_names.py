"""Find the venue of the catalog that words name, such as those of a registry, DBLP or OpenReview."""

import re
from collections.abc import Iterable

from generator.entry.vocabulary import Term
from generator.text import fold, split_words

_MAX_ABBREVIATION = 5
"""A name of capitals up to this length must be written in capitals: `ACL`, not `acl`."""

_SERVERS = ("arxiv", "corr", "openreview", "research square", "ssrn", "preprint", "preprints")
"""Servers of preprints, and what people call them, besides those of the catalog."""

_SMALL = {"the", "of", "and", "on", "for", "in", "a", "an"}
_JOURNAL_END = re.compile(r"[,(;]|\s(?:vol|volume|no|issue|pp?|pages)\b|\s\d", re.IGNORECASE)
_GLUED_YEAR = re.compile(r"(?<=[A-Za-z])['\u2019-]?((?:20)?[0-3][0-9])(?![0-9A-Za-z])")
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z] )['\u2019]([0-3][0-9])(?![0-9A-Za-z])")
_CONTINUED = r"(?!\s+(?:and|for|in|of|&)\s)"
"""`International Conference on Machine Learning and Applications` is not that on Machine Learning."""


def separate_years(words: str) -> str:
    """Return `words` with each year apart and in full.

    >>> separate_years("AAAI26, CVPR'24")
    'AAAI 2026, CVPR 2024'
    """
    apart = _GLUED_YEAR.sub(lambda match: f" {_complete_year(match[1])}", words)
    return _SHORT_YEAR.sub(lambda match: _complete_year(match[1]), apart)


def _complete_year(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


class VenueNames:
    """The names of a catalog's venues, made ready once: a file may have a thousand records."""

    def __init__(self, venues: Iterable[Term]) -> None:
        self._journals: dict[tuple[str, ...], Term] = {}
        self._meetings: list[tuple[str, re.Pattern[str], int, Term]] = []
        self._servers = [f" {name} " for name in _SERVERS]
        for term in venues:
            for name in filter(None, (term.label, *term.aliases, term.name)):
                self._add(name, term)

    def _add(self, name: str, term: Term) -> None:
        if term.type in ("journal", "repository"):
            self._journals.setdefault(_list_significant(name), term)
        elif term.type == "preprint":
            self._servers.append(_space_words(name))
        else:
            self._meetings.append((_space_words(name), _compile_name(name), len(name), term))

    def find(self, words: str) -> Term | None:
        """Return the venue that `words` name, or None.

        A conference may be named anywhere in `words`; a journal must be all of them, except for volume and
        pages: `Frontiers in Examples` is not `Examples`.
        """
        return self._find_journal(words) or self._find_meeting(separate_years(words))

    def is_preprint(self, words: str) -> bool:
        """Whether `words` name a server of preprints, which is no venue."""
        spaced = _space_words(words)
        return any(name in spaced for name in self._servers) and not self._find_meeting(words)

    def _find_journal(self, words: str) -> Term | None:
        head = _list_significant(_JOURNAL_END.split(words.strip(" .,"))[0])
        for wanted in (_list_significant(words), head):
            if wanted in self._journals:
                return self._journals[wanted]
        short = [term for name, term in self._journals.items() if _is_abbreviated(head, name)]
        return short[0] if len(short) == 1 else None

    def _find_meeting(self, words: str) -> Term | None:
        spaced, folded = _space_words(words), fold(words)
        found = [
            (length, -position, term)
            for position, (name, pattern, length, term) in enumerate(self._meetings)
            if name in spaced and pattern.search(words if pattern.flags & re.ASCII else folded)
        ]
        return max(found, key=lambda item: item[:2])[2] if found else None


def _is_abbreviated(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether each of several words begins the word of the name: `J. Examples`."""
    if len(name) < 2 or len(short) != len(name):
        return False
    return all(long.startswith(word) for word, long in zip(short, name, strict=True))


def _list_significant(text: str) -> tuple[str, ...]:
    return tuple(word for word in split_words(text.replace("&", " and ")) if word not in _SMALL)


def _space_words(text: str) -> str:
    return f" {' '.join(split_words(text))} "


def _compile_name(name: str) -> re.Pattern[str]:
    """What finds the name of a meeting in folded words; an abbreviation (ASCII) in words as written."""
    if len(name) <= _MAX_ABBREVIATION and name.upper() == name:
        return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.ASCII)
    words = r"[\W_]+".join(map(re.escape, split_words(name)))
    return re.compile(rf"(?<!\w){words}(?!\w){_CONTINUED if ' ' in name else ''}")
