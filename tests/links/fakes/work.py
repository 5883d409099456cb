"""A published work, as several services know it."""

from dataclasses import dataclass


@dataclass
class Work:
    title: str
    authors: tuple[tuple[str, str], ...] = (("Ada", "Example"), ("Björn", "Muster"))
    date: tuple[int, ...] = (2024, 5, 1)
    retracted: bool = False
    container: str = ""
