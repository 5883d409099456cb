"""Find the places of all values of a YAML file: only a file with a problem needs them."""

from collections.abc import Iterator
from contextlib import suppress
from typing import cast

import yaml
from yaml.error import Mark
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Keys = tuple[str | int, ...]
"""The path to a value, from the top of the file: keys of mappings and indexes of lists.

`("links", "code", 1)` is the second address under `code` in `links`.
"""

Places = dict[Keys, tuple[tuple[int, int], tuple[int, int]]]
"""The line and column, from 1, of each value and of its key."""


def find_places(text: str) -> Places:
    """Return the places in `text`; what cannot be read, and what follows it, has none."""
    places: Places = {}
    with suppress(yaml.YAMLError):
        events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        if root := next((event for event in events if isinstance(event, NodeEvent)), None):
            _collect((), root, root, events, places)
    places.setdefault((), ((1, 1), (1, 1)))
    return places


def _collect(keys: Keys, key: Event, value: Event, events: Iterator[Event], places: Places) -> None:
    """Note the places of `value`, its `key` and what is in it; a repeated key keeps its first place."""
    if keys in places:
        places = {}
    places[keys] = (_place(value), _place(key))
    if isinstance(value, MappingStartEvent):
        while not isinstance(name := next(events), MappingEndEvent):
            if not isinstance(name, ScalarEvent):
                raise yaml.YAMLError("a key must be a plain word")
            _collect((*keys, str(name.value)), name, next(events), events, places)
    elif isinstance(value, SequenceStartEvent):
        index = 0
        while not isinstance(item := next(events), SequenceEndEvent):
            _collect((*keys, index), item, item, events, places)
            index += 1


def _place(event: Event) -> tuple[int, int]:
    line, column = start_of(event)
    return line + 1, column + 1


def start_of(event: Event) -> tuple[int, int]:
    """Return the line and column, from 0, where `event` begins."""
    mark = cast(Mark, event.start_mark)
    return mark.line, mark.column
