"""What a person names is recognized: an identifier, an address, a file, a title."""

from pathlib import Path

import pytest

from generator.add.sources import UnknownSource, read_sources
from generator.links.answers.verdict import Target


def test_kinds_of_sources_are_recognized(tmp_path: Path) -> None:
    with pytest.raises(UnknownSource):
        read_sources("10.1000")
    assert read_sources("hep-ex/9901001v2")[0].target.id == "hep-ex/9901001"


def test_the_name_of_another_file_is_no_title(tmp_path: Path) -> None:
    file = tmp_path / "a_work_on_films.pdf"
    file.touch()
    with pytest.raises(UnknownSource, match=r"bibliography file ends in one of \.bib, \.ris, \.cff"):
        read_sources(str(file))
    assert read_sources(f"{file.stem} 2")[0].is_title


@pytest.mark.parametrize(
    "text",
    [
        "Lind M. A work on films. Examples. 2024;3:1. doi: 10.5555/inv.3.",
        "(10.5555/inv.3).",
        "doi:10.5555/inv.3,",
    ],
)
def test_the_punctuation_of_a_citation_is_no_part_of_the_doi(text: str) -> None:
    (source,) = read_sources(text)
    assert source.target == Target("doi", "10.5555/inv.3")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2413.12345", "digits 3 and 4 are a month, 01 to 12"),
        ("arXiv:2501.1234", "since 2015, five digits follow the point"),
        ("arXiv:films/0501001", "arXiv has no such archive"),
    ],
)
def test_a_mistyped_identifier_is_explained(text: str, fault: str) -> None:
    with pytest.raises(UnknownSource, match=f"is not a valid arXiv id: {fault}"):
        read_sources(text)
