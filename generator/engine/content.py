"""What this project adds to the site: its pages and its files, each rendered when it is needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from mkdocs.exceptions import PluginError

from generator import report
from generator.calming.logs import calm_log
from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import Chronicle, load_chronicle
from generator.checking.check import check
from generator.files.project import ProjectFileError
from generator.links.memory import BrokenState
from generator.links.observations import Observations, load_observations
from generator.outputs import browse_data, browse_scripts, comparison_data, data
from generator.outputs.plain import stream_plain_files
from generator.outputs.site import list_pages
from generator.outputs.site.page import Page
from generator.outputs.suggestions import render_suggestions
from generator.problems import Severity
from generator.settings import Settings, load_settings

TextFile = tuple[str, Iterable[str]]
"""The path of a file in the site, and the pieces of its content, to be read once."""

MISSING = "{} is missing; run `npm ci`, as `make site` does"


@dataclass(frozen=True)
class Content:
    """The list as it is now, from which pages and files are made."""

    catalog: Catalog
    settings: Settings
    observations: Observations
    chronicle: Chronicle

    def list_pages(self) -> Iterator[Page]:
        """Yield every page; its body is rendered when it is read."""
        return list_pages(self.catalog, self.settings, self.observations, self.chronicle)

    def list_files(self) -> Iterator[TextFile]:
        """Yield every other file that depends on the list."""
        yield from data.stream_data_files(self.catalog, self.settings)
        yield from stream_plain_files(self.catalog, self.settings)
        texts = chain(
            browse_data.render_browse_data(self.catalog, self.observations).items(),
            render_suggestions(self.catalog).items(),
            comparison_data.render_comparison_data(self.catalog).items(),
        )
        yield from ((path, [text]) for path, text in texts)


def load_content(root: Path) -> Content:
    """Check and load the list in `root`.

    Raises PluginError for entries with errors, and for other files that cannot be read.
    """
    checked = check(root)
    if errors := [problem for problem in checked.problems if problem.severity is Severity.ERROR]:
        raise PluginError(f"entries with problems:\n{calm_log(report.format_text(errors))}")
    try:
        return Content(checked.catalog, load_settings(root), load_observations(root), load_chronicle(root))
    except (BrokenState, ProjectFileError) as error:
        raise PluginError(str(error)) from error


def bundle_scripts() -> list[TextFile]:
    """Return the scripts that depend on no entry.

    Raises PluginError where the program that bundles them is not installed.
    """
    try:
        return [(path, [text]) for path, text in browse_scripts.bundle_scripts().items()]
    except FileNotFoundError as error:
        raise PluginError(MISSING.format(error.filename)) from error
