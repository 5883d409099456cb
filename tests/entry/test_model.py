"""An entry is strict and frozen, and its texts have the marks of their fields."""

from typing import Any

import pytest
from pydantic import ValidationError

from generator.entry.field_marks import EntryId, InVocabulary, Reference
from generator.entry.fields import collect_texts
from generator.entry.model import Entry
from generator.entry.results import expand_results

MINIMAL = {"id": "a-study", "title": "A study", "kind": "study", "section": "adjacent", "added": "2024-06-05"}


def entry(**fields: Any) -> Entry:
    return Entry.model_validate({**MINIMAL, **fields})


def test_a_missing_value_is_empty() -> None:
    assert entry().authors == entry().links.code == entry().uses.trained_on == ()
    assert entry().status == "active"
    assert not entry().highlight
    assert entry().year is None


def test_the_year_comes_from_a_date_of_any_precision() -> None:
    assert [entry(date=date).year for date in (2024, "2024", "2024-05", "2024-05-01")] == [2024] * 4


def test_the_label_is_the_name_or_else_the_title() -> None:
    assert (entry().label, entry(name="X").label) == ("A study", "X")


def test_one_address_may_be_written_without_a_list() -> None:
    address = "https://example.org/"
    assert (
        entry(links={"code": address}).links.code == entry(links={"code": [address]}).links.code == (address,)
    )


def test_a_number_keeps_the_digits_of_the_file() -> None:
    table = {"benchmark": "B", "metric": "accuracy", "rows": [{"model": "M", "values": ["48.00"]}]}
    whole = {**table, "rows": [{"model": "M", "values": [48]}]}
    results = list(expand_results(entry(results=[table, whole])))
    assert [(result.text, str(result.value)) for result in results] == [("48.00", "48.0"), ("48", "48")]


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        entry().title = "Another"  # type: ignore[misc]


def test_every_text_is_found_with_its_path_and_marks() -> None:
    whole = entry(
        tasks=["vqa", "captioning"],
        model={"base": "other", "domain": "broad", "parameters": "7B"},
        news=[{"date": "2024", "text": "It happened."}],
        distinct_from=["another"],
        highlight=True,
    )
    found = {keys: (text, marks) for keys, text, marks in collect_texts(whole)}
    assert found == {
        ("title",): ("A study", ()),
        ("kind",): ("study", (InVocabulary("kinds"),)),
        ("section",): ("adjacent", (InVocabulary("sections"),)),
        ("tasks", 0): ("vqa", (InVocabulary("tasks"),)),
        ("tasks", 1): ("captioning", (InVocabulary("tasks"),)),
        ("model", "base"): ("other", (Reference(),)),
        ("model", "parameters"): ("7B", ()),
        ("model", "domain"): ("broad", (InVocabulary("domains"),)),
        ("distinct_from", 0): ("another", (EntryId(),)),
        ("news", 0, "date"): ("2024", ()),
        ("news", 0, "text"): ("It happened.", ()),
        ("added",): ("2024-06-05", ()),
    }
