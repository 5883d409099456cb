"""Mentions of other works in an entry: by the id, the name or an alias of their entry, or by a plain name."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from generator.entry import layout
from generator.entry.field_marks import EntryId, Reference
from generator.entry.fields import field_marks_of, texts
from generator.entry.layout.tree import Item, from_text
from generator.entry.model import Entry
from generator.entry.part import Part
from generator.entry.validation_messages import model_in
from generator.text import key
from generator.yamlfiles.reading import Keys

Value = TypeVar("Value")


class Mention(NamedTuple):
    """Another work, as an entry names it at `keys`."""

    text: str
    keys: Keys
    is_id: bool
    """Whether the field takes ids only."""


def mentions(entry: Entry) -> Iterator[Mention]:
    """Every mention of another work.

    An entry may use its own names, as where it introduces data that is one of its aliases, and its own
    id in its results; these are no mentions.
    """
    own = _own_names(entry)
    for keys, text, marks in texts(entry):
        if EntryId() in marks:
            yield Mention(text, keys, is_id=True)
        elif (
            Reference() in marks and key(text) not in own and not (text == entry.id and keys[0] == "results")
        ):
            yield Mention(text, keys, is_id=False)


def with_ids(entry: Entry, find: Callable[[str], str | None]) -> Entry:
    """`entry` with an id in place of each name of another work that `find` knows; in results its own too."""
    own = _own_names(entry)

    def find_id(text: str) -> str:
        return text if key(text) in own else find(text) or text

    def find_id_in_results(text: str) -> str:
        return entry.id if key(text) in own else find(text) or text

    changed = {
        name: _with_ids(getattr(entry, name), marks, find_id_in_results if name == "results" else find_id)
        for name, marks in field_marks_of(Entry).items()
        if name in entry.model_fields_set
    }
    return entry.model_copy(update=changed)


def _own_names(entry: Entry) -> set[str]:
    return {key(name) for name in (entry.name, *entry.aliases) if name} - {""}  # of a name without letters


def _with_ids(value: Value, marks: tuple[Any, ...], find_id: Callable[[str], str]) -> Value:
    found: Any = value
    if isinstance(value, str):
        found = find_id(value) if Reference() in marks else value
    elif isinstance(value, tuple):
        found = tuple(_with_ids(item, marks, find_id) for item in value)
    elif isinstance(value, Part):
        changed = {
            name: _with_ids(getattr(value, name), inner, find_id)
            for name, inner in field_marks_of(type(value)).items()
            if name in value.model_fields_set
        }
        found = value.model_copy(update=changed)
    return found  # type: ignore[no-any-return]


def rewrite_references(text: str, change: Callable[[str], str]) -> str:
    """The entry file `text`, which can be read, with every reference changed; its layout is the one layout.

    >>> rewrite_references("uses: {trained_on: [Tiny Films]}\\n", {"Tiny Films": "tiny-films"}.__getitem__)
    'uses: {trained_on: [tiny-films]}\\n'
    """
    root = from_text(text)
    _rewrite(root, Entry, change)
    return layout.write_tree(root)


def _rewrite(item: Item, model: type[BaseModel], change: Callable[[str], str]) -> None:
    """Change the references below `item`, a mapping or a list of mappings that `model` describes."""
    for child in item.children or ():
        if not item.mapping:
            _rewrite(child, model, change)
        elif (name := child.key or "") in model.model_fields:
            if Reference() in field_marks_of(model)[name]:
                _rewrite_texts(child, change)
            if inner := model_in(model.model_fields[name].annotation):
                _rewrite(child, inner, change)


def _rewrite_texts(item: Item, change: Callable[[str], str]) -> None:
    if isinstance(item.scalar, str):
        item.scalar = change(item.scalar)
    for child in item.children or ():
        _rewrite_texts(child, change)
