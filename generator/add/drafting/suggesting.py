"""Suggest the terms of a work, as the catalog's entries have them."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from generator.catalog.catalog import Catalog
from generator.learning.examples import Candidate, Text, make_examples

if TYPE_CHECKING:  # it loads scikit-learn, which takes a second and may be missing
    from generator.learning.term_model import TermModel

FILLED_FROM = {"section": 0.6, "kind": 0.7, "tasks": 0.7, "modalities": 0.6, "training": 0.7}
"""The confidence with which a term is filled in: the lowest tenth from which, by cross-validation on the
list for which this was made, at least four in five terms are right (`tests/bench/suggestions.py`)."""

_SHOWN_FROM = 0.1
"""A term with less confidence is no help, not even in a comment."""

_MIN_SHOWN = 3
_NEXT_SHOWN = 2
"""How many candidates are shown after those that are filled in."""

MIN_ENTRIES = 50
"""From fewer entries nothing is learned."""

MISSING = (
    "section, kind, tasks, modalities and training are not suggested, as scikit-learn is missing: "
    "`make suggest` installs it, and so does `pip install '.[suggest]'`"
)


def can_suggest() -> bool:
    """Return whether scikit-learn is installed."""
    return find_spec("sklearn") is not None


def suggest_terms(catalog: Catalog, title: str, text: str) -> Mapping[str, list[Candidate]]:
    """Return the candidates for each field with terms, the surest first; none where nothing can be learned.

    The first call for a catalog learns from its entries, which takes seconds.
    """
    if not title or len(catalog.entries) < MIN_ENTRIES or not can_suggest():
        return {}
    found = catalog.index(_learn).propose(Text(title, text))
    return {
        field: [candidate for candidate in candidates if candidate.confidence >= _SHOWN_FROM]
        for field, candidates in found.items()
    }


def take_sure(field: str, candidates: list[Candidate]) -> list[str]:
    """Return the terms that are sure enough to be filled in."""
    return [candidate.term for candidate in candidates if candidate.confidence >= FILLED_FROM[field]]


def describe(field: str, candidates: list[Candidate]) -> str:
    """Return the terms that are filled in and the next best, each with its confidence: `vqa 83 %`."""
    most = max(_MIN_SHOWN, len(take_sure(field, candidates)) + _NEXT_SHOWN)
    return ", ".join(
        f"{candidate.term} {min(round(100 * candidate.confidence), 99)} %" for candidate in candidates[:most]
    )


def _learn(catalog: Catalog) -> "TermModel":
    from generator.learning.term_model import TermModel

    return TermModel(make_examples(catalog), catalog)
