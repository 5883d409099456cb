"""Make an entry without its invalid values, so that one check also reports all other problems."""

from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from generator.entry.model import Entry
from generator.yamlfiles.reading import Keys

_PLACEHOLDERS = {"kind": "-", "section": "-", "added": "9999-12-31"}
"""Placeholders for required values that are missing or invalid."""


def make_entry(data: Any, left_out: Collection[Keys], id_: str) -> Entry:
    """Return the entry `id_`, made of a file's `data` without the values at `left_out`.

    Raises pydantic's `ValidationError` if any other value is invalid.

    >>> make_entry({"title": 3, "authors": ["Ada Example"]}, [(), ("title",)], "films").authors
    ('Ada Example',)
    """
    return Entry.model_validate({**(_fill_in_required(data, left_out, id_) if left_out else data), "id": id_})


def find_invalid_paths(data: Any, id_: str) -> list[Keys]:
    """Return the paths in an invalid file's `data` to the values that its entry must be made without.

    The empty path is one of them. It says that missing required values get placeholders.
    """
    left_out: set[Keys] = set()
    while True:
        try:
            Entry.model_validate({**_fill_in_required(data, left_out, id_), "id": id_})
        except ValidationError as error:
            invalid = {
                _widen(_find_path_in_file(details["loc"], data, left_out)) for details in error.errors()
            }
            if invalid <= left_out:
                raise  # nothing more can be left out, so this loop would never end
            left_out |= invalid
        else:
            return sorted({(), *left_out}, key=str)  # keys and indexes cannot be compared


def _widen(keys: Keys) -> Keys:
    """Return what must be left out with the value at `keys`: without one column, the others would move."""
    if keys[:1] == ("results",):
        if keys[2:3] == ("columns",):
            return keys[:2]
        if keys[4:5] == ("values",):
            return keys[:4]
    return keys


def _fill_in_required(data: Any, left_out: Collection[Keys], id_: str) -> dict[str, Any]:
    kept = _leave_out(data, frozenset(left_out)) if isinstance(data, dict) else {}
    return {"title": f"Untitled {id_}", **_PLACEHOLDERS, **kept}


def find_keys_in_file(keys: Keys, data: Any, left_out: Collection[Keys]) -> Keys | None:
    """Return the path in a file's `data` to what is at `keys` of its entry, or None for a placeholder.

    The path is empty for an optional value that the file does not have.
    """
    if not isinstance(data, dict):
        return None
    found = _find_path_in_file(keys, data, left_out)
    is_placeholder = keys in left_out or keys[:1] in [(name,) for name in ("title", *_PLACEHOLDERS)]
    return None if not found and is_placeholder else found


def _leave_out(value: Any, left_out: Collection[Keys], keys: Keys = ()) -> Any:
    """Return a copy of `value`, whose path is `keys`, without what is at `left_out`."""
    if isinstance(value, dict):
        paths = {key: (*keys, key) for key in value}
        return {
            key: _leave_out(value[key], left_out, path) for key, path in paths.items() if path not in left_out
        }
    if isinstance(value, list):
        items = ((item, (*keys, index)) for index, item in enumerate(value))
        return [_leave_out(item, left_out, path) for item, path in items if path not in left_out]
    return value


def _find_path_in_file(keys: Keys, data: Any, left_out: Collection[Keys]) -> Keys:
    """Return the path in `data` to what is at `keys` after the removal of `left_out`, as far as it exists.

    It ends early where a key is missing or left out, or where a single item is written without a list.
    """
    found: Keys = ()
    for key in keys:
        if isinstance(data, list) and isinstance(key, int):
            if left_out:
                key = [index for index in range(len(data)) if (*found, index) not in left_out][key]
        elif not isinstance(data, dict) or key not in data or (*found, key) in left_out:
            break
        data, found = data[key], (*found, key)
    return found
