"""Find the entry files that are sound by themselves, in several processes where many are unknown."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import active_count

from pydantic import ValidationError

from generator.catalog.catalog import Catalog
from generator.checking.cache import Cache, Known, look
from generator.checking.rules import OWN
from generator.entry import layout
from generator.entry.claims import claims
from generator.entry.model import Entry
from generator.processes import cores
from generator.yamlfiles.reading import Document

MANY = 500
"""Below this number of files, starting processes takes longer than they save."""


def remember(root: Path, paths: Iterable[str], cache: Cache, catalog: Catalog) -> None:
    """Look at those files at `paths`, from `root`, that are not known, by the terms of `catalog`."""
    unknown = [path for path in paths if not cache.known(path)]
    each = partial(_look, root, catalog)
    for path, learnt in zip(unknown, _in_processes(each, unknown), strict=True):
        if learnt:
            cache.remember(path, learnt)


def _in_processes(each: Callable[[str], Known | None], paths: list[str]) -> Iterator[Known | None]:
    if len(paths) < MANY or active_count() > 1:  # a process with threads cannot be forked safely
        yield from map(each, paths)
        return
    # An interruption is the parent's affair: its report is enough.
    with ProcessPoolExecutor(cores(), initializer=signal, initargs=(SIGINT, SIG_IGN)) as pool:
        yield from pool.map(each, paths, chunksize=MANY // 4)


def _look(root: Path, catalog: Catalog, path: str) -> Known | None:
    file = root / path
    document, known = look(file, path)
    if known and isinstance(document.data, dict):
        with suppress(ValidationError):
            entry = Entry.model_validate({**document.data, "id": file.stem})
            if _is_sound(entry, document, catalog):
                return known._replace(claims=claims(entry))
    return known


def _is_sound(entry: Entry, document: Document, catalog: Catalog) -> bool:
    found = any(True for _, rule in OWN for _ in rule(entry, catalog))
    return not found and "id" not in document.data and layout.difference(document.text, document.data) is None
