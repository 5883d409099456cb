"""Write files made from a list without errors into a folder."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.commands.folder import FolderOptions
from generator.commands.printing import format_problems, say, say_sanitized
from generator.exits import OK, PROBLEMS_FOUND
from generator.files.project import ProjectFileError, write_inside
from generator.options import WrongUsage
from generator.problems import Severity
from generator.settings import Settings, load_settings

Files = Iterable[tuple[str, str | Iterable[str]]]
"""The path of each file with its content: a text, or the pieces of one."""


def load_valid_catalog(root: Path) -> Catalog | None:
    """Load the catalog of the list; print the errors of its entries and return None if there are any."""
    checked = check(root)
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    if not errors:
        return checked.catalog
    say_sanitized(format_problems(errors))
    return None


def write_files(options: FolderOptions, make: Callable[[Catalog, Settings], Files]) -> int:
    """Write each file that `make` yields below the folder; fail without writing if an entry has errors."""
    catalog = load_valid_catalog(options.root)
    if catalog is None:
        return PROBLEMS_FOUND
    settings = load_settings(options.root)
    try:
        for path, text in make(catalog, settings):
            write_inside(options.folder, path, text)
    except ProjectFileError as error:
        raise WrongUsage(f"{options.folder}: {error}") from error
    say(f"{options.folder}: written")
    return OK
