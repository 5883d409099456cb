"""What of a faulty entry can still be loaded, so that one check reports everything else too."""

from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from generator.entry.model import Entry
from generator.yamlfiles.reading import Keys

_STAND_IN = {"kind": "-", "section": "-", "added": "9999-12-31"}
"""What an entry is loaded with in place of a required value that is missing or faulty."""


def make_entry(data: Any, left_out: Collection[Keys], id_: str) -> Entry:
    """The entry `id_` of a file's `data` without the values at `left_out`.

    Raises pydantic's `ValidationError` where other values are faulty too.
    """
    return Entry.model_validate({**(_salvaged(data, left_out, id_) if left_out else data), "id": id_})


def faulty_paths(data: Any, id_: str) -> list[Keys]:
    """The paths in a faulty file's `data` to what an entry must be made without.

    The empty path is one of them: it says that required values have stand-ins where they are missing.
    """
    left_out: set[Keys] = set()
    while True:
        try:
            Entry.model_validate({**_salvaged(data, left_out, id_), "id": id_})
        except ValidationError as error:
            faulty = {_whole(_path_in_file(details["loc"], data, left_out)) for details in error.errors()}
            if faulty <= left_out:
                raise  # no value is at fault, and to go on would never end
            left_out |= faulty
        else:
            return sorted({(), *left_out}, key=str)


def _whole(keys: Keys) -> Keys:
    """What must go with the value at `keys`: without one column or number, others would change places."""
    if keys[:1] == ("results",):
        if keys[2:3] == ("columns",):
            return keys[:2]
        if keys[4:5] == ("values",):
            return keys[:4]
    return keys


def _salvaged(data: Any, left_out: Collection[Keys], id_: str) -> dict[str, Any]:
    kept = _without(data, left_out) if isinstance(data, dict) else {}
    return {"title": f"Untitled {id_}", **_STAND_IN, **kept}


def keys_in_file(keys: Keys, data: Any, left_out: Collection[Keys]) -> Keys | None:
    """The path in a file's `data` to what is at `keys` of its entry, or None for a stand-in.

    It is empty for what the file neither has nor needs.
    """
    if not isinstance(data, dict):
        return None
    found = _path_in_file(keys, data, left_out)
    is_stand_in = keys in left_out or keys[:1] in [(name,) for name in ("title", *_STAND_IN)]
    return None if not found and is_stand_in else found


def _without(value: Any, left_out: Collection[Keys], keys: Keys = ()) -> Any:
    """A copy of `value`, whose path is `keys`, without what is at `left_out`."""
    if isinstance(value, dict):
        paths = {key: (*keys, key) for key in value}
        return {
            key: _without(value[key], left_out, path) for key, path in paths.items() if path not in left_out
        }
    if isinstance(value, list):
        items = ((item, (*keys, index)) for index, item in enumerate(value))
        return [_without(item, left_out, path) for item, path in items if path not in left_out]
    return value


def _path_in_file(keys: Keys, data: Any, left_out: Collection[Keys]) -> Keys:
    """The path in `data` to what was at `keys` once `left_out` were gone, as far as it goes.

    It ends early where a key is missing or left out, or a list's one item is written without brackets.
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
