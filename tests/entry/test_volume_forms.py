"""The forms of volume, number and pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.volume_forms import (
    find_pages_error,
    find_volume_error,
    read_pages,
    read_volume,
    split_pages,
)


@pytest.mark.parametrize("text", ["12", "13435", "12-13", "1/2", "S1", "Suppl 2", "33 Suppl 1", "1A", "abc-"])
def test_a_volume_is_a_number_with_few_letters(text: str) -> None:
    assert (find_volume_error(text) is None) is (text != "abc-")


@pytest.mark.parametrize(
    "text",
    [
        "123",
        "123-145",
        "e1234",
        "e12-e19",
        "103:1-103:20",
        "116.e1-116.e10",
        "AIoa2300138",
        "S12-S19",
        "106L",
    ],
)
def test_pages_are_a_range_or_one_number(text: str) -> None:
    assert find_pages_error(text) is None
    assert read_pages(text) == text


@pytest.mark.parametrize(
    ("text", "better"),
    [("pp. 123–145", "123-145"), ("12--15", "12-15"), ("p. 7", "7"), ("7 - 9", "7-9"), ("Article 12", "12")],
)
def test_a_message_about_pages_has_the_right_form(text: str, better: str) -> None:
    assert find_pages_error(text) == f"is not pages: write `{better}`"


def test_pages_that_run_back_are_refused() -> None:
    assert find_pages_error("1159-70") == (
        "ends before it begins: write both pages in full, such as `1159-1170`"
    )
    assert find_pages_error("front matter") == (
        "is not pages: write `123-145`, or one page or article number such as `123` or `e1234`"
    )


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1159-70", "1159-1170"),
        ("5-5", "5"),
        ("1-3, 7", ""),
        ("90-8", "90-98"),
        ("90-12", ""),
        ("", ""),
        ("iv-xi", ""),
    ],
)
def test_pages_of_a_registry_are_written_in_full(text: str, pages: str) -> None:
    assert read_pages(text) == pages


def test_a_volume_of_a_registry_is_read_without_its_word() -> None:
    assert [read_volume(text) for text in ("Vol. 12", "No. 3", "abs/1905.1", "")] == ["12", "3", "", ""]


def test_one_page_has_no_last_page() -> None:
    assert split_pages("12-15") == ("12", "15")
    assert split_pages("e7") == ("e7", "")


@given(st.text(max_size=60))
def test_what_is_read_from_any_text_is_valid(text: str) -> None:
    for read, find_error in ((read_pages, find_pages_error), (read_volume, find_volume_error)):
        found = read(text)
        assert not found or find_error(found) is None
