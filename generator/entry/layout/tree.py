"""An entry file as a tree of items that keep their comments."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from generator.entry.layout.comments import Comment, comments
from generator.yamlfiles.reading import plain


@dataclass(slots=True)
class Item:
    """A value, with its key where it stands in a mapping, and its comments.

    Places are counted in characters from the start of the file; lines from 0.
    """

    key: str | None = None
    scalar: Any = None
    source: str = ""
    """How a scalar that is no text is written."""
    children: list["Item"] | None = None
    mapping: bool = False
    flow: bool = False
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Comments after the last child."""
    has_inner_comments: bool = False
    """Whether a comment stands inside this item, so that it cannot be one line."""
    is_block: bool = False
    """Whether it is never one line, however short."""
    parent: "Item | None" = None
    start: int = 0
    value_start: int = 0
    end: int = 0
    inner_column: int = 0
    """The column of the children's keys or dashes."""
    first_line: int = 0
    last_line: int = 0

    def walk(self) -> Iterator["Item"]:
        """This item and all below it, in the order of the file."""
        yield self
        for child in self.children or ():
            yield from child.walk()

    def mark_inner_comments(self) -> bool:
        """Whether a comment stands at or in this item; those that one stands in are marked."""
        inside = [child.mark_inner_comments() for child in self.children or ()]
        self.has_inner_comments = bool(self.tail) or any(inside)
        return self.has_inner_comments or bool(self.above) or bool(self.beside)


def from_data(data: Any, key: str | None = None) -> Item:
    """The tree of plain data; what is empty (None, a list, a mapping) is left out of mappings."""
    if isinstance(data, dict):
        kept = [from_data(value, name) for name, value in data.items() if value not in (None, [], {})]
        return Item(key, children=kept, mapping=True)
    if isinstance(data, (list, tuple)):
        return Item(key, children=[from_data(value) for value in data])
    return Item(key, scalar=data, source=_source(data))


def _source(data: Any) -> str:
    if data is None:
        return "~"
    return str(data).lower() if isinstance(data, bool) else str(data)


def from_text(text: str) -> Item:
    """The tree of a file that `yamlfile.parse` accepted, every comment at its item."""
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    root = next(_item(event, events, None) for event in events if isinstance(event, NodeEvent))
    items = list(root.walk())[1:]
    for comment in comments(text):
        _attach(comment, root, items)
    root.mark_inner_comments()
    return root


def _item(event: Any, events: Iterator[Any], key: Any) -> Item:
    """The item that begins with `event`; the type stubs of YAML's events lack their attributes."""
    first, last = (key or event).start_mark, event.end_mark
    item = Item(key.value if key else None)
    item.start, item.first_line = first.index, first.line
    item.value_start, item.inner_column = event.start_mark.index, event.start_mark.column
    if isinstance(event, ScalarEvent):
        item.scalar = plain(event.value) if event.implicit[0] else event.value
        item.source = event.value or "null"
    else:
        item.mapping, item.flow = isinstance(event, MappingStartEvent), bool(event.flow_style)
        last = _add_children(item, events)
    item.end, item.last_line = last.index, last.line
    return item


def _add_children(item: Item, events: Iterator[Any]) -> Any:
    """Read the children of `item`; where it ends."""
    item.children = []
    while not isinstance(event := next(events), (MappingEndEvent, SequenceEndEvent)):
        child = _item(next(events), events, event) if item.mapping else _item(event, events, None)
        child.parent = item
        item.children.append(child)
    return event.end_mark


def _attach(comment: Comment, root: Item, items: list[Item]) -> None:
    before = [item for item in items if item.start < comment.start]
    last = before[-1] if before else None
    following = items[len(before)] if len(before) < len(items) else None
    if last:
        last = _out_of_closed(last, comment)
    if last and comment.beside and comment.line in (last.first_line, last.last_line):
        last.beside.append(comment.text)
    elif last and not last.children and comment.start < last.value_start:
        last.above.append(comment.text)
    else:
        _place_between(comment, last or root, following, root)


def _out_of_closed(item: Item, comment: Comment) -> Item:
    """The outermost item whose brackets closed before `comment`, or `item` where none did."""
    found = item
    while item.parent:
        item = item.parent
        if item.flow and item.end <= comment.start and item.parent:
            found = item
    return found


def _place_between(comment: Comment, last: Item, following: Item | None, root: Item) -> None:
    holder = last if _is_open(last, comment) else last.parent or root
    if holder.flow:
        inside = following is not None and following.start < holder.end
    else:
        inside = following is not None and comment.column <= _outer_column(following)
        while holder.parent and comment.column < holder.inner_column:
            holder = holder.parent
    if following and (inside or holder is root):
        following.above.append(comment.text)
    elif holder.children or holder is root:
        holder.tail.append(comment.text)
    else:
        holder.above.append(comment.text)


def _is_open(item: Item, comment: Comment) -> bool:
    """Whether `comment` stands in the brackets of `item`."""
    return item.flow and item.value_start < comment.start < item.end


def _outer_column(item: Item) -> int:
    """The column of the item's key or dash."""
    return item.parent.inner_column if item.parent else item.inner_column
