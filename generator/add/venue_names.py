"""Find the venue of the catalog that words name, such as those of a registry, DBLP or OpenReview."""

import re
from collections.abc import Iterator
from functools import cache

from generator.entry.vocabulary import Term, Vocabulary
from generator.text import fold, split_words

_ABBREVIATION = 5
"""A name of capitals up to this length must be written in capitals: `ACL`, not `acl`."""

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
    apart = _GLUED_YEAR.sub(lambda match: f" {_full(match[1])}", words)
    return _SHORT_YEAR.sub(lambda match: _full(match[1]), apart)


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def find_venue(words: str, venues: Vocabulary) -> Term | None:
    """Return the venue that `words` name, or None.

    A conference may be named anywhere in `words`; a journal must be all of them, but for volume and pages:
    `Frontiers in Examples` is not `Examples`.
    """
    journal = _find_journal(words, venues)
    return journal or _find_meeting(separate_years(words), venues)


def is_preprint(words: str, venues: Vocabulary) -> bool:
    """Whether `words` name a server of preprints, which is no venue."""
    servers = [fold(name) for term in venues if term.type == "preprint" for name in _names(term)]
    servers += ["arxiv", "corr", "openreview", "research square", "ssrn", "preprint", "preprints"]
    folded = f" {' '.join(split_words(words))} "
    return any(f" {name} " in folded for name in servers) and not _find_meeting(words, venues)


def _find_journal(words: str, venues: Vocabulary) -> Term | None:
    head = _JOURNAL_END.split(words.strip(" .,"))[0]
    found = []
    for text in dict.fromkeys((words, head)):
        wanted = _significant(text)
        if not wanted:
            continue
        for term in venues:
            if term.type in ("journal", "repository") and any(
                _significant(name) == wanted for name in _names(term)
            ):
                return term
    wanted = _significant(head)
    for term in venues:
        if term.type == "journal" and any(_is_abbreviated(wanted, _significant(n)) for n in _names(term)):
            found.append(term)
    return found[0] if len(found) == 1 else None


def _is_abbreviated(short: list[str], name: list[str]) -> bool:
    """Whether each of several words begins the word of the name: `Medical Image Anal.`."""
    if len(name) < 2 or len(short) != len(name):
        return False
    return all(long.startswith(word) for word, long in zip(short, name, strict=True))


def _significant(text: str) -> list[str]:
    return [word for word in split_words(text.replace("&", " and ")) if word not in _SMALL]


def _find_meeting(words: str, venues: Vocabulary) -> Term | None:
    found = [
        (len(name), -position, term)
        for position, term in enumerate(venues)
        if term.type in ("conference", "workshop")
        for name in _names(term)
        if _is_named(name, words)
    ]
    return max(found, key=lambda item: item[:2])[2] if found else None


def _is_named(name: str, words: str) -> bool:
    if len(name) <= _ABBREVIATION and name.upper() == name:
        return bool(_exact(name).search(words))
    return bool(_folded(name).search(fold(words)))


@cache
def _exact(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


@cache
def _folded(name: str) -> re.Pattern[str]:
    words = r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", fold(name))))
    return re.compile(rf"(?<!\w){words}(?!\w){_CONTINUED if ' ' in name else ''}")


def _names(term: Term) -> Iterator[str]:
    yield term.label
    yield from term.aliases
    if term.name:
        yield term.name
