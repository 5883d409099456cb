"""For any data: the layout keeps data and comments, and formatting twice changes nothing."""

from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.entry import layout
from generator.entry.layout.comments import find_comments
from generator.entry.model import Entry
from generator.entry.result_tables import ResultCell, ResultRow, ResultTable
from generator.yamlfiles import reading
from tests.entry.layout.parsed import data_of, dated, difference


def comments_of(text: str) -> list[str]:
    return sorted(comment.text for comment in find_comments(text))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120) | st.text(
    st.sampled_from("ab :#-,[]{}'\"\\&*!|>%@`?=.0\n\t"), max_size=30
)
SCALAR = TEXT | st.integers(-(10**9), 10**9) | st.booleans() | st.sampled_from([1.5, 61.5, 0.25])
TABLE_KEYS = (*ResultTable.model_fields, *ResultRow.model_fields, *ResultCell.model_fields)
KEYS = st.sampled_from([*Entry.model_fields, *TABLE_KEYS, "zzz", "a b", "no", "1"])
VALUE = st.recursive(
    SCALAR,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=6,
)
CELL = SCALAR | st.none() | st.sampled_from(["50.00", "-7.0", "85.2 ± 0.3", ".5", "1.50 ± 2", "+1"])
PARTS = st.dictionaries(st.sampled_from(["value", "sd", "note", "zzz"]), SCALAR, min_size=1, max_size=3)
ROW = st.fixed_dictionaries(
    {"values": st.lists(CELL | PARTS, min_size=1, max_size=4) | VALUE},
    optional={"model": SCALAR, "variant": TEXT, "own": st.booleans(), "note": VALUE, "zzz": VALUE},
)
TABLE = st.fixed_dictionaries(
    {"rows": st.lists(ROW | VALUE, min_size=1, max_size=4)},
    optional={"where": TEXT, "columns": st.lists(PARTS | VALUE, min_size=1, max_size=3), "metric": VALUE},
)
DATA = st.dictionaries(KEYS, VALUE, min_size=1, max_size=4) | st.fixed_dictionaries(
    {"results": st.lists(TABLE | VALUE, min_size=1, max_size=3)}, optional={"title": TEXT, "added": VALUE}
)
"""Possible contents of a file, valid or not; half of them have tables of results."""


@given(DATA)
def test_written_data_is_read_back_and_stays_unchanged(data: dict[str, Any]) -> None:
    text = layout.format_data(data)
    assert data_of(text) == dated(data)
    assert layout.format_text(text) == text


PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=4)


@given(DATA, st.booleans(), st.sampled_from([30, 80, 1000]), PLACES)
def test_any_other_layout_keeps_its_data_and_comments(
    data: dict[str, Any], flow: bool, width: int, places: list[tuple[int, int]]
) -> None:
    text = yaml.dump(data, Dumper=yaml.SafeDumper, default_flow_style=flow, width=width, allow_unicode=True)
    assume(reading.parse_document(text.encode(), "x.yaml").problems == [])
    before = data_of(text)
    for number, (place, column) in enumerate(places):
        text = _with_comment(text, place, f"{' ' * column}# comment {number}", before)
    after = layout.format_text(text)
    assert data_of(after) == before
    assert comments_of(after) == comments_of(text)
    assert layout.format_text(after) == after


def _with_comment(text: str, place: int, comment: str, data: Any) -> str:
    """Return `text` with a comment above a line or at its end, where that does not change the data."""
    lines = text.split("\n")
    place %= len(lines)
    beside = [*lines[:place], f"{lines[place]} {comment}", *lines[place + 1 :]]
    above = [*lines[:place], comment, *lines[place:]]
    for changed in ("\n".join(beside if len(comment) % 2 else above), text):
        document = reading.parse_document(changed.encode(), "x.yaml")
        if not document.problems and dated(document.data) == data:
            return changed
    return text


@given(DATA, PLACES)
def test_a_file_in_the_one_layout_is_recognized_whatever_its_comments(
    data: dict[str, Any], places: list[tuple[int, int]]
) -> None:
    text = layout.format_data(data)
    before = data_of(text)
    for number, (place, column) in enumerate(places):
        text = _with_comment(text, place, f"{' ' * (column // 5)}# comment {number}", before)
    assert (difference(text) is None) == (layout.format_text(text) == text)
