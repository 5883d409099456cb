"""Suggest the terms of a work by the names that title and abstract call them."""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term, Vocabulary
from generator.text import fold

MOST = 4
"""A suggestion of more terms tells nothing."""

_IN_TITLE = 5
"""So many times as telling is a name in the title."""

_ABBREVIATION = 4
"""A name so short is one only as it is written: `CT`, not `ct` in a word's place."""


def terms(vocabulary: Vocabulary, title: str, text: str) -> list[str]:
    """The terms that are named most, those above another of them left out."""
    scores = {term.slug: _score(term, title, text) for term in vocabulary}
    found = [term for term in vocabulary if scores[term.slug]]
    above = {parent.slug for term in found for parent in vocabulary.ancestors(term.slug)}
    narrow = [term for term in found if term.slug not in above]
    best = sorted(narrow, key=lambda term: -scores[term.slug])
    return [vocabulary.entry_value(term) for term in best[:MOST]]


def venue(catalog: Catalog, place: str) -> str:
    """The venue that `place` names by its longest name, or nothing; a repository of preprints is none."""
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
    if len(name) <= _ABBREVIATION and name.upper() == name:
        return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    pattern = r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", fold(name))))
    return len(re.findall(rf"(?<!\w){pattern}s?(?!\w)", fold(text))) if pattern else 0
