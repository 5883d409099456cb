"""Gives the generated pages to MkDocs; the only module that knows MkDocs.

MkDocs and its theme render a page in the navigation like one that people wrote. The other pages are
tens of thousands that differ in a few places only. For them the theme is rendered once for each depth
of address, with marks in those places (a shell). Each page is written as the shell with its own
values, and never kept in memory. MkDocs knows only the addresses of these pages.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from generator import report
from generator.calming.logs import calm_log
from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import Chronicle, load_chronicle
from generator.checking.check import check
from generator.files.project import ProjectFileError, find_inside, refuse_links
from generator.links.memory import BrokenState
from generator.links.observations import Observations, load_observations
from generator.outputs import browse_data, browse_scripts, comparison_data, data, site_fonts, theme_styles
from generator.outputs.plain import stream_plain_files
from generator.outputs.site import list_pages
from generator.outputs.site.content_policy import add_policy, hash_inline_scripts, render_policy
from generator.outputs.site.page import Page
from generator.outputs.site.sitemap import render_sitemaps
from generator.outputs.suggestions import render_suggestions
from generator.problems import Severity
from generator.processes import work_on_shares
from generator.render.templates import load_environment
from generator.settings import load_settings

_MARKS = ("@@title@@", "@@description@@", "@@share@@", "@@head@@", "<h1>@@body@@</h1>", "@@policy@@")
"""The places of the values of a page; the mark of the body is a heading, as the theme would add one."""

_MISSING = "{} is missing; run `npm ci`, as `make site` does"


class GeneratedPage(MkDocsPage):
    """A page whose body is ready: MkDocs neither reads nor converts it."""

    def __init__(self, generated: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(generated.title if generated.address else "Home", file, config)
        self.generated = generated

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the front matter."""
        self.markdown = ""
        share_title = escape(self.generated.share_title or self.generated.title)
        self.meta = {**self.generated.meta, "share_title": share_title, "head": self.generated.head}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the body; the title is the one heading, to which the skip link of the theme leads."""
        self.content = self.generated.body
        self.toc = get_toc(
            [{"level": 1, "id": "title", "name": escape(self.generated.title), "children": []}]
        )
        self.present_anchor_ids = set()


class OwnFile(File):
    """A file that this hook writes: pages may link to it, and MkDocs does nothing else with it."""

    is_listed = False
    """Whether the sitemap lists it."""
    is_page = False
    """Whether it is in the theme."""

    def __init__(self, source: str, destination: str, config: MkDocsConfig) -> None:
        super().__init__(
            source,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=destination,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )

    def is_documentation_page(self) -> bool:
        """Return False also for a page, as MkDocs must not read and render it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing: there is no file to copy."""


class _Shell:
    """The theme around a page, cut at the marks."""

    def __init__(self, html: str, address: str) -> None:
        self._scripts = hash_inline_scripts(html)  # the theme's only: nothing of a page is in `html`
        self.html = html = add_policy(html, _MARKS[-1])
        marks = "|".join(map(re.escape, (*_MARKS, address)))
        self._parts = re.split(f"({marks})", html)
        self._address = address

    def wrap(self, page: Page) -> Iterator[str]:
        """Yield the pieces of the whole document."""
        texts = (escape(text) for text in (page.title, page.description, page.share_title or page.title))
        policy = _render_policy(self._scripts, page.connections)
        values = (*texts, page.head, page.body, policy)
        at_mark = dict(zip((*_MARKS, self._address), (*values, page.address), strict=True))
        yield from (at_mark.get(part, part) for part in self._parts)


class _Build:
    """What one build keeps between the events of MkDocs."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, Iterable[str]]] = []
        """The path in the site of each file of this hook, and its pieces, rendered when it is written."""
        self.pages: list[OwnFile] = []
        self.nav = Navigation([], [])
        self.shells: dict[int, _Shell] = {}
        self.is_preview = False
        """Whether `mkdocs serve` builds: it adds a script of its own to each page, which no policy knows."""


