"""Load the folder of entries into a catalogue, with the problems of form found on the way."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import identifiers
from generator.cache import Cache
from generator.catalog import Catalog
from generator.faults import faults
from generator.load_vocabularies import load_vocabularies
from generator.model import Entry
from generator.problems import Problem
from generator.yamlfile import Document, Keys

ENTRIES = "entries"
VOCABULARY = "_vocabulary"
SUFFIXES = (".yaml", ".yml")

_STAND_IN = {"kind": "-", "section": "-", "added": "9999-12-31"}
"""What an entry is loaded with in place of a required value that is missing or faulty."""


@dataclass
class Loaded:
    """A catalogue, its problems of form, and for each file what the rules may still look at."""

    catalog: Catalog
    cache: Cache
    """What an earlier run knew of the files."""
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    """The file of each entry, by id."""
    left_out: dict[str, set[Keys]] = field(default_factory=dict)
    """The values that had to be left out of an entry to load the rest, by id."""

    def keys_in_file(self, id_: str, keys: Keys) -> Keys | None:
        """The way in its file to what stands at `keys` of the entry `id_`, or None for a stand-in.

        It is empty for what the file does not hold and need not.
        """
        data, left_out = self.documents[id_].data, self.left_out.get(id_, set())
        if not isinstance(data, dict):
            return None
        found = _in_file(keys, data, left_out)
        is_stand_in = keys in left_out or keys[:1] in [(name,) for name in ("title", *_STAND_IN)]
        return None if not found and is_stand_in else found


def load(root: Path) -> Loaded:
    """Load `root`/entries; a faulty entry is loaded without its faulty values.

    Nothing is raised for bad input: what is wrong stands in `problems`, sorted by place.
    """
    folder = root / ENTRIES
    cache = Cache(root, folder / VOCABULARY)
    vocabularies, problems = load_vocabularies(root, folder / VOCABULARY, cache.read)
    loaded = Loaded(Catalog(), cache, [*problems, *_stray_files(root)])
    entries: dict[str, Entry] = {}
    first: dict[str, str] = {}
    for file in sorted(entry_files(folder), key=lambda file: (file.stem, file)):
        path = f"{ENTRIES}/{file.relative_to(folder).as_posix()}"
        document = cache.read(file, path)
        loaded.problems += [*_id_problems(file, path, first), *document.problems]
        is_read = document.data is not None or not document.problems
        if first.setdefault(file.stem, path) == path and is_read:
            loaded.documents[file.stem] = document
            entries[file.stem] = _entry(document, file.stem, loaded)
    loaded.catalog = Catalog(entries, vocabularies, first)
    loaded.problems.sort()
    return loaded


def entry_files(folder: Path) -> Iterator[Path]:
    """Every file below `folder` that is, or is meant to be, an entry."""
    return (file for file in _files(folder) if file.suffix in SUFFIXES)


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        inside = file.relative_to(folder).parts
        if inside[0] not in (VOCABULARY, "LICENSE") and (file.is_file() or file.is_symlink()):
            yield file


def _stray_files(root: Path) -> Iterator[Problem]:
    for file in _files(root / ENTRIES):
        if file.suffix not in SUFFIXES and not file.name.startswith("."):
            path = file.relative_to(root).as_posix()
            yield Problem(path, 1, 1, "file-name", "no entry: entry files end in `.yaml`")


def _id_problems(file: Path, path: str, first: dict[str, str]) -> Iterator[Problem]:
    if file.suffix != ".yaml":
        yield Problem(path, 1, 1, "file-name", "entry files end in `.yaml`: rename it")
    if not identifiers.is_entry_id(file.stem):
        message = "the file's name is the entry's id: a-z, 0-9 and single hyphens, such as wang2022medclip"
        yield Problem(path, 1, 1, "file-name", message)
    if file.stem in first:
        yield Problem(path, 1, 1, "unique-id", f"{first[file.stem]} bears the same id: rename one")


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
            left_out |= {_in_file(details["loc"], data, left_out) for details in error.errors()}


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
