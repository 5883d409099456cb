"""Load the folder of entries into a catalog, and report the problems of each file."""

import gc
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pydantic_core import from_json

from generator.catalog.catalog import Catalog
from generator.catalog.declined import DECLINED_PATH, read_declined
from generator.catalog.load_vocabularies import load_vocabularies
from generator.checking.cache import Cache
from generator.checking.cached_judgment import CachedJudgment, make_cached
from generator.checking.judging import judge
from generator.checking.partial_entry import find_keys_in_file, make_entry
from generator.checking.rules.text_hygiene import find_text_error
from generator.entry import identifiers
from generator.entry.folder import (
    ENTRIES_FOLDER,
    ENTRY_SUFFIXES,
    VOCABULARY_FOLDER,
    get_entry_id,
    list_paths,
)
from generator.entry.layout import read_standard
from generator.entry.model import Entry
from generator.entry.references import replace_names_with_ids
from generator.entry.vocabulary import VOCABULARY_NAMES
from generator.problems import Problem
from generator.processes import work_on_shares
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document, Keys

MIN_FILES_FOR_PROCESSES = 500
"""With fewer files than this, starting processes takes longer than it saves."""

Value = TypeVar("Value")

_ID_MESSAGE = "the file's name is the entry's id: a-z, 0-9 and single hyphens, such as wang2022medclip"


@dataclass(frozen=True)
class LoadResult:
    """A catalog, and the problems that each file has by itself."""

    root: Path
    catalog: Catalog
    problems: list[Problem]
    """Sorted by place."""
    is_whole: bool
    """Whether every file is known and was loaded with all of its values."""
    _judged: Mapping[str, CachedJudgment]
    _documents: dict[str, Document] = field(default_factory=dict)

    def find_document(self, id_: str) -> Document:
        """Return the file of the entry `id_`."""
        if id_ not in self._documents:
            path = self.catalog.paths[id_]
            self._documents[id_] = self._judged[id_].make_document(path, self.root / path)
        return self._documents[id_]

    @property
    def added(self) -> dict[str, str]:
        """The day on which each entry was added, by id."""
        return {id_: judged.added for id_, judged in self._judged.items()}

    def list_faulty_fields(self, id_: str) -> set[str]:
        """List the fields of the entry `id_` that it was made without, wholly or in part."""
        return {str(keys[0]) for keys in self._judged[id_].left_out if keys}

    def find_keys_in_file(self, id_: str, keys: Keys) -> Keys | None:
        """Return the path in the file of the entry `id_` to what is at `keys`; see `partial_entry`."""
        return find_keys_in_file(keys, self.find_document(id_).data, self._judged[id_].left_out)


def load(root: Path, cache: Cache | None = None) -> LoadResult:
    """Load `root`/entries; an invalid entry is loaded without its invalid values.

    An entry is made on its first use. Bad input raises no error: it is reported in `problems`.
    """
    folder = root / ENTRIES_FOLDER / VOCABULARY_FOLDER
    cache = cache or Cache(root, folder)
    vocabularies, wording, problems = load_vocabularies(root, folder, cache.read, find_text_error)
    terms = Catalog(vocabularies=vocabularies, wording=wording)
    listed = list_paths(root)
    problems += [*listed.unread, *_find_stray_problems(listed.strays), *_find_declined_problems(root, cache)]
    files = _judge_files(root, listed.entries, cache, terms)
    paths, judged, found = _index_by_id(files)
    catalog = _make_catalog(judged, paths, terms)
    is_whole = (
        len(judged) == len(files) and not listed.unread and not any(file.left_out_rows for _, file in files)
    )
    problems = sorted(_report_missing_files_once([*problems, *found], catalog))
    return LoadResult(root, catalog, problems, is_whole, judged)


def _index_by_id(
    files: Sequence[tuple[str, CachedJudgment]],
) -> tuple[dict[str, str], dict[str, CachedJudgment], list[Problem]]:
    """Return the path and the judgment of each entry by its id, and the problems of all files.

    Of two files with one id the first counts. An unreadable file has a path, and no judgment.
    """
    paths: dict[str, str] = {}
    judged: dict[str, CachedJudgment] = {}
    problems: list[Problem] = []
    for path, file in files:
        id_ = get_entry_id(path)
        problems += [*_find_id_problems(id_, path, paths), *file.problems]
        if paths.setdefault(id_, path) == path and file.is_readable:
            judged[id_] = file
    return paths, judged, problems


