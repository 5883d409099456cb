"""This list itself, read once by a process; copies of it are spared the reading of its files."""

import shutil
from functools import cache
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.checking.cache import CACHE_FILE, Cache
from generator.checking.load import ENTRIES_FOLDER, VOCABULARY_FOLDER, load
from tests.paths import PROJECT


@cache
def load_whole() -> Catalog:
    """The catalog of this list."""
    judgments = Cache(PROJECT, PROJECT / ENTRIES_FOLDER / VOCABULARY_FOLDER)
    catalog = load(PROJECT, judgments).catalog
    judgments.save()
    return catalog


def copy_judgments(root: Path) -> None:
    """Give `root`, whose entries are all or some of this list, what is known of these files."""
    load_whole()
    file = root / CACHE_FILE
    file.parent.mkdir(exist_ok=True)
    shutil.copy(PROJECT / CACHE_FILE, file)


def copy_whole(root: Path) -> Path:
    """Make `root` a copy of this list, which a test may change; gives `root`."""
    shutil.copytree(PROJECT / "entries", root / "entries")
    copy_judgments(root)
    return root
