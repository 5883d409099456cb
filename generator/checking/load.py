"""Load the folder of entries into a catalog, with the problems of each file by itself."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.catalog.load_vocabularies import load_vocabularies
from generator.checking.cache import Cache, Remembered, read_and_judge
from generator.checking.judging import Judgment, judge
from generator.checking.salvage import keys_in_file, make_entry
from generator.entry import identifiers
from generator.entry.claims import Claims
from generator.entry.folder import ENTRIES, SUFFIXES, VOCABULARY, entry_paths, id_of, stray_paths
from generator.entry.model import Entry
from generator.entry.references import with_ids
from generator.problems import Problem
from generator.processes import work_on_shares
from generator.yamlfiles.reading import Document, Keys

MANY = 500
"""Below this number of files, starting processes takes longer than they save."""

_NAME = "the file's name is the entry's id: a-z, 0-9 and single hyphens, such as wang2022medclip"


@dataclass(frozen=True)
class Loaded:
    """A catalog, and the problems of its files, each by itself."""

    root: Path
    catalog: Catalog
    problems: list[Problem]
    """Sorted by place."""
    is_whole: bool
    """Whether every file and every value of it could be loaded."""
    _judged: Mapping[str, Remembered]
    _documents: dict[str, Document] = field(default_factory=dict)

    def document(self, id_: str) -> Document:
        """The file of the entry `id_`."""
        if id_ not in self._documents:
            path = self.catalog.paths[id_]
            self._documents[id_] = self._judged[id_].document(path, self.root / path)
        return self._documents[id_]

    def keys_in_file(self, id_: str, keys: Keys) -> Keys | None:
        """The path in its file to what is at `keys` of the entry `id_`; see `salvage.keys_in_file`."""
        return keys_in_file(keys, self.document(id_).data, self._judged[id_].judgment.left_out)


def load(root: Path, cache: Cache | None = None) -> Loaded:
    """Load `root`/entries; a faulty entry is loaded without its faulty values.

    An entry is made when it is first asked for. Nothing is raised for bad input: it is in `problems`.
    """
    folder = root / ENTRIES / VOCABULARY
    cache = cache or Cache(root, folder)
    vocabularies, problems = load_vocabularies(root, folder, cache.read)
    problems += (Problem(path, 1, 1, "file-name", _stray(path)) for path in stray_paths(root))
    first: dict[str, str] = {}
    judged: dict[str, Remembered] = {}
    claims: dict[str, Claims] = {}
    files = _judge_files(root, cache, Catalog(vocabularies=vocabularies))
    for path, file in files:
        id_ = id_of(path)
        problems += [*_id_problems(id_, path, first), *file.judgment.problems]
        if first.setdefault(id_, path) == path and file.judgment.claims:
            judged[id_], claims[id_] = file, file.judgment.claims

    def make_as_written(id_: str) -> Entry:
        return make_entry(json.loads(judged[id_].data), judged[id_].judgment.left_out, id_)

    written = _Entries(judged, make_as_written)
    entries = _Entries(judged, lambda id_: with_ids(written[id_], catalog.find_id))
    catalog = Catalog(entries, vocabularies, first, claims, written)
    is_whole = len(judged) == len(files) and not any(file.judgment.left_out for _, file in files)
    return Loaded(root, catalog, sorted(problems), is_whole, judged)


def _judge_files(root: Path, cache: Cache, terms: Catalog) -> list[tuple[str, Remembered]]:
    """Every entry file with its judgment, in the order of ids; many unknown ones are judged in all cores."""
    paths = sorted(entry_paths(root), key=lambda path: (id_of(path), path))
    unknown = [path for path in paths if not cache.recall(path)]
    work = partial(_judge_share, root, terms)
    shares = work_on_shares(work, unknown, processes=None if len(unknown) >= MANY else 1)
    for path, judged in zip(unknown, chain.from_iterable(shares), strict=True):
        cache.remember(path, judged)
    return [(path, known) for path in paths if (known := cache.recall(path))]


def _judge_share(root: Path, terms: Catalog, paths: Sequence[str]) -> list[Remembered]:
    return [_judge_file(root, path, terms) for path in paths]


def _judge_file(root: Path, path: str, terms: Catalog) -> Remembered:
    def judge_by_itself(document: Document) -> Judgment:
        return judge(document, id_of(path), terms)

    return read_and_judge(root / path, path, judge_by_itself)


class _Entries(Mapping[str, Entry]):
    """Entries by id, made when they are first asked for."""

    def __init__(self, ids: Collection[str], make: Callable[[str], Entry]) -> None:
        self._ids = ids
        self._make = make
        self._made: dict[str, Entry] = {}

    def __getitem__(self, id_: str) -> Entry:
        if id_ not in self._ids:
            raise KeyError(id_)
        if id_ not in self._made:
            self._made[id_] = self._make(id_)
        return self._made[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _stray(path: str) -> str:
    return _NAME if path.endswith(SUFFIXES) else "no entry: entry files end in `.yaml`"


def _id_problems(id_: str, path: str, first: Mapping[str, str]) -> Iterator[Problem]:
    if not path.endswith(".yaml"):
        yield Problem(path, 1, 1, "file-name", "entry files end in `.yaml`: rename it")
    if not identifiers.is_entry_id(id_):
        yield Problem(path, 1, 1, "file-name", _NAME)
    if id_ in first:
        yield Problem(path, 1, 1, "unique-id", f"{first[id_]} has the same id: rename one")
