"""Mentions of other works in an entry: the id, the name or an alias of another entry, or a plain name."""

from collections.abc import Callable, Iterator
from functools import cache
from operator import is_not
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from generator.entry import layout
from generator.entry.field_marks import EntryId, Reference
from generator.entry.fields import collect_texts, get_field_marks
from generator.entry.layout.tree import LayoutNode, parse_tree
from generator.entry.model import Entry
from generator.entry.model_fields import find_model_in
from generator.entry.part import EntryPart
from generator.text import normalize_name
from generator.yamlfiles.reading import Keys

FieldValue = TypeVar("FieldValue")
Part = TypeVar("Part", bound=EntryPart)


class Mention(NamedTuple):
    """A text of an entry, at `keys`, that names another work."""

    text: str
    keys: Keys
    is_id: bool
    """Whether only an id is allowed there."""


def find_mentions(entry: Entry) -> Iterator[Mention]:
    """Yield every mention of another work.

    An entry may use its own names, for example where it introduces data that is one of its aliases, and
    its own id in its results. These are not mentions.
    """
    own = _list_own_names(entry)
    for keys, text, marks in collect_texts(entry):
        for mark in marks:
            if isinstance(mark, EntryId):
                yield Mention(text, keys, is_id=True)
            elif (
                isinstance(mark, Reference)
                and not (text == entry.id and keys[0] == "results")
                and normalize_name(text) not in own
            ):
                yield Mention(text, keys, is_id=False)


def replace_names_with_ids(entry: Entry, find: Callable[[str], str | None]) -> Entry:
    """Return `entry` with ids instead of the names that `find` knows, and of its own names in results."""
    own = _list_own_names(entry)

    def find_id(text: str) -> str:
        return text if normalize_name(text) in own else find(text) or text

    def find_id_in_results(text: str) -> str:
        return entry.id if normalize_name(text) in own else find(text) or text

    def change(name: str, value: Any, marks: tuple[Any, ...]) -> Any:
        return _put_ids(value, marks, find_id_in_results if name == "results" else find_id)

    return _copy_changed(entry, change)


def _list_own_names(entry: Entry) -> set[str]:
    names = {normalize_name(name) for name in (entry.name, *entry.aliases) if name}
    return names - {""}  # what a name without letters or digits becomes


def _put_ids(value: FieldValue, marks: tuple[Any, ...], find_id: Callable[[str], str]) -> FieldValue:
    found: Any = value
    if isinstance(value, str):
        found = find_id(value) if Reference() in marks else value
    elif isinstance(value, tuple):
        found = tuple(_put_ids(item, marks, find_id) for item in value)
        found = found if any(map(is_not, found, value)) else value
    elif isinstance(value, EntryPart):
        found = _copy_changed(value, lambda _, inner, marks: _put_ids(inner, marks, find_id))
    return found  # type: ignore[no-any-return]


def _copy_changed(part: Part, change: Callable[[str, Any, tuple[Any, ...]], Any]) -> Part:
    """Return `part` with `change` applied to the values that name works; most have none to change."""
    changed = {}
    for name, marks in _list_referring_fields(type(part)):
        if name in part.model_fields_set:
            value = getattr(part, name)
            if (new := change(name, value, marks)) is not value:
                changed[name] = new
    return part.model_copy(update=changed) if changed else part


@cache  # asked for each entry, and most fields name no work
def _list_referring_fields(model: type[BaseModel]) -> list[tuple[str, tuple[Any, ...]]]:
    """The fields of `model` that name works, or have parts that do, with their marks."""

    def refers(name: str, marks: tuple[Any, ...]) -> bool:
        inner = find_model_in(model.model_fields[name].annotation)
        return Reference() in marks or bool(inner and _list_referring_fields(inner))

    return [(name, marks) for name, marks in get_field_marks(model).items() if refers(name, marks)]


def rewrite_references(text: str, change: Callable[[str], str]) -> str:
    """Return the entry file `text`, which must be valid YAML, with `change` applied to every reference.

    The result is in the standard layout.

    >>> rewrite_references("uses: {trained_on: [Tiny Films]}\\n", {"Tiny Films": "tiny-films"}.__getitem__)
    'uses: {trained_on: [tiny-films]}\\n'
    """
    root = parse_tree(text)
    _rewrite(root, Entry, change)
    return layout.format_tree(root)


def _rewrite(node: LayoutNode, model: type[BaseModel], change: Callable[[str], str]) -> None:
    """Change the references in `node`, a mapping or a list of mappings that `model` describes."""
    for child in node.children or ():
        if not node.is_mapping:
            _rewrite(child, model, change)
        elif (name := child.key or "") in model.model_fields:
            if Reference() in get_field_marks(model)[name]:
                _rewrite_texts(child, change)
            if inner := find_model_in(model.model_fields[name].annotation):
                _rewrite(child, inner, change)


def _rewrite_texts(node: LayoutNode, change: Callable[[str], str]) -> None:
    if isinstance(node.scalar, str):
        node.scalar = change(node.scalar)
    for child in node.children or ():
        _rewrite_texts(child, change)
