"""The standard layout of an entry file: the order of its keys, its lines and its quotes.

Keys are in the order of the model's fields. A list or mapping is on one line if that has at most
`WIDTH` characters, else one item is on each line. `links` and their labels always have a line each.
`summary` and `note` are folded blocks. Most identifiers are quoted, a year alone is not. Tables of
results have a line for each column and each row, with the numbers in columns. A comment stays above
its key or item, or at the end of its line. Formatting a formatted file changes nothing.
"""

from itertools import zip_longest
from typing import Any

from generator.entry.layout.quick_reading import read_standard
from generator.entry.layout.tree import LayoutNode, parse_tree
from generator.entry.layout.writing import WIDTH, write_mapping
from generator.entry.model import Entry

__all__ = [
    "WIDTH",
    "find_first_difference",
    "format_data",
    "format_text",
    "format_tree",
    "read_standard",
]


def format_text(text: str) -> str:
    """Return the file `text`, a mapping that `parse_document` accepted, in the standard layout."""
    return format_tree(parse_tree(text))


def format_data(data: dict[str, Any]) -> str:
    """Return the text of an entry file that loads to `data`."""
    return write_mapping(data, Entry)


def format_tree(root: LayoutNode) -> str:
    """Return the tree of an entry file as text in the standard layout."""
    return write_mapping(root.to_data() if root.children else {}, Entry, root.to_comments())


def find_first_difference(text: str) -> int | None:
    """Return the number, from 1, of the first line of `text` that is not in the standard layout, or None."""
    wanted = format_text(text)
    if text == wanted:
        return None
    pairs = zip_longest(text.splitlines(), wanted.splitlines())
    return next((number for number, (found, want) in enumerate(pairs, 1) if found != want), 1)
