"""The volumes of a conference: what each is called, by year, track and DOI. The names are data."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

MAIN_TRACK = "main"
"""The track of an entry that names none."""

YEAR, ORDINAL = "{year}", "{ordinal}"
"""What a title may hold in place of the year and of the number of the meeting, such as `41st`."""


def _check_title(title: str) -> str:
    if re.search("[{}]", title.replace(YEAR, "").replace(ORDINAL, "")):
        message = f"a brace is only in `{YEAR}` and `{ORDINAL}`: delete it"
        raise PydanticCustomError("vocabulary", "{message}", {"message": message})
    return title


class Proceedings(BaseModel):
    """One volume a year, or one volume of one year.

    >>> row = Proceedings(title="Proceedings of the {ordinal} Example Conference", first_meeting=1984)
    >>> row.name(2024)
    'Proceedings of the 41st Example Conference'
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)

    title: Annotated[str, StringConstraints(min_length=1), AfterValidator(_check_title)]
    """The name that is printed on it."""
    track: str = MAIN_TRACK
    """The slug of the track whose papers are in it."""
    doi: str = ""
    """What the DOI of a paper in it has: `.acl-long.`."""
    since: int | None = None
    until: int | None = None
    """The first and the last year in which it is called so."""
    first_meeting: int | None = None
    """The year of the 1st meeting, where there is one every year since."""
    first_volume: int | None = None
    """The year of volume 1, where there is one every year since."""
    volumes: dict[Annotated[str, StringConstraints(pattern="^[0-9]{4}$")], int] = Field(default_factory=dict)
    """The number of the volume by year, where it cannot be counted."""
    series: str = ""
    """The series in which the volume appears."""

    def fits(self, year: int, track: str, doi: str) -> bool:
        """Whether a paper of this year, track and DOI is in the volume."""
        is_in_time = (self.since or year) <= year <= (self.until or year)
        is_named = ORDINAL not in self.title or (self.first_meeting or year + 1) <= year
        return is_in_time and is_named and track == self.track and self.doi in doi.lower()

    def name(self, year: int) -> str:
        """Return the name of the volume of `year`."""
        meeting = year - (self.first_meeting or year) + 1
        return self.title.replace(YEAR, str(year)).replace(ORDINAL, format_ordinal(meeting))

    def number(self, year: int) -> str:
        """Return the number of the volume of `year`, or an empty text."""
        if self.first_volume is not None:
            return str(year - self.first_volume + 1)
        return str(self.volumes.get(str(year), ""))


def format_ordinal(number: int) -> str:
    """Write `number` as an ordinal: `1st`, `12th`, `63rd`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
