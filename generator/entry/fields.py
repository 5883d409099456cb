"""Every text of an entry, the path to it and what it must be."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from pydantic import BaseModel

from generator.entry.field_marks import EntryId, InVocabulary, Reference
from generator.entry.part import Part


class Value(NamedTuple):
    """A text of an entry with the way to it and the marks of its field."""

    keys: tuple[str | int, ...]
    text: str
    marks: tuple[Any, ...]


def texts(part: Part) -> list[Value]:
    """Every text below `part` that the file gave, in the order of the model."""
    found: list[Value] = []
    _collect(part, (), (), found)
    return found


def _collect(value: Any, keys: tuple[str | int, ...], marks: tuple[Any, ...], found: list[Value]) -> None:
    if isinstance(value, str):
        found.append(Value(keys, value, marks))
    elif isinstance(value, tuple):
        _collect_items(value, keys, marks, found)
    elif isinstance(value, dict):
        _collect_mapping(value, keys, marks, found)
    elif isinstance(value, Part):
        given = value.model_fields_set
        for name, marks in field_marks_of(type(value)).items():
            if name in given:
                _collect(getattr(value, name), (*keys, name), marks, found)


def _collect_items(
    value: tuple[Any, ...], keys: tuple[str | int, ...], marks: tuple[Any, ...], found: list[Value]
) -> None:
    """The texts among the items of a list; an address with a label is at its label, a text too."""
    for index, item in enumerate(value):
        label = getattr(item, "label", "")
        if label:
            found.append(Value((*keys, label), label, ()))
        _collect(item, (*keys, label or index), marks, found)


def _collect_mapping(
    value: dict[str, Any], keys: tuple[str | int, ...], marks: tuple[Any, ...], found: list[Value]
) -> None:
    """The keys of a mapping that are terms, and the texts among its values, which have no marks."""
    for name, item in value.items():
        found.append(Value((*keys, name), name, marks))
        _collect(item, (*keys, name), (), found)


@cache
def field_marks_of(part: type[BaseModel]) -> dict[str, tuple[Any, ...]]:
    """The marks of each field of `part` that may hold texts of the file."""
    hints = get_type_hints(part, include_extras=True)
    return {name: tuple(_marks_in(hints[name])) for name in part.model_fields if name != "id"}


def _marks_in(annotation: Any) -> Iterator[Any]:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, (InVocabulary, Reference, EntryId)):
            yield mark
    for inner in get_args(annotation):
        if not isinstance(inner, type) or get_args(inner):
            yield from _marks_in(inner)
