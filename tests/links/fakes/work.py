"""A published work, as several services know it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from generator.entry.people import PersonName, split_name
from generator.links.answers.verdict import WorkRecord


@dataclass
class Work:
    title: str
    authors: tuple[tuple[str, str], ...] = (("Ada", "Example"), ("Björn", "Muster"))
    date: tuple[int, ...] = (2024, 5, 1)
    retracted: bool = False
    container: str = ""
    series: str = ""
    """The series of the container, such as `Lecture Notes in Computer Science`."""
    subtitle: str = ""
    group: str = ""
    """An author with only a name, without given and family name."""
    volume: str = ""
    number: str = ""
    pages: str = ""
    article: str = ""
    preprint: str = ""
    """The DOI of an earlier version."""
    citations: int = 0
    doi: str = ""
    """Its DOI, as PubMed has it."""


def record_of(
    title: str = "",
    authors: Iterable[str] = (),
    date: str = "",
    doi: str = "",
    journal: str = "",
    *,
    groups: Collection[str] = (),
    **facts: Any,
) -> WorkRecord:
    """The record of a registry that keeps the parts of names, except those of `groups`."""
    people = [PersonName(name, literal=True) if name in groups else split_name(name) for name in authors]
    return WorkRecord(title, tuple(people), date, doi, journal, **facts)
