"""A sample of this list, on which browser tests are quick: its works and vocabularies, but a tenth of them.

It has each work that a browser test or a handwritten page names; those that report results of one that a
test names or are built on it, unless they refer to many; one work of each section, a few of the others, and
what these refer to. A search has pages of results.
"""

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from tests.paths import PROJECT
from tests.whole import load_whole

EVERY = 60
_MANY = 40
_MIN_NAME = 5  # shorter names occur in any text


@cache
def load_sample() -> Catalog:
    """The catalog of the sample."""
    whole = load_whole()
    sections = {entry.section: entry.id for entry in whole}
    ids = [*_list_mentioned(whole), *sections.values(), *sorted(whole.entries)[::EVERY]]
    kept = _add_references(ids, whole)
    entries = {id_: entry for id_, entry in whole.entries.items() if id_ in kept}
    return Catalog(entries, whole.vocabularies, {id_: whole.paths[id_] for id_ in entries})


def write_sample(folder: Path) -> Path:
    """Copy the entries of the sample below `folder`; gives their folder."""
    entries = folder / "entries"
    shutil.copytree(PROJECT / "entries" / "_vocabulary", entries / "_vocabulary")
    for path in load_sample().paths.values():
        (folder / path).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / path, folder / path)
    return entries


def _list_mentioned(whole: Catalog) -> list[str]:
    """The works that a test or a handwritten page names, and those that say something of a tested one."""
    tests = _read(Path(__file__).parent.glob("test_*.py"))
    pages = _read((PROJECT / "site_docs").rglob("*.md"))
    tested = _find_named(whole, tests)
    speaking = [entry.id for entry in whole if _speaks_of(entry, tested, tests)]
    brief = [id_ for id_ in speaking if len(_add_references([id_], whole)) <= _MANY]
    return [*sorted(tested | _find_named(whole, pages)), *brief]


def _read(paths: Iterable[Path]) -> str:
    return "".join(path.read_text("utf-8") for path in paths)


def _find_named(whole: Catalog, text: str) -> set[str]:
    return {entry.id for entry in whole if entry.id in text or _is_named(entry.name, text)}


def _speaks_of(entry: Entry, named: set[str], text: str) -> bool:
    results = [_walk_texts(table.model_dump()) for table in entry.results or ()]
    base = entry.model.base if entry.model else None
    return _is_named(base, text) or any(not named.isdisjoint(texts) for texts in results)


def _is_named(name: str | None, text: str) -> bool:
    return bool(name and len(name) >= _MIN_NAME and name in text)


def _add_references(ids: list[str], whole: Catalog) -> set[str]:
    """`ids` and all works that they refer to, directly or not."""
    found: set[str] = set()
    todo = list(ids)
    while todo:
        id_ = todo.pop()
        if id_ not in found:
            found.add(id_)
            todo += _list_references(whole, id_)
    return found


def _list_references(whole: Catalog, id_: str) -> list[str]:
    return [text for text in _walk_texts(whole.entries[id_].model_dump()) if text in whole.entries]


def _walk_texts(value: object) -> list[str]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        return [text for part in value for text in _walk_texts(part)]
    return [value] if isinstance(value, str) else []
