"""The generated pages and files as MkDocs sees them: addresses, which it neither reads nor renders."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.engine.content import MISSING
from generator.outputs import site_fonts
from generator.outputs.site.page import Page

_UNUSED = re.compile(r"^assets/(javascripts/(lunr|workers)/|(javascripts|stylesheets)/.*\.map$)")


class OwnFile(File):
    """A file that this project writes: pages may link to it, and MkDocs does nothing else with it.

    There are tens of thousands, so each has no more values of its own than it needs.
    """

    src_dir = None
    use_directory_urls = True
    inclusion = InclusionLevel.NOT_IN_NAV

    def __init__(self, source: str, destination: str, site: str) -> None:
        self.src_uri, self.dest_uri, self.dest_dir = source, destination, site

    @property
    def url(self) -> str:  # type: ignore[override] # MkDocs keeps it
        """The address of the file, from the root of the site."""
        return self._get_url()

    def is_documentation_page(self) -> bool:
        """Return False also for a page, as MkDocs must not read and render it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing: there is no file to copy."""


class ThemedPage(MkDocsPage):
    """A generated page as the theme sees it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title if page.address else "Home", file, config)

    def fill(self, page: Page) -> None:
        """Set front matter and body; the title is the one heading, to which the skip link leads."""
        share_title = escape(page.share_title or page.title)
        self.meta = {**page.meta, "share_title": share_title, "head": page.head}
        self.content = page.body
        self.toc = get_toc([{"level": 1, "id": "title", "name": escape(page.title), "children": []}])


def remove_search_of_theme(files: Files) -> None:
    """Remove what no page loads: the search of the theme, and the source maps of its scripts and styles."""
    for file in list(files):
        if _UNUSED.search(file.src_uri):
            files.remove(file)


def make_page_files(pages: Iterable[Page], config: MkDocsConfig) -> list[OwnFile]:
    """Return the file of each of `pages`; MkDocs needs the titles of those in the navigation too."""
    in_navigation = set(_list_sources(config.nav))
    files = []
    for page in pages:
        file = OwnFile(page.source, f"{page.address}index.html", config.site_dir)
        if page.source in in_navigation:
            ThemedPage(page, file, config)  # becomes `file.page`
        files.append(file)
    return files


def _list_sources(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, Mapping) else nav or ()
    return [source for part in parts for source in _list_sources(part)]


def find_font_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield the typefaces, which MkDocs copies.

    Raises PluginError where they are not installed.
    """
    try:
        found = site_fonts.find_font_files()
    except FileNotFoundError as error:
        raise PluginError(MISSING.format(error.filename)) from error
    for address, file in found.items():
        yield File.generated(config, address, abs_src_path=str(file), inclusion=InclusionLevel.NOT_IN_NAV)
