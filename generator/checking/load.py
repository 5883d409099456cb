"""Load the folder of entries into a catalogue, with the problems of form found on the way."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.catalog.catalog import Catalog
from generator.catalog.load_vocabularies import load_vocabularies
from generator.checking.cache import Cache
from generator.entry import identifiers
from generator.entry.claims import Claims
from generator.entry.folder import ENTRIES, SUFFIXES, VOCABULARY, entry_paths, id_of, stray_paths
from generator.entry.model import Entry
from generator.entry.validation_messages import faults
from generator.problems import Problem
from generator.yamlfiles.reading import Document, Keys

_NAME = "the file's name is the entry's id: a-z, 0-9 and single hyphens, such as wang2022medclip"
_STAND_IN = {"kind": "-", "section": "-", "added": "9999-12-31"}
"""What an entry is loaded with in place of a required value that is missing or faulty."""


@dataclass
class Loaded:
    """A catalogue, its problems of form, and for each file what the rules may still look at."""

    catalog: Catalog
    cache: Cache
    """What is known of the files."""
    problems: list[Problem] = field(default_factory=list)
    left_out: dict[str, set[Keys]] = field(default_factory=dict)
    """The values that had to be left out of an entry to load the rest, by id."""
    _documents: dict[str, Document] = field(default_factory=dict)

    def document(self, id_: str) -> Document:
        """The file of the entry `id_`."""
        if id_ not in self._documents:
            self._documents[id_] = self.cache.read(self.catalog.paths[id_])
        return self._documents[id_]

    def keys_in_file(self, id_: str, keys: Keys) -> Keys | None:
        """The way in its file to what stands at `keys` of the entry `id_`, or None for a stand-in.

        It is empty for what the file does not hold and need not.
        """
        data, left_out = self.document(id_).data, self.left_out.get(id_, set())
        if not isinstance(data, dict):
            return None
        found = _in_file(keys, data, left_out)
        is_stand_in = keys in left_out or keys[:1] in [(name,) for name in ("title", *_STAND_IN)]
        return None if not found and is_stand_in else found


def load(root: Path, cache: Cache | None = None) -> Loaded:
    """Load `root`/entries; a faulty entry is loaded without its faulty values.

    An entry that `cache` knows to be sound is made when it is first asked for. Nothing is raised
    for bad input: what is wrong stands in `problems`, sorted by place.
    """
    folder = root / ENTRIES
    cache = cache or Cache(root, folder / VOCABULARY)
    vocabularies, problems = load_vocabularies(root, folder / VOCABULARY, cache.read)
    loaded = Loaded(Catalog(), cache, problems)
    loaded.problems += (Problem(path, 1, 1, "file-name", _stray(path)) for path in stray_paths(root))
    entries: dict[str, Entry | None] = {}
    first: dict[str, str] = {}
    claims: dict[str, Claims] = {}
    for id_, path in sorted((id_of(path), path) for path in entry_paths(root)):
        loaded.problems += _id_problems(id_, path, first)
        is_first = first.setdefault(id_, path) == path
        if (known := cache.known(path)) and known.claims:
            if is_first:
                entries[id_], claims[id_] = None, known.claims
            continue
        document = cache.read(path)
        loaded.problems += document.problems
        if is_first and (document.data is not None or not document.problems):
            entries[id_] = _entry(document, id_, loaded)
    made = _Entries(entries, lambda id_: Entry.model_validate({**cache.read(first[id_]).data, "id": id_}))
    loaded.catalog = Catalog(made, vocabularies, first, claims)
    loaded.problems.sort()
    return loaded


class _Entries(Mapping[str, Entry]):
    """Entries by id, some of them made when they are first asked for."""

    def __init__(self, entries: dict[str, Entry | None], make: Callable[[str], Entry]) -> None:
        self._entries = entries
        self._make = make

    def __getitem__(self, id_: str) -> Entry:
        entry = self._entries[id_]
        if entry is None:
            entry = self._entries[id_] = self._make(id_)
        return entry

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def _stray(path: str) -> str:
    return _NAME if path.endswith(SUFFIXES) else "no entry: entry files end in `.yaml`"


def _id_problems(id_: str, path: str, first: dict[str, str]) -> Iterator[Problem]:
    if not path.endswith(".yaml"):
        yield Problem(path, 1, 1, "file-name", "entry files end in `.yaml`: rename it")
    if not identifiers.is_entry_id(id_):
        yield Problem(path, 1, 1, "file-name", _NAME)
    if id_ in first:
        yield Problem(path, 1, 1, "unique-id", f"{first[id_]} bears the same id: rename one")


def _entry(document: Document, id_: str, loaded: Loaded) -> Entry:
    data = document.data
    if not isinstance(data, dict):
        message = "an entry is a mapping of keys to values, such as `title: …`"
        loaded.problems.append(Problem(document.path, 1, 1, "wrong-type", message))
        return _sound_part({}, id_)[0]
    if "id" in data:
        message = "`id` is the file's name: delete the key"
        loaded.problems.append(document.problem_at(("id",), "file-name", message, at_key=True))
    try:
        return Entry.model_validate({**data, "id": id_})
    except ValidationError as error:
        for found in faults(error, Entry):
            problem = document.problem_at(found.keys, found.rule, found.message, at_key=found.at_key)
            loaded.problems.append(problem)
        entry, loaded.left_out[id_] = _sound_part(data, id_)
        return entry


def _sound_part(data: dict[str, Any], id_: str) -> tuple[Entry, set[Keys]]:
    """The entry without its faulty values, and the ways in `data` to those."""
    left_out: set[Keys] = set()
    while True:
        try:
            kept = {"title": f"Untitled {id_}", **_STAND_IN, **_without(data, left_out), "id": id_}
            return Entry.model_validate(kept), left_out
        except ValidationError as error:
            faulty = {_in_file(details["loc"], data, left_out) for details in error.errors()}
            if faulty <= left_out:
                raise  # not a value's fault, and to go on would be for ever
            left_out |= faulty


def _without(value: Any, left_out: Collection[Keys], keys: Keys = ()) -> Any:
    """A copy of `value`, which stands at `keys`, without what is at `left_out`."""
    if isinstance(value, dict):
        ways = {key: (*keys, key) for key in value}
        return {key: _without(value[key], left_out, way) for key, way in ways.items() if way not in left_out}
    if isinstance(value, list):
        steps = ((item, (*keys, index)) for index, item in enumerate(value))
        return [_without(item, left_out, way) for item, way in steps if way not in left_out]
    return value


def _in_file(keys: Keys, data: Any, left_out: Collection[Keys]) -> Keys:
    """The way in `data` to what stood at `keys` once `left_out` were gone, as far as it goes.

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