def _make_catalog(judged: Mapping[str, CachedJudgment], paths: Mapping[str, str], terms: Catalog) -> Catalog:
    """Return the catalog of the `judged` files with the vocabularies and the wording of `terms`."""

    def make_source_entry(id_: str) -> Entry:
        return make_entry(from_json(judged[id_].data), judged[id_].left_out, id_)

    def make_referring_entry(id_: str) -> Entry:
        # The entry as in its file is not kept for this: only the few with problems are asked for.
        return replace_names_with_ids(make_source_entry(id_), names.find_id)

    claims = _MadeOnUse(judged, lambda id_: judged[id_].claims)
    source = _MadeOnUse(judged, make_source_entry)
    # Names are looked up in a catalog without `entries`: a circle would not be freed at once.
    names = Catalog(source, terms.vocabularies, paths, claims)
    entries = _MadeOnUse(judged, make_referring_entry)
    return Catalog(entries, terms.vocabularies, paths, claims, source, terms.wording)


def _report_missing_files_once(problems: Sequence[Problem], catalog: Catalog) -> Iterator[Problem]:
    """Yield `problems`, but one for a vocabulary that has no file, however many values need its terms."""
    vocabularies = map(catalog.vocabulary, VOCABULARY_NAMES)
    names = {terms.missing_file: terms.name for terms in vocabularies if not terms.has_file}
    users = {(names[problem.message], problem.path) for problem in problems if problem.message in names}
    for name, count in Counter(name for name, _ in users).items():
        path = f"{ENTRIES_FOLDER}/{VOCABULARY_FOLDER}/{name}.yaml"
        needed = "a file needs its terms" if count == 1 else f"{count:,} files need its terms"
        yield Problem(path, 1, 1, "vocabulary", f"the file is missing, but {needed}: restore it")
    yield from (problem for problem in problems if problem.message not in names)


def _find_declined_problems(root: Path, cache: Cache) -> list[Problem]:
    if not os.path.lexists(root / DECLINED_PATH):
        return []
    document = cache.read(DECLINED_PATH)
    problems = list(document.problems)
    read_declined(document, problems)
    return problems


def _judge_files(
    root: Path, entries: Collection[str], cache: Cache, terms: Catalog
) -> list[tuple[str, CachedJudgment]]:
    """Return every entry file with its judgment, in the order of ids; many new files use all cores."""
    paths = sorted(entries, key=lambda path: (get_entry_id(path), path))
    unknown = [path for path in paths if not cache.recall(path)]
    work = partial(_judge_share, root, terms)
    shares = work_on_shares(work, unknown, processes=None if len(unknown) >= MIN_FILES_FOR_PROCESSES else 1)
    for path, judged in zip(unknown, chain.from_iterable(shares), strict=True):
        cache.remember(path, judged)
    return [(path, known) for path in paths if (known := cache.recall(path))]


def _judge_share(root: Path, terms: Catalog, paths: Sequence[str]) -> list[CachedJudgment]:
    """Judge the files at `paths`, each step for all of them.

    That takes a sixth less time than all steps for each file: the processor has the code of a step at hand.
    """
    was_enabled = gc.isenabled()  # a build of the site has paused it already, for longer
    gc.disable()  # judging makes almost no cycles, and looking for them takes a tenth of its time
    try:
        documents = [reading.read_document(root / path, path, read_standard) for path in paths]
        judgments = [judge(document, get_entry_id(document.path), terms) for document in documents]
        return list(map(make_cached, documents, judgments))
    finally:
        if was_enabled:
            gc.enable()


class _MadeOnUse(Mapping[str, Value]):
    """Values by the ids of entries, each made on its first use."""

    def __init__(self, ids: Collection[str], make: Callable[[str], Value]) -> None:
        self._ids = ids
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, id_: str) -> Value:
        value = self._made.get(id_)
        if value is None:
            if id_ not in self._ids:
                raise KeyError(id_)
            value = self._made[id_] = self._make(id_)
        return value

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _find_stray_problems(paths: Collection[str]) -> Iterator[Problem]:
    for path in paths:
        yield Problem(path, 1, 1, "file-name", _describe_stray(path))


def _describe_stray(path: str) -> str:
    return _ID_MESSAGE if path.endswith(ENTRY_SUFFIXES) else "not an entry: entry files end in `.yaml`"


def _find_id_problems(id_: str, path: str, paths: Mapping[str, str]) -> Iterator[Problem]:
    if not path.endswith(".yaml"):
        yield Problem(path, 1, 1, "file-name", "entry files end in `.yaml`: rename it")
    if not identifiers.is_entry_id(id_):
        yield Problem(path, 1, 1, "file-name", _ID_MESSAGE)
    if id_ in paths:
        yield Problem(path, 1, 1, "unique-id", f"{paths[id_]} has the same id: rename one")
