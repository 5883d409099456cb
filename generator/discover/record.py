"""A record of a new work, as a preprint server announces it."""

from dataclasses import dataclass
from datetime import date

MAX_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Record:
    """What arXiv says of one work; `announced` is a day, YYYY-MM-DD."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    abstract: str = ""
    categories: tuple[str, ...] = ()
    comment: str = ""
    announced: str = ""
    journal: str = ""
    doi: str = ""

    @property
    def text(self) -> str:
        """Title and abstract."""
        return f"{self.title}. {self.abstract}"


def is_day(text: str) -> bool:
    """Whether `text` is a day, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
