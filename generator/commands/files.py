"""Write what is made of a sound list into a folder."""

from collections.abc import Callable, Iterable

from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.commands.common import FolderOptions, reported
from generator.exits import FAULTY, OK
from generator.problems import Severity
from generator.settings import Settings, load_settings
from generator.write import write

Files = Iterable[tuple[str, str | Iterable[str]]]
"""Paths, and what stands there: a text or its pieces."""


def write_files(options: FolderOptions, make: Callable[[Catalog, Settings], Files]) -> int:
    """Write each path and text that `make` yields below the folder; entries with errors are refused."""
    checked = check(options.root)
    if errors := [problem for problem in checked.problems if problem.severity is Severity.ERROR]:
        print(reported(errors))
        return FAULTY
    for path, text in make(checked.catalog, load_settings(options.root)):
        write(options.folder / path, text)
    print(f"{options.folder}: written")
    return OK
