"""What new works are searched for: `_vocabulary/discovery.yaml`, its form and its problems."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.catalog.validating import make_or_report
from generator.problems import Problem
from generator.text import quoted
from generator.yamlfiles.reading import Document, Keys

DISCOVERY_NAME = "discovery"

_CATEGORY = re.compile(r"[a-z]+(-[a-z]+)*(\.[A-Za-z]+(-[A-Za-z]+)*)?")
_TERM = re.compile(r"[^\W_]+([ -][^\W_]+)*\*?")
_WORD = re.compile(r"[^\W_]+")

Topic = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]{0,30}$")]
Terms = Annotated[list[str], Field(min_length=1, max_length=200)]


class Discovery(BaseModel):
    """Categories of arXiv, and topics: a work of interest names a term of each topic.

    A term that ends in `*` stands for all words that begin so; one in capitals is found in capitals only.

    >>> search = Discovery(topics={"films": ["film*"], "sound": ["LP"]})
    >>> search.count("Filmed lp or film LP")
    {'films': 2, 'sound': 1}
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    categories: list[str] = []
    topics: Annotated[dict[Topic, Terms], Field(max_length=8)] = {}
    search: Annotated[list[Terms], Field(max_length=8)] = []
    """What arXiv is asked for: a work has a word of each list. arXiv finds whole words only."""

    def count(self, text: str) -> dict[str, int]:
        """Count how often `text` names terms of each topic."""
        return {topic: len(pattern.findall(text)) for topic, pattern in self._patterns.items()}

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {topic: _compile_terms(terms) for topic, terms in self.topics.items()}


def _compile_terms(terms: list[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile(
        rf"(?<![^\W_])(?:{'|'.join(map(_make_pattern, longest_first))})(?![^\W_])", re.IGNORECASE
    )


def _make_pattern(term: str) -> str:
    words = r"[\W_]+".join(map(re.escape, _WORD.findall(term)))
    form = words + (r"[^\W_]*" if term.endswith("*") else "")
    return f"(?-i:{form})" if term.rstrip("*").isupper() else form


def read_discovery(document: Document, problems: list[Problem]) -> Discovery:
    """Return the search in `document`, empty where it is invalid; its problems are added to `problems`."""
    if document.data is None and document.problems:
        return Discovery()
    discovery = make_or_report(Discovery, document.data, document, problems)
    if discovery is None:
        return Discovery()
    problems += (document.problem_at(keys, "discovery", message) for keys, message in _find_errors(discovery))
    return discovery


def _find_errors(discovery: Discovery) -> Iterator[tuple[Keys, str]]:
    for index, category in enumerate(discovery.categories):
        if not _CATEGORY.fullmatch(category):
            yield ("categories", index), f"{quoted(category)} is not a category of arXiv, such as `cs.CV`"
    for topic, terms in discovery.topics.items():
        yield from _find_term_errors(
            ("topics", topic), terms, "letters, digits, spaces, hyphens, a `*` at the end"
        )
    for place, words in enumerate(discovery.search):
        yield from _find_term_errors(("search", place), words, "letters, digits, spaces and hyphens")


def _find_term_errors(keys: Keys, terms: list[str], allowed: str) -> Iterator[tuple[Keys, str]]:
    for index, term in enumerate(terms):
        if not _TERM.fullmatch(term) or (term.endswith("*") and "*" not in allowed):
            yield (*keys, index), f"{quoted(term)} is not a term to search for: write {allowed}"
        elif term in terms[:index]:
            yield (*keys, index), f"{quoted(term)} is here twice: delete one"
