"""What tests of the layout read from a text: its data, and where its layout differs."""

from typing import Any

from generator.entry import layout
from generator.yamlfiles import reading


def data_of(text: str) -> Any:
    document = reading.parse_document(text.encode(), "x.yaml")
    assert document.problems == []
    return dated(document.data)


def dated(data: Any, key: str = "") -> Any:
    """Return `data` with years as texts: as dates both are the same."""
    if isinstance(data, dict):
        return {name: dated(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [dated(value) for value in data]
    return str(data) if key in ("date", "added") else data


def difference(text: str) -> int | None:
    assert_read_right(text)
    return layout.find_first_difference(text)


def assert_read_right(text: str) -> None:
    """Where `text` is read without YAML, YAML reads the same, and the layout is the standard one."""
    if (read := layout.read_standard(text)) is not None:
        document = reading.parse_document(text.encode(), "file")
        assert (read, []) == (document.data, document.problems)
        assert layout.find_first_difference(text) is None
