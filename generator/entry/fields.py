"""Every text of an entry, with the path to it and the marks of its field."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from generator.entry.field_marks import EntryId, InVocabulary, Reference
from generator.entry.labeled import Address
from generator.entry.part import EntryPart
from generator.yamlfiles.reading import Keys

FieldText = tuple[Keys, str, tuple[Any, ...]]
"""The path to a text of an entry, the text, and the marks of its field."""

_latest: tuple[EntryPart | None, list[FieldText]] = (None, [])


def collect_texts(part: EntryPart) -> Sequence[FieldText]:
    """Return every text in `part` that its file has, in the order of the model.

    The last answer is kept, as several rules in turn read the texts of one entry.
    """
    global _latest
    if _latest[0] is not part:
        _latest = part, []
        _collect_part(part, (), _latest[1])
    return _latest[1]


def _collect_part(part: EntryPart, keys: Keys, found: list[FieldText]) -> None:
    given, values = part.model_fields_set, part.__dict__
    for name, marks in get_field_marks(type(part)).items():
        if name in given:
            _collect(values[name], (*keys, name), marks, found)


def _collect(value: Any, keys: Keys, marks: tuple[Any, ...], found: list[FieldText]) -> None:
    if isinstance(value, str):
        found.append((keys, value, marks))
    elif isinstance(value, tuple):
        _collect_items(value, keys, marks, found)
    elif isinstance(value, dict):
        _collect_mapping(value, keys, marks, found)
    elif isinstance(value, EntryPart):
        _collect_part(value, keys, found)


def _collect_items(
    value: tuple[Any, ...], keys: Keys, marks: tuple[Any, ...], found: list[FieldText]
) -> None:
    """Collect the texts of a list. An address with a label is at that label, which is a text too."""
    for index, item in enumerate(value):
        if type(item) is str:  # most items; an address with a label is a text of its own type
            found.append(((*keys, index), item, marks))
            continue
        label = item.label if isinstance(item, Address) else ""
        if label:
            found.append(((*keys, label), label, ()))
        _collect(item, (*keys, label or index), marks, found)


def _collect_mapping(
    value: dict[str, Any], keys: Keys, marks: tuple[Any, ...], found: list[FieldText]
) -> None:
    """Collect the keys of a mapping, which are terms, and its texts, which have no marks."""
    for name, item in value.items():
        found.append(((*keys, name), name, marks))
        _collect(item, (*keys, name), (), found)


@cache
def get_field_marks(part: type[BaseModel]) -> dict[str, tuple[Any, ...]]:
    """Return the marks of each field of `part`; `id` is left out, as it is not in the file."""
    hints = get_type_hints(part, include_extras=True)
    return {name: tuple(_find_marks(hints[name])) for name in part.model_fields if name != "id"}


def _find_marks(annotation: Any) -> Iterator[Any]:
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, (InVocabulary, Reference, EntryId)):
            yield mark
    for inner in get_args(annotation):
        if not isinstance(inner, type) or get_args(inner):
            yield from _find_marks(inner)
