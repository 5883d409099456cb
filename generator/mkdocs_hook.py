"""Feeds the generated pages to MkDocs; the only module that knows MkDocs.

Pages out of the navigation differ in a few places only, and rendering the theme for each costs
more than all else. So the theme is rendered once for each depth of address with marks in those
places (a shell), and each such page is the shell with its own values.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator import report
from generator.catalog import Catalog
from generator.check import check
from generator.links.memory import BrokenState
from generator.links.state import load_state
from generator.outputs import browse_data, data, search_library
from generator.outputs.site import pages
from generator.outputs.site.page import Page
from generator.problems import Severity
from generator.settings import load_settings

_SHELL = "shell.html"
_MARKS = ("@@title@@", "@@description@@", "@@head@@", "<h1>@@body@@</h1>")
"""Where a page's values go; the body's mark is a heading, so that the theme adds none of its own."""


class GeneratedPage(MkDocsPage):
    """A page whose body is ready: it is neither read nor converted."""

    def __init__(self, generated: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(generated.title if generated.address else "Home", file, config)
        self.generated = generated

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter, and the shell as template where the theme does not mark the page."""
        self.markdown = ""
        self.meta = {**self.generated.meta, "head": self.generated.head}
        if self.file.inclusion is InclusionLevel.NOT_IN_NAV:
            self.meta["template"] = _SHELL

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body; the title is the one heading, to which the theme's skip link leads."""
        self.content = self.generated.body
        self.toc = get_toc(
            [{"level": 1, "id": "title", "name": escape(self.generated.title), "children": []}]
        )
        self.present_anchor_ids = set()


class _Shell:
    """The theme around a page, cut at the marks."""

    def __init__(self, html: str, address: str) -> None:
        marks = "|".join(map(re.escape, (*_MARKS, address)))
        self._parts = re.split(f"({marks})", html)
        self._address = address

    def around(self, page: Page) -> str:
        values = (escape(page.title), escape(page.description), page.head, page.body)
        at_mark = dict(zip((*_MARKS, self._address), (*values, page.address), strict=True))
        return "".join(at_mark.get(part, part) for part in self._parts)


class _Build:
    """What one build keeps between MkDocs' events."""

    environment: Environment
    shells: dict[int, _Shell]


_build = _Build()


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add every generated page; refuse to build from entries with errors."""
    root = Path(config.config_file_path).parent
    checked = check(root)
    if errors := [problem for problem in checked.problems if problem.severity is Severity.ERROR]:
        raise PluginError(f"entries with problems:\n{report.text(errors)}")
    try:
        state = load_state(root)
    except BrokenState as error:
        raise PluginError(str(error)) from error
    in_nav = set(_addresses(config.nav))
    settings = load_settings(root)
    for page in pages(checked.catalog, settings, state):
        inclusion = InclusionLevel.INCLUDED if page.source in in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.source, content="", inclusion=inclusion)
        GeneratedPage(page, file, config)
        files.append(file)
    for path, text in (*data.files(checked.catalog, settings), *_browse_files(checked.catalog)):
        files.append(File.generated(config, path, content=text))
    return files


def _browse_files(catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield from browse_data.chunks(catalog).items()
    try:
        yield search_library.PATH, search_library.search_library()
    except FileNotFoundError as error:
        raise PluginError(f"{error.filename} is missing; run `npm ci`, as `make site` does") from error


def _addresses(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, Mapping) else nav or ()
    return [address for part in parts for address in _addresses(part)]


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's templates for the shells of this build."""
    _build.environment = env
    _build.shells = {}
    return env


def on_page_context(
    context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give a page out of the navigation its whole output, which the shell template prints."""
    if isinstance(page, GeneratedPage) and page.meta.get("template") == _SHELL:
        depth = page.generated.address.count("/")
        if depth not in _build.shells:
            _build.shells[depth] = _render_shell(context, depth, config)
        context["output"] = _build.shells[depth].around(page.generated)
    return context


def _render_shell(context: dict[str, Any], depth: int, config: MkDocsConfig) -> _Shell:
    address = "".join(f"shell-{step}/" for step in range(depth))
    title, description, head, body = _MARKS
    marked = Page(address, title, description, body, head)
    page = GeneratedPage(marked, File.generated(config, marked.source, content=""), config)
    page.read_source(config)
    page.render(config, Files([]))
    html = _build.environment.get_template("main.html").render({**context, "page": page})
    return _Shell(html, address)
