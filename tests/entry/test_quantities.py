"""The forms of counts and of numbers of parameters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.quantities import (
    COUNT_PATTERN,
    PARAMETERS_PATTERN,
    find_count_error,
    find_parameters_error,
    format_count,
    to_number,
)


@pytest.mark.parametrize(
    ("count", "number", "shown"),
    [
        (377110, 377110, "377,110"),
        (1, 1, "1"),
        ("~87000", 87000, "~87,000"),
        ("160000+", 160000, "160,000+"),
        ("1.65M", 1_650_000, "1.65M"),
        ("~15K", 15_000, "~15K"),
        ("5.3M+", 5_300_000, "5.3M+"),
        ("5.85B", 5_850_000_000, "5.85B"),
        ("0.5M", 500_000, "0.5M"),
    ],
)
def test_a_count_is_sorted_by_its_number_and_shown_with_its_signs(
    count: int | str, number: int, shown: str
) -> None:
    assert isinstance(count, int) or find_count_error(count) is None
    assert to_number(count) == number
    assert format_count(count) == shown


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("about 87,000", "`~87000`"),
        ("nearly 10,000", "`~10000`"),
        ("around 1.6 million", "`~1.6M`"),
        ("over 160,000", "`160000+`"),
        ("more than 2.7 Million", "`2.7M+`"),
        ("≥ 5k", "`5K+`"),
        ("22 thousand", "`22K`"),
        ("5.85 bn", "`5.85B`"),
        ("377,110", "377110 without quotes"),
        ("377110", "377110 without quotes"),
        ("about 15k+", "`~15K`"),
    ],
)
def test_a_message_about_a_count_in_words_has_the_right_form(text: str, better: str) -> None:
    assert find_count_error(text) == f"is not a count: write {better}"


@pytest.mark.parametrize(
    "text", ["", "many", "~1.5", "~0", "0K", "1.5", "12 images", "1.2345M", "~5+", "-5", "007"]
)
def test_other_texts_are_not_counts(text: str) -> None:
    assert str(find_count_error(text)).startswith("is not a count: write ")
    assert not re.fullmatch(COUNT_PATTERN, text)


@pytest.mark.parametrize(
    ("text", "largest"),
    [("7B", 7 * 10**9), ("400M", 4 * 10**8), ("4B, 27B", 27 * 10**9), ("6M-304M, 1.1B", 11 * 10**8)],
)
def test_models_are_sorted_by_the_largest_number_of_parameters(text: str, largest: int) -> None:
    assert find_parameters_error(text) is None
    assert to_number(text) == largest


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("7 billion", "7B"),
        ("7b", "7B"),
        ("about 7B parameters", "7B"),
        ("7B and 13B", "7B, 13B"),
        ("4B,8B;70B", "4B, 8B, 70B"),
        ("6M to 304M", "6M-304M"),
        ("21M – 1,100M", "21M-1100M"),
        ("1.5 billion or 3 billion", "1.5B, 3B"),
    ],
)
def test_a_message_about_parameters_in_words_has_the_right_form(text: str, better: str) -> None:
    assert find_parameters_error(text) == f"is not a number of parameters: write `{better}`"


@pytest.mark.parametrize("text", ["", "large", "7", "7B (base)", "7B,", "0B", "~7B", "7B-13B-70B", "7BB"])
def test_other_texts_are_not_numbers_of_parameters(text: str) -> None:
    assert str(find_parameters_error(text)).startswith("is not a number of parameters: write ")
    assert not re.fullmatch(PARAMETERS_PATTERN, text)


@given(st.text() | st.from_regex(COUNT_PATTERN) | st.text("0123456789., KMBTkm~+>aboutverilo"))
def test_the_form_that_a_message_offers_is_valid(text: str) -> None:
    for find_error in (find_count_error, find_parameters_error):
        offered = re.search("write `(.+)`$", find_error(text) or "")
        if offered and " " not in offered[1].replace(", ", ""):
            assert find_error(offered[1]) is None


@given(st.from_regex(COUNT_PATTERN, fullmatch=True), st.from_regex(PARAMETERS_PATTERN, fullmatch=True))
def test_every_valid_form_has_a_number(count: str, parameters: str) -> None:
    text = count.removesuffix("\n")
    assert to_number(text) >= 1
    assert re.sub("[^0-9.]", "", format_count(text)) == re.sub("[^0-9.]", "", text)
    assert to_number(parameters.removesuffix("\n")) >= 1
