"""The one layout of an entry file: the order of its keys, what stands on a line, how text is quoted.

Keys are in the order of the model's fields. A list or mapping is written inline while its line
stays within `WIDTH`, else one item a line; `links` and their labels are always one a line, `summary`
and `note` are folded blocks, most identifiers are quoted, a year alone is not; tables of results
have a line a column and a line a row, their numbers below each other. A comment stays with the key
or item that it stands above or beside. Writing what was written changes nothing.
"""

import re
from itertools import zip_longest
from typing import Any

from generator.entry.layout.tree import Item, from_data, from_text
from generator.entry.layout.writing import WIDTH, written
from generator.entry.model import Entry

_COMMENTS_ABOVE_KEYS = re.compile(r"^(?:#(?:[^\n]*\S)?\n)+(?=[^\s#])", re.MULTILINE)
"""Comments above a key of the entry itself: most files have some, and the layout leaves them there."""

__all__ = ["WIDTH", "canonical", "difference", "write", "write_tree"]


def canonical(text: str) -> str:
    """The file `text`, which `yamlfile.parse` accepted as a mapping, in the one layout."""
    return written(from_text(text), Entry)


def write(data: dict[str, Any]) -> str:
    """An entry file that loads to `data`."""
    return written(from_data(data), Entry)


def write_tree(root: Item) -> str:
    """The tree of an entry file as text in the one layout."""
    return written(root, Entry)


def difference(text: str, data: dict[str, Any]) -> int | None:
    """The first line, from 1, where `text`, which loads to `data`, is not in the one layout, or None."""
    if _COMMENTS_ABOVE_KEYS.sub("", text) == write(data):  # true of most files, and costs no second parse
        return None
    wanted = canonical(text)
    if text == wanted:
        return None
    pairs = zip_longest(text.splitlines(), wanted.splitlines())
    return next((number for number, (found, want) in enumerate(pairs, 1) if found != want), 1)
