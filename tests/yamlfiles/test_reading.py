"""Reading files of all kinds gives data, or problems with their places, and never an exception."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.yamlfiles import reading
from generator.yamlfiles.reading import Keys


def parsed(text: str) -> object:
    document = reading.parse_document(text.encode(), "file")
    assert document.problems == []
    return document.data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: text", {"a": "text"}),
        ("a: 12\nb: -3\nc: 0", {"a": 12, "b": -3, "c": 0}),
        ("a: 1.5\nb: 2000.0", {"a": 1.5, "b": 2000.0}),
        ("a: 1.50\nb: 2.0e3\nc: +2", {"a": "1.50", "b": "2.0e3", "c": "+2"}),
        ("a: true\nb: false", {"a": True, "b": False}),
        ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
        ("a: '12'\nb: \"true\"", {"a": "12", "b": "true"}),
        ("a: [1, x]\nb: {c: d}", {"a": [1, "x"], "b": {"c": "d"}}),
        ("- a\n- b", ["a", "b"]),
        ("just words", "just words"),
    ],
)
def test_plain_values_are_read_as_their_types(text: str, data: object) -> None:
    assert parsed(text) == data


@pytest.mark.parametrize(
    "word", ["yes", "No", "on", "1_000", "007", "0x1F", "1e5", ".5", "12:30", "2024-05-01"]
)
def test_no_type_is_guessed(word: str) -> None:
    assert parsed(f"a: {word}") == {"a": word}


def test_a_number_of_many_digits_is_text() -> None:
    assert parsed(f"a: {'9' * 3000}") == {"a": "9" * 3000}


def test_a_byte_order_mark_and_windows_line_ends_are_not_part_of_the_data() -> None:
    document = reading.parse_document(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "file")
    assert document.data == {"a": "b", "c": "d"}
    assert document.locate(("c",)) == (2, 4)


def test_of_a_repeated_key_the_first_value_is_kept() -> None:
    document = reading.parse_document(b"a: 1\nb: {c: 2, c: 3}\na: 4", "file")
    assert document.data == {"a": 1, "b": {"c": 2}}
    assert [(problem.line, problem.column) for problem in document.problems] == [(2, 11), (3, 1)]
    assert document.locate(("a",)) == (1, 4)


@pytest.mark.parametrize(
    ("keys", "at_key", "place"),
    [
        (("title",), False, (2, 8)),
        (("title",), True, (2, 1)),
        (("uses", "trained_on", 1), False, (4, 21)),
        (("uses", "trained_on"), True, (4, 3)),
        (("uses", "nothing", 3), False, (4, 3)),
        (("uses", "nothing"), True, (4, 3)),
        (("title", 0), False, (2, 8)),
        (("uses", "trained_on", 7), False, (4, 15)),
        (("nothing",), False, (2, 1)),
        ((), False, (2, 1)),
    ],
)
def test_a_value_is_located_or_the_nearest_one_around_it(
    keys: Keys, at_key: bool, place: tuple[int, int]
) -> None:
    text = "# a comment\ntitle: é\nuses:\n  trained_on: [été, x]\n"
    assert reading.parse_document(text.encode(), "file").locate(keys, at_key=at_key) == place


def test_the_column_of_an_encoding_error_counts_characters() -> None:
    document = reading.parse_document("a: été\nb: été ".encode() + b"\xff", "file")
    assert [(problem.line, problem.column) for problem in document.problems] == [(2, 8)]


def test_the_column_of_a_control_character_counts_characters() -> None:
    document = reading.parse_document("a: été\nb: été \x07".encode(), "file")
    assert [(problem.line, problem.column) for problem in document.problems] == [(2, 8)]


def test_only_a_plain_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("/dev/zero")
    for name in ("link.yaml", "nothing.yaml", "."):
        document = reading.read_document(tmp_path / name, name)
        assert document.data is None
        assert [problem.rule for problem in document.problems] == ["yaml-file"]


def places_in(data: object, keys: Keys = ()) -> list[Keys]:
    if isinstance(data, dict):
        return [keys, *(place for key, value in data.items() for place in places_in(value, (*keys, key)))]
    if isinstance(data, list):
        return [keys, *(place for i, value in enumerate(data) for place in places_in(value, (*keys, i)))]
    return [keys]


YAML_PIECES = st.sampled_from(
    ["a", "b: ", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "\n", "\n  ", "'", '"', "# ", "&x ", "*x", "!t ",
     "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n", "\t", "\\", "<<: ",
     "é", "\x00", "\x85", "\ufeff", "1.5", "~"]
)  # fmt: skip


@given(st.binary(max_size=200) | st.lists(YAML_PIECES, max_size=40).map("".join).map(str.encode))
@example(b"")
@example(b"---")
@example(b"\xef\xbb\xbf")
@example(b"? ? ? a")
@example(b"a: !<tag:yaml.org,2002:int> x")
def test_any_bytes_give_data_or_problems(raw: bytes) -> None:
    document = reading.parse_document(raw, "file")
    lines = raw.count(b"\n") + raw.count(b"\r") + document.text.count("\x85") + 2
    for problem in document.problems:
        assert 1 <= problem.line <= lines + document.text.count("\u2028") + document.text.count("\u2029")
        assert problem.column >= 1
        assert str(problem).isprintable()
    if document.data is not None:
        for keys in places_in(document.data):
            line, column = document.locate(keys)
            assert min(line, column) >= 1


@pytest.mark.parametrize("name", ["away.yaml", "no\0name.yaml"])
def test_a_file_that_is_gone_is_not_called_a_link(tmp_path: Path, name: str) -> None:
    (problem,) = reading.read_document(tmp_path / name, "entries/away.yaml").problems
    assert problem.message.startswith("cannot be read: ")
