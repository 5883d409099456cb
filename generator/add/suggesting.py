"""Suggest terms for a work from the names that its title and abstract use."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term, Vocabulary
from generator.text import fold

MAX_SUGGESTIONS = 4
"""More suggested terms than this are no help."""

_IN_TITLE = 5
"""A name in the title counts as much as this many in the abstract."""

_ABBREVIATION = 4
"""A name of capitals up to this length must be written in capitals: `CT`, not `ct`."""


def suggest_terms(vocabulary: Vocabulary, title: str, text: str) -> list[str]:
    """Suggest the terms that are named most; a term above another suggested one is left out."""
    scores = {term.slug: _score(term, title, text) for term in vocabulary}
    found = [term for term in vocabulary if scores[term.slug]]
    above = {parent.slug for term in found for parent in vocabulary.ancestors(term.slug)}
    narrow = [term for term in found if term.slug not in above]
    best = sorted(narrow, key=lambda term: -scores[term.slug])
    return [vocabulary.entry_value(term) for term in best[:MAX_SUGGESTIONS]]


def suggest_venue(catalog: Catalog, place: str) -> str:
    """Suggest the venue with the longest name in `place`, or an empty text; preprint servers do not count."""
    known = [
        (len(name), term.label)
        for term in catalog.vocabulary("venues")
        if term.type != "preprint"
        for name in _names(term)
        if _count(name, place)
    ]
    return max(known, default=(0, ""))[1]


def _score(term: Term, title: str, text: str) -> int:
    return max((_IN_TITLE * _count(name, title) + _count(name, text) for name in _names(term)), default=0)


def _names(term: Term) -> Iterator[str]:
    yield from (term.label, term.slug.replace("-", " "), *term.aliases)
    if term.name:
        yield term.name


def _count(name: str, text: str) -> int:
    pattern = _pattern(name)
    return len(pattern.findall(text if _is_abbreviation(name) else _folded(text))) if pattern else 0


def _is_abbreviation(name: str) -> bool:
    return len(name) <= _ABBREVIATION and name.upper() == name


@cache
def _pattern(name: str) -> re.Pattern[str] | None:
    """What finds a name of a vocabulary; made once, as a file may have a thousand records."""
    if _is_abbreviation(name):
        return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    words = r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", fold(name))))
    return re.compile(rf"(?<!\w){words}s?(?!\w)") if words else None


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return fold(text)
