"""How text is folded, compared and shown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text import count_noun, find_nearest, fold, normalize_name, quoted, slugify, split_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Müller", "muller"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("Æsir Œuvre", "aesir oeuvre"),
     ("ＣＴ", "ct"), ("ﬁlm", "film"), ("Iıİ", "iii"), ("例 示", "例 示")],
)  # fmt: skip
def test_case_and_accents_are_ignored(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
@example("Æ")
@example("\u0390\u1fb7\u0149")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_slug_is_its_own_slug_and_fits_in_an_address(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)
    assert set(slugify(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_words_are_letters_and_digits_of_any_script() -> None:
    assert split_words("L’Étude: no 5_b, 例示!") == ["l", "etude", "no", "5", "b", "例示"]
    assert normalize_name("Med-CLIP 2") == normalize_name("medclip2") == "medclip2"
    assert normalize_name("CheXpert++") != normalize_name("CheXpert")
    assert normalize_name("CheXpert+") == normalize_name("CheXpert Plus")


def test_a_slug_joins_words_by_hyphens() -> None:
    assert slugify("  Détection & localisation (2D) ") == "detection-localisation-2d"
    assert slugify("例示") == ""


def test_the_nearest_text_is_found_ignoring_case() -> None:
    assert find_nearest("captionning", ["vqa", "Captioning"]) == "Captioning"
    assert find_nearest("juggling", ["vqa", "captioning"]) is None


def test_a_counted_noun_is_singular_or_plural() -> None:
    assert [count_noun(number, "entry") for number in (0, 1, 1234)] == [
        "0 entries",
        "1 entry",
        "1,234 entries",
    ]
    assert count_noun(2, "day") == "2 days"
    assert count_noun(1, "published result") == "1 published result"


@given(st.text())
def test_quoted_text_is_short_and_has_no_hidden_characters(text: str) -> None:
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 80 * len("\\uffff0") + 3


def test_quoted_text_is_unchanged_if_it_can_be() -> None:
    assert quoted("Étude 例") == "`Étude 例`"
    assert quoted("a\n\u202eb") == "`a\\u000a\\u202eb`"
    assert quoted("x" * 81) == f"`{'x' * 80}…`"
