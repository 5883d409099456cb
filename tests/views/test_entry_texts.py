"""Short phrases that several pages share."""

import pytest

from generator.views.entry_texts import format_first_authors
from tests.made_up import make_entry


@pytest.mark.parametrize(
    ("authors", "also", "line"),
    [
        (["A"], [], "A"),
        (["A", "B", "C"], ["C"], "A, B, C"),
        (["A", "B", "C", "D"], [], "A, B, C, et al."),
        (["A", "B", "C", "D"], ["D"], "A, B, C, D"),
        (["A", "B", "C", "D", "E", "F"], ["E"], "A, B, C, …, E, et al."),
        (["A", "B", "C", "D", "E"], ["E"], "A, B, C, …, E"),
        (["A", "others"], [], "A, et al."),
        (["others"], [], "et al."),
    ],
)
def test_the_line_of_authors_has_the_one_a_reader_asked_for(
    authors: list[str], also: list[str], line: str
) -> None:
    assert format_first_authors(make_entry(authors=authors), also=also) == line
