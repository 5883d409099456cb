"""Write what is made of a list without errors into a folder."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.commands.common import FolderOptions, reported
from generator.exits import OK, PROBLEMS_FOUND
from generator.problems import Severity
from generator.settings import Settings, load_settings
from generator.write import write_file

Files = Iterable[tuple[str, str | Iterable[str]]]
"""Paths, and what stands there: a text or its pieces."""


def catalog_without_errors(root: Path) -> Catalog | None:
    """The catalog of the list; None where entries have errors, which are printed."""
    checked = check(root)
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    if not errors:
        return checked.catalog
    print(reported(errors))
    return None


def write_files(options: FolderOptions, make: Callable[[Catalog, Settings], Files]) -> int:
    """Write each path and text that `make` yields below the folder; entries with errors are refused."""
    catalog = catalog_without_errors(options.root)
    if catalog is None:
        return PROBLEMS_FOUND
    for path, text in make(catalog, load_settings(options.root)):
        write_file(options.folder / path, text)
    print(f"{options.folder}: written")
    return OK
