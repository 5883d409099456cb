"""The names of the volumes of a conference."""

import pytest
from pydantic import ValidationError

from generator.entry.proceedings import Proceedings, format_ordinal


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (63, "63rd"), (111, "111th")],
)
def test_numbers_of_meetings_are_ordinals(number: int, text: str) -> None:
    assert format_ordinal(number) == text


def test_meetings_and_volumes_are_counted_from_the_first() -> None:
    volume = Proceedings(title="{ordinal} Conference {year}", first_meeting=1984, first_volume=1988)
    assert (volume.name(2024), volume.number(2024)) == ("41st Conference 2024", "37")


def test_a_volume_that_cannot_be_counted_has_its_number_by_year() -> None:
    volume = Proceedings(title="Papers", volumes={"2021": 139})
    assert (volume.number(2021), volume.number(2022)) == ("139", "")


def test_a_volume_fits_by_year_track_and_doi() -> None:
    volume = Proceedings(title="Long Papers", doi=".acl-long.", since=2020, until=2022)
    assert volume.fits(2020, "main", "10.18653/v1/2020.ACL-long.7")
    assert not volume.fits(2019, "main", "10.18653/v1/2019.acl-long.7")
    assert not volume.fits(2023, "main", "10.18653/v1/2023.acl-long.7")
    assert not volume.fits(2021, "findings", "10.18653/v1/2021.acl-long.7")
    assert not volume.fits(2021, "main", "10.18653/v1/2021.acl-short.7")


def test_a_meeting_before_the_first_has_no_ordinal() -> None:
    assert not Proceedings(title="{ordinal} Conference", first_meeting=1984).fits(1983, "main", "")
    assert not Proceedings(title="{ordinal} Conference").fits(2024, "main", "")


@pytest.mark.parametrize("title", ["", "Papers of {yaer}", "Papers {"])
def test_a_title_has_only_the_known_placeholders(title: str) -> None:
    with pytest.raises(ValidationError):
        Proceedings(title=title)
