"""What this project adds to the site: its pages and its files, each rendered when it is needed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError

from generator import report
from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import Chronicle, load_chronicle
from generator.checking.check import check
from generator.entry.folder import ENTRIES_FOLDER
from generator.entry.model import Entry
from generator.files.project import ProjectFileError
from generator.links.remembering.link_state import BrokenState
from generator.links.showing.observations import Observations, load_observations
from generator.outputs import data, plain, script_bundles
from generator.outputs.script_faults import BrokenScripts
from generator.outputs.site import list_pages
from generator.outputs.site.page import Page
from generator.outputs.suggestions import render_suggestions
from generator.problems import Problem, Severity
from generator.sanitizing.logs import sanitize_log
from generator.settings import Settings, load_settings

TextFile = tuple[str, Iterable[str]]
"""The path of a file in the site, and the pieces of its content, to be read once."""

MakeFiles = Callable[[], Iterable[TextFile]]
"""Makes files; their paths are known only when it is called."""

PAGE_ENDINGS = (".html",)
FILE_ENDINGS = (".bib", ".csv", ".json", ".md", ".ris", ".txt", ".xml")
DATA_ENDINGS = (".json",)
SCRIPT_ENDINGS = (".js",)
"""The endings of the paths of pages, of the files of `Content`, of data files and of scripts: with these, a
preview finds a file without listing those of other kinds."""

MAX_ERRORS = 20
"""The most errors of entries that are listed where a site cannot be built."""

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
        """Yield the open data and the Markdown twins but those of `list_files_beside`."""
        yield from self.list_whole_files()
        yield from self.list_group_files()
        yield from self.list_citation_files()

    def list_whole_files(self) -> Iterator[TextFile]:
        """Yield the open data of the whole list without its citations."""
        yield from data.stream_whole_files(self.catalog, self.settings)

    def list_group_files(self) -> Iterator[TextFile]:
        """Yield the feeds and the Markdown twins of groups; to know their paths takes a while."""
        yield from data.stream_feeds(self.catalog, self.settings)
        yield from plain.stream_shared_files(self.catalog, self.settings)

    def list_citation_files(self) -> Iterator[TextFile]:
        """Yield the citations of the whole list and of groups."""
        yield from data.stream_citation_files(self.catalog, self.settings)

    def list_files_beside(self, page: Page) -> Iterator[TextFile]:
        """Yield the citations and the Markdown twin of the entry whose page `page` is, or was.

        There are four for each entry, so they are listed only when they are written.
        """
        id_, entry = self._find_entry(page)
        if entry:
            yield from data.stream_citations(entry, id_, self.catalog)
            if entry.id == id_:
                yield plain.stream_twin(entry, self.catalog, self.settings)

    def forget(self, page: Page) -> None:
        """Forget what was made of the entry of `page`, but for its citations: its files are all written."""
        _, entry = self._find_entry(page)
        if entry:
            self.catalog.forget(entry, but=data.CITATION_RECORDS)

    def _find_entry(self, page: Page) -> tuple[str, Entry | None]:
        """The entry whose page `page` is, or was, and its id then."""
        folder, _, id_ = page.address.rstrip("/").rpartition("/")
        entries = self.catalog.entries if folder == "papers" else {}
        return id_, entries.get(id_) or entries.get(self.catalog.ids_by_former_id.get(id_, ""))

    def list_made_files(self) -> Iterator[MakeFiles]:
        """Yield what makes the files for scripts of many pages."""
        yield partial(_make, partial(render_suggestions, self.catalog))


def list_files_of(page: Page) -> Iterable[TextFile]:
    """Return the files that only the scripts of `page` load; they are rendered now."""
    return _make(page.make_files) if page.make_files else ()


def load_content(root: Path) -> Content:
    """Check and load the list in `root`.

    Raises PluginError for entries with errors, and for other files that cannot be read.
    """
    if not (root / ENTRIES_FOLDER).is_dir():
        raise PluginError(f"the folder `{ENTRIES_FOLDER}` is missing, where the entries of the list are")
    checked = check(root)
    if errors := [problem for problem in checked.problems if problem.severity is Severity.ERROR]:
        raise PluginError(f"entries with problems:\n{sanitize_log(_describe(errors))}")
    try:
        catalog = checked.catalog.drop_sources()
        return Content(catalog, load_settings(root), load_observations(root), load_chronicle(root))
    except (BrokenState, ProjectFileError) as error:
        raise PluginError(str(error)) from error


def _describe(errors: Sequence[Problem]) -> str:
    """Return the first errors and how many there are: a term that is gone may have thousands."""
    if len(errors) <= MAX_ERRORS:
        return report.format_text(errors)
    summary = f"{len(errors):,} errors, of which these are the first: `medvlm check` lists all"
    return report.format_text(errors[:MAX_ERRORS], summary)


def bundle_scripts() -> Iterable[TextFile]:
    """Bundle the scripts, which depend on no entry.

    Raises PluginError for faults of scripts, and where the program that bundles them is not installed.
    """
    try:
        return _make(script_bundles.bundle_scripts)
    except BrokenScripts as error:
        raise PluginError(sanitize_log(str(error))) from error
    except FileNotFoundError as error:
        if not error.filename:  # there is no place for temporary files
            raise
        raise PluginError(MISSING.format(error.filename)) from error


def _make(make: Callable[[], Mapping[str, str]]) -> list[TextFile]:
    return [(path, [text]) for path, text in make().items()]