_build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Keep whether this is a preview."""
    _build.is_preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse links: MkDocs would delete what is behind one at `site`, and publish what is behind others.

    Raises PluginError, which stops the build before anything is deleted.
    """
    root = Path(config.config_file_path).parent
    try:
        for folder in (config.site_dir, config.docs_dir):
            if Path(folder).is_relative_to(root):
                find_inside(root, Path(folder).relative_to(root).as_posix())
        refuse_links(root, Path(config.docs_dir).relative_to(root).as_posix())
    except ProjectFileError as error:
        raise PluginError(calm_log(str(error))) from error
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add every generated page and data file.

    Raises PluginError for entries with errors, which stops the build.
    """
    _build.texts, _build.pages = [], []
    load_environment.cache_clear()  # `mkdocs serve` builds again when a template has changed
    root = Path(config.config_file_path).parent
    catalog, observations, chronicle = _load_catalog(root)
    settings = load_settings(root)
    in_navigation = set(_addresses(config.nav))
    for page in list_pages(catalog, settings, observations, chronicle):
        if page.source in in_navigation:
            files.append(_nav_file(page, config))
        else:
            file = OwnFile(page.source, f"{page.address}index.html", config)
            file.is_page, file.is_listed = True, page.is_listed
            _build.pages.append(file)
            _build.texts.append((file.dest_uri, _document(page)))
    texts = (data.stream_data_files(catalog, settings), stream_plain_files(catalog, settings))
    for path, pieces in chain(*texts, _browse_files(catalog, observations)):
        _build.texts.append((path, pieces))
        if not path.startswith("papers/"):  # tens of thousands, to which only the pages beside them link
            files.append(OwnFile(path, path, config))
    for one in chain(_build.pages, _font_files(config)):
        files.append(one)
    _build.texts.sort(key=itemgetter(0))  # so the files of an entry are written one after the other
    return files


def _load_catalog(root: Path) -> tuple[Catalog, Observations, Chronicle]:
    checked = check(root)
    if errors := [problem for problem in checked.problems if problem.severity is Severity.ERROR]:
        raise PluginError(f"entries with problems:\n{calm_log(report.format_text(errors))}")
    try:
        return checked.catalog, load_observations(root), load_chronicle(root)
    except (BrokenState, ProjectFileError) as error:
        raise PluginError(str(error)) from error


def _nav_file(page: Page, config: MkDocsConfig) -> File:
    file = File.generated(config, page.source, content="", inclusion=InclusionLevel.INCLUDED)
    GeneratedPage(page, file, config)
    return file


def _document(page: Page) -> Iterator[str]:
    yield from _build.shells[page.address.count("/")].wrap(page)


def _font_files(config: MkDocsConfig) -> Iterator[File]:
    try:
        found = site_fonts.find_font_files()
    except FileNotFoundError as error:
        raise PluginError(_MISSING.format(error.filename)) from error
    for address, file in found.items():
        yield File.generated(config, address, abs_src_path=str(file), inclusion=InclusionLevel.NOT_IN_NAV)


def _browse_files(catalog: Catalog, observations: Observations) -> Iterator[tuple[str, list[str]]]:
    texts = browse_data.render_browse_data(catalog, observations) | render_suggestions(catalog)
    texts |= comparison_data.render_comparison_data(catalog)
    try:
        texts = {**texts, **browse_scripts.bundle_scripts()}
    except FileNotFoundError as error:
        raise PluginError(_MISSING.format(error.filename)) from error
    yield from ((path, [text]) for path, text in texts.items())


def _addresses(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, Mapping) else nav or ()
    return [address for part in parts for address in _addresses(part)]


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation, which is in every shell."""
    _build.nav = nav
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates ask `has_page(address)`, and write all files of this hook."""
    env.globals["has_page"] = {file.url for file in files}.__contains__
    for depth in {1, *(file.dest_uri.count("/") for file in _build.pages)}:
        _build.shells[depth] = _render_shell(depth, env, config, files)
    _write_styles(_build.shells[1].html, config)
    for _ in work_on_shares(partial(_write, config.site_dir), _build.texts):
        pass
    return env


def _write_styles(frame: str, config: MkDocsConfig) -> None:
    """Write what pages without the columns of the theme need of its styles."""
    theme = next(
        folder for folder in map(Path, config.theme.dirs) if (folder / "assets/stylesheets").is_dir()
    )
    try:
        styles = theme_styles.keep_used_styles(theme, frame)
    except FileNotFoundError as error:
        raise PluginError(_MISSING.format(error.filename)) from error
    write_file(styles.encode(), os.path.join(config.site_dir, "assets", "frame.css"))


def _write(site: str, texts: Sequence[tuple[str, Iterable[str]]]) -> None:
    folder = ""
    for path, pieces in texts:
        above, _, name = f"{site}/{path}".rpartition("/")
        if above != folder:
            os.makedirs(above, exist_ok=True)
            folder = above
        with open(f"{above}/{name}", "wb") as file:
            file.write("".join(pieces).encode())


def _render_shell(depth: int, env: Environment, config: MkDocsConfig, files: Files) -> _Shell:
    address = "".join(f"shell-{step}/" for step in range(depth))
    title, description, share_title, head, body, _ = _MARKS
    marked = Page(address, title, description, lambda: body, lambda: head, share_title=share_title)
    page = GeneratedPage(marked, File.generated(config, marked.source, content=""), config)
    page.read_source(config)
    page.render(config, files)
    context = get_context(_build.nav, files, config, page)
    html = env.get_template("main.html").render(
        config.plugins.on_page_context(context, page=page, config=config, nav=_build.nav)
    )
    return _Shell(_compact(html), address)


def on_post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Add the policy to a page that MkDocs has rendered: it allows the scripts around its text, not in it."""
    theme = output.replace(page.content or "", "").replace(str(page.meta.get("head", "")), "")
    connections = page.generated.connections if isinstance(page, GeneratedPage) else ()
    return add_policy(output, _render_policy(hash_inline_scripts(theme), connections))


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Add the policy to the page for addresses that do not exist."""
    is_page = template_name.endswith(".html")
    return add_policy(output, _render_policy(hash_inline_scripts(output))) if is_page else output


def _render_policy(script_hashes: Iterable[str], connections: Iterable[str] = ()) -> str:
    return "" if _build.is_preview else render_policy(script_hashes, connections)


def _compact(html: str) -> str:
    """`html` without the indents and empty lines of the theme, which are a quarter of each page."""
    return re.sub(r"\s*\n\s*", "\n", html)


def on_template_context(
    context: TemplateContext, *, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the sitemap the address of every page, and write its parts where it has some."""
    if template_name == "sitemap.xml":
        site_url = (config.site_url or "").rstrip("/")
        listed = [*context["pages"], *(file for file in _build.pages if file.is_listed)]
        urls = [f"{site_url}/{file.url.removeprefix('./')}" for file in listed] if site_url else []
        files = render_sitemaps(urls, site_url)
        context["sitemap"] = files.pop("sitemap.xml").rstrip()  # type: ignore[typeddict-unknown-key]
        for path, text in files.items():
            write_file(text.encode(), os.path.join(config.site_dir, path))
    return context
