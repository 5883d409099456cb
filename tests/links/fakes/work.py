"""A published work, as several services know it."""

from dataclasses import dataclass


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
