"""The facts about a work before it is an entry."""

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """Cleaned facts about a work, with the keys of an entry.

    >>> Draft("2210.10163", {"title": "A Title"}, place="EMNLP", year=2022).data
    {'title': 'A Title'}
    """

    source: str
    data: dict[str, Any] = field(default_factory=dict)
    place: str = ""
    """Where it was published, in the words of a registry or bibliography."""
    year: int | None = None
    """When it was published there."""
    text: str = ""
    """Its abstract or summary, from which terms are suggested."""
    notes: tuple[str, ...] = ()
    comment: str = ""
    """What its authors say of it, which may name a venue: `Accepted at EMNLP 2022`."""
    other_places: tuple[tuple[str, int | None], ...] = ()
    """Other words for where and when it was published, from a source that counts less."""

    def completed(self, other: "Draft") -> "Draft":
        """Return this draft with what only `other` has, and its date where it is the same but more exact."""
        links = {**other.data.get("links", {}), **self.data.get("links", {})}
        data = {**other.data, **self.data} | ({"links": links} if links else {})
        if (date := other.data.get("date", "")).startswith(self.data.get("date", "")) and date:
            data["date"] = date
        return replace(
            self,
            data=data,
            place=self.place or other.place,
            year=self.year or other.year,
            text=f"{self.text} {other.text}".strip(),
            notes=self.notes + other.notes,
            comment=f"{self.comment} {other.comment}".strip(),
            other_places=self.other_places + other.other_places,
        )
