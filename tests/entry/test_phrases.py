"""Phrases are found as whole words, and not in names, addresses and quotations."""

import pytest

from generator.entry.phrases import Phrases
from generator.entry.wording import Wording

WORDING = Wording(
    praise=["state-of-the-art"],
    avoid={"colour": ["color"], "colours": ["colors"], "data set": ["dataset"], "draw": ["paint", "outline"]},
    allow=["draw on"],
)


def find_words(text: str) -> list[str]:
    return [word for word, _ in WORDING.find_avoided(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A colour film.", ["colour"]),
        ("Colour films.", ["Colour"]),
        ("It is old. Colour films are new.", ["Colour"]),
        ("Colour, colour and colours.", ["Colour", "colours"]),
        ("A data-set, a data\tset, a data. Set", ["data-set"]),
        ("A full-colour film's colour-depth.", ["colour"]),
        ("Those who draw on films draw circles.", ["draw"]),
    ],
)
def test_a_word_to_avoid_is_found(text: str, found: list[str]) -> None:
    assert find_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Colour Atlas and COLOUR.",
        "COLOUR sorts films.",
        "FilmNet-colour, Colour-FilmNet and colour-2.",
        "The colourful colouring of discolour.",
        "See colour.png, films/colour and @colour.",
        'It is called "a colour film", “colour” and `colour`.',
    ],
)
def test_names_addresses_and_quotations_may_have_any_word(text: str) -> None:
    assert find_words(text) == []


def test_a_message_names_every_better_word() -> None:
    assert [message for _, message in WORDING.find_avoided("We draw.")] == [
        "`draw` is a word to avoid: write `paint` or `outline`"
    ]


def test_praise_is_found_in_each_spelling() -> None:
    assert WORDING.find_praise("A State of the Art film.") == ["State of the Art"]
    assert WORDING.find_praise("The state of the films.") == []


def test_the_longest_phrase_counts_and_none_overlap() -> None:
    phrases = Phrases({"film": 1, "film strip": 2, "strip projector": 3})
    assert [(found.start, found.value) for found in phrases.find("A film strip projector, a film.")] == [
        (2, 2),
        (26, 1),
    ]
