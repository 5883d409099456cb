"""An entry file as a tree of nodes that keep their comments."""

from bisect import bisect_left
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

from generator.entry.layout.comments import Comment, find_comments
from generator.entry.layout.node_comments import AsWritten, NodeComments
from generator.yamlfiles.scalars import resolve_plain_scalar


@dataclass(slots=True)
class LayoutNode:
    """A value with its comments, and with its key where it is in a mapping.

    `start`, `value_start` and `end` count characters from the start of the file; lines count from 0.
    """

    key: str | None = None
    scalar: Any = None
    source: str = ""
    """How the file writes a scalar that is not a text."""
    children: list["LayoutNode"] | None = None
    is_mapping: bool = False
    is_flow: bool = False
    comments_above: list[str] = field(default_factory=list)
    trailing_comments: list[str] = field(default_factory=list)
    """Comments at the end of its line."""
    comments_after_children: list[str] = field(default_factory=list)
    """Comments after the last child, in the same block."""
    parent: "LayoutNode | None" = None
    start: int = 0
    value_start: int = 0
    end: int = 0
    inner_column: int = 0
    """The column of its children: of their keys or dashes."""
    first_line: int = 0
    last_line: int = 0

    def walk(self) -> Iterator["LayoutNode"]:
        """Yield this node and all nodes below it, in the order of the file."""
        yield self
        for child in self.children or ():
            yield from child.walk()

    def to_data(self) -> Any:
        """Return the value without its comments; it keeps what it has of empty values."""
        if self.children is None:
            return AsWritten(self.source) if self.scalar is None else self.scalar
        if not self.children:
            return AsWritten("{}" if self.is_mapping else "[]")
        if self.is_mapping:
            return {child.key: child.to_data() for child in self.children}
        return [child.to_data() for child in self.children]

    def to_comments(self) -> NodeComments:
        """Return the comments at the value and in it."""
        inside: dict[str | int, NodeComments] = {}
        for place, child in enumerate(self.children or ()):
            if found := child.to_comments():
                inside[place if child.key is None else child.key] = found
        return NodeComments(
            [*self.comments_above], [*self.trailing_comments], [*self.comments_after_children], inside
        )


def build_tree(data: Any, key: str | None = None) -> LayoutNode:
    """Return the tree of plain data; empty values (None, lists, mappings) are left out of mappings."""
    if isinstance(data, dict):
        kept = [build_tree(value, name) for name, value in data.items() if value not in (None, [], {})]
        return LayoutNode(key, children=kept, is_mapping=True)
    if isinstance(data, (list, tuple)):
        return LayoutNode(key, children=[build_tree(value) for value in data])
    return LayoutNode(key, scalar=data, source=_dump_source(data))


def _dump_source(data: Any) -> str:
    if data is None:
        return "~"
    return str(data).lower() if isinstance(data, bool) else str(data)


def parse_tree(text: str) -> LayoutNode:
    """Return the tree of a file that `parse_document` accepted, with every comment at its node."""
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    root = next(_read_node(event, events, None) for event in events if isinstance(event, NodeEvent))
    nodes = list(root.walk())[1:]
    starts = [node.start for node in nodes]
    for comment in find_comments(text):
        _attach(comment, root, nodes, bisect_left(starts, comment.start))
    return root


def _read_node(event: Any, events: Iterator[Any], key: Any) -> LayoutNode:
    """Return the node that begins with `event`, which is `Any`: the type stubs lack its attributes."""
    first, last = (key or event).start_mark, event.end_mark
    node = LayoutNode(key.value if key else None)
    node.start, node.first_line = first.index, first.line
    node.value_start, node.inner_column = event.start_mark.index, event.start_mark.column
    if isinstance(event, ScalarEvent):
        node.scalar = resolve_plain_scalar(event.value) if event.implicit[0] else event.value
        node.source = event.value or "null"
    else:
        node.is_mapping, node.is_flow = isinstance(event, MappingStartEvent), bool(event.flow_style)
        last = _add_children(node, events)
    node.end, node.last_line = last.index, last.line
    return node


def _add_children(node: LayoutNode, events: Iterator[Any]) -> Any:
    """Read the children of `node` and return the mark where it ends."""
    node.children = []
    while not isinstance(event := next(events), (MappingEndEvent, SequenceEndEvent)):
        child = (
            _read_node(next(events), events, event) if node.is_mapping else _read_node(event, events, None)
        )
        child.parent = node
        node.children.append(child)
    return event.end_mark


def _attach(comment: Comment, root: LayoutNode, nodes: list[LayoutNode], index: int) -> None:
    """Give `comment` to its node; `index` is that of the first of `nodes` after it."""
    last = nodes[index - 1] if index else None
    following = nodes[index] if index < len(nodes) else None
    if last:
        last = _leave_closed_brackets(last, comment)
    if last and comment.is_trailing and comment.line in (last.first_line, last.last_line):
        last.trailing_comments.append(comment.text)
    elif last and not last.children and comment.start < last.value_start:
        last.comments_above.append(comment.text)
    else:
        _attach_between(comment, last or root, following, root)


def _leave_closed_brackets(node: LayoutNode, comment: Comment) -> LayoutNode:
    """Return the outermost node whose brackets close before `comment`, or `node` if there is none."""
    found = node
    while node.parent:
        node = node.parent
        if node.is_flow and node.end <= comment.start and node.parent:
            found = node
    return found


def _attach_between(
    comment: Comment, last: LayoutNode, following: LayoutNode | None, root: LayoutNode
) -> None:
    holder = last if _is_open(last, comment) else last.parent or root
    if holder.is_flow:
        inside = following is not None and following.start < holder.end
    else:
        inside = following is not None and comment.column <= _find_outer_column(following)
        while holder.parent and comment.column < holder.inner_column:
            holder = holder.parent
    if following and (inside or holder is root):
        following.comments_above.append(comment.text)
    elif holder.children or holder is root:
        holder.comments_after_children.append(comment.text)
    else:
        holder.comments_above.append(comment.text)


def _is_open(node: LayoutNode, comment: Comment) -> bool:
    """Whether `comment` is in the brackets of `node`."""
    return node.is_flow and node.value_start < comment.start < node.end


def _find_outer_column(node: LayoutNode) -> int:
    """Return the column of the key or dash of `node`."""
    return node.parent.inner_column if node.parent else node.inner_column
