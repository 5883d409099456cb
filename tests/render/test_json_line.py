"""JSON by pydantic is that of the standard library, but for the spelling of the smallest floats."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.entry.labeled import Address
from generator.render.json_line import encode_line

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(TEXT | st.integers(), inner),
)


@given(VALUES)
def test_a_value_without_floats_is_the_same(value: object) -> None:
    assert encode_line(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_read_back_as_the_same_float(value: float) -> None:
    read = json.loads(encode_line(value))
    assert type(read) is float
    assert read == value


def test_floats_keep_their_digits() -> None:
    assert encode_line([5e-05, 84.9, 70.0]) == "[0.00005,84.9,70.0]"


def test_an_address_is_a_text() -> None:
    assert encode_line([Address("https://example.org/é")]) == '["https://example.org/é"]'
