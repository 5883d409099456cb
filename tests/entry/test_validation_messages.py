"""Messages about invalid data have no words of pydantic, whatever is wrong."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.entry import unknown_keys
from generator.entry.identifiers import BY_FIELD
from generator.entry.model import Entry
from generator.entry.validation_messages import ValidationMessage, describe_validation_error
from generator.entry.vocabulary import Term

OWN_RULES = {
    "entry-id",
    "volume",
    "pages",
    "missing-key",
    "unknown-key",
    "wrong-type",
    "wrong-value",
    "bounds",
    "date",
    *BY_FIELD,
    "url",
    "number",
    "result",
    "setting",
}
WORDS_OF_PYDANTIC = ("Input", "should", "Field", "Extra", "Tuple", "List", "instance", "pydantic")


def found(data: Any, model: type[Entry] | type[Term] = Entry) -> list[ValidationMessage]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return list(describe_validation_error(error, model))
    return []


def test_a_list_of_invalid_items_is_not_called_empty() -> None:
    assert [error.keys for error in found({"tasks": [1]}) if error.rule != "missing-key"] == [("tasks", 0)]


def test_the_nearest_key_is_named_at_its_depth() -> None:
    data = {"links": {"cod": "x"}, "results": [{"rows": [], "metrik": "x"}]}
    messages = {error.keys: error.message for error in found(data) if error.rule == "unknown-key"}
    assert messages == {
        ("links", "cod"): "unknown key `cod`: did you mean `code`?",
        ("results", 0, "metrik"): "unknown key `metrik`: did you mean `metric`?",
    }


def test_id_is_not_offered_as_a_key() -> None:
    (error,) = [error for error in found({"ids": 1, "zzzz": 2}) if error.keys == ("zzzz",)]
    assert " id," not in error.message


def test_a_term_must_be_a_mapping() -> None:
    (error,) = found("ct", Term)
    assert error == ValidationMessage(
        (), "wrong-type", "this must be a mapping `{key: value}`, not the text `ct`"
    )


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("y" * 2001),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "year", "code", "base", "metric", "value", "x"]), inner)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Entry.model_fields, "unknown"]), VALUES, max_size=6))
def test_no_message_has_words_of_pydantic(data: dict[str, Any]) -> None:
    for error in found(data):
        assert error.rule in OWN_RULES
        for word in WORDS_OF_PYDANTIC:
            assert word not in error.message.split()


@pytest.mark.parametrize("field", Entry.model_fields)
def test_every_field_refuses_values_of_other_types(field: str) -> None:
    for value in (None, object(), 1.5, "", [], {}, {"x": 1}, [[[]]], "z" * 5000, ["z" * 5000] * 5000):
        for error in found({"id": "an-entry", field: value}):
            assert error.rule in OWN_RULES


def test_a_comma_inside_a_number_is_named() -> None:
    split = {"counts": {"images": 12, "345": None}}  # how YAML reads `{images: 12,345}`
    messages = [error.message for error in found({"dataset": split}) if error.rule != "missing-key"]
    assert messages == ["`345` must be a whole number, not empty: write the number without commas"]


def test_what_an_entry_may_have_is_listed_once_for_many_unknown_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    find = unknown_keys.find_model_in
    monkeypatch.setattr(unknown_keys, "find_model_in", lambda kind: asked.append(kind) or find(kind))
    for number in range(1000):
        unknown_keys.describe_unknown_key((f"k{number}",), 1, Entry)
    assert len(asked) <= len(Entry.model_fields)
