"""What is learned from: the texts and the terms of the catalog's entries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term

VOCABULARIES = {
    "section": "sections",
    "kind": "kinds",
    "tasks": "tasks",
    "modalities": "modalities",
    "training": "training",
}
"""The fields whose terms are learned, with their vocabularies."""

SINGLE = ("section", "kind")
"""The fields that have one term."""


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of a work in words."""

    title: str
    more: str = ""
    """Its abstract or summary."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its right terms, by field."""

    text: Text
    terms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term, and how sure it is: of those with 0.8, eight in ten should be right."""

    term: str
    confidence: float


def make_examples(catalog: Catalog) -> list[Example]:
    """Return an example for each entry, in the order of the catalog."""
    return [
        Example(
            Text(entry.title, entry.summary or ""),
            {
                "section": (entry.section,),
                "kind": (entry.kind,),
                "tasks": entry.tasks,
                "modalities": entry.modalities,
                "training": entry.training,
            },
        )
        for entry in catalog
    ]


def list_labels(examples: Sequence[Example], catalog: Catalog) -> dict[str, list[tuple[str, Term]]]:
    """Return the terms that examples have, with a key for each, by field that has any.

    A term that no entry has cannot be learned.
    """
    labels = {field: [*_list_used(field, examples, catalog)] for field in VOCABULARIES}
    return {field: terms for field, terms in labels.items() if terms}


def _list_used(field: str, examples: Sequence[Example], catalog: Catalog) -> Iterator[tuple[str, Term]]:
    used = {slug for example in examples for slug in example.terms[field]}
    for term in catalog.vocabulary(VOCABULARIES[field]):
        if term.slug in used:
            yield make_key(field, term.slug), term


def make_key(field: str, slug: str) -> str:
    """Return the key of a term among those of all fields."""
    return f"{field} {slug}"
