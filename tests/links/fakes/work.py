"""A published work, as several services know it."""

from dataclasses import dataclass


@dataclass
class Work:
    title: str
    authors: tuple[tuple[str, str], ...] = (("Ada", "Example"), ("Björn", "Muster"))
    date: tuple[int, ...] = (2024, 5, 1)
    retracted: bool = False
    container: str = ""
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
