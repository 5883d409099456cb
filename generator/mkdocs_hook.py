"""Gives the generated pages to MkDocs; the only module that knows MkDocs.

MkDocs and its theme render a page in the navigation like one that people wrote. The other pages are
tens of thousands that differ in a few places only. For them the theme is rendered once for each depth
of address, with marks in those places (a shell). Each page is written as the shell with its own
values, and never kept in memory. MkDocs knows only the addresses of these pages.
"""

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
from generator.outputs import browse_scripts, comparison_data, data, site_fonts
from generator.outputs.plain import stream_plain_files
from generator.outputs.site import list_pages
from generator.outputs.site.content_policy import add_policy, hash_inline_scripts, render_policy
from generator.outputs.site.page import Page
from generator.outputs.site.sitemap import render_sitemaps
from generator.outputs.suggestions import render_suggestions
from generator.problems import Severity
from generator.processes import run_jobs, split_into_shares
from generator.render.templates import load_environment
from generator.settings import load_settings

_MARKS = ("@@title@@", "@@description@@", "@@share@@", "@@head@@", "<h1>@@body@@</h1>", "@@policy@@")
"""The places of the values of a page; the mark of the body is a heading, as the theme would add one."""

_MISSING = "{} is missing; run `npm ci`, as `make site` does"


PageParts = tuple[str, str]
"""What a page adds to the head of the document, and its body."""


class GeneratedPage(MkDocsPage):
    """A page whose body MkDocs neither reads nor converts; `on_env` fills it in."""

    def __init__(self, generated: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(generated.title if generated.address else "Home", file, config)
        self.generated = generated

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the front matter."""
        self.markdown = ""
        share_title = escape(self.generated.share_title or self.generated.title)
        self.meta = {**self.generated.meta, "share_title": share_title}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the title, the one heading, to which the skip link of the theme leads."""
        self.content = ""
        self.toc = get_toc(
            [{"level": 1, "id": "title", "name": escape(self.generated.title), "children": []}]
        )
        self.present_anchor_ids = set()

    def fill(self, parts: PageParts) -> None:
        """Set what the page adds to the head of the document, and its body."""
        self.meta["head"], self.content = parts


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
        html = add_policy(html, _MARKS[-1])
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
        self.made: list[Callable[[], Mapping[str, str]]] = []
        """Each renders files whose paths are known only then."""
        self.pages: list[OwnFile] = []
        self.writing = run_jobs(list[Callable[[], Any]]())
        """Writes the files that are not yet written, when it is read to its end."""
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
    with _without_collection():
        return _add_files(files, config)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Search for no garbage in what stays until the end of the build: it takes two fifths of the time."""
    gc.unfreeze()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _add_files(files: Files, config: MkDocsConfig) -> Files:
    _build.texts, _build.made, _build.pages = [], [], []
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
            if page.make_files:
                _build.made.append(page.make_files)
    for make in (render_suggestions, comparison_data.render_comparison_data):
        _build.made.append(partial(make, catalog))
    _build.made.append(_bundle_scripts)
    texts = (data.stream_data_files(catalog, settings), stream_plain_files(catalog, settings))
    for path, pieces in chain(*texts):
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


def _bundle_scripts() -> dict[str, str]:
    try:
        return browse_scripts.bundle_scripts()
    except FileNotFoundError as error:
        raise PluginError(_MISSING.format(error.filename)) from error


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
    """Let templates ask `has_page(address)`, begin to write all files of this hook, and fill in the pages."""
    env.globals["has_page"] = {file.url for file in files}.__contains__
    for depth in {file.dest_uri.count("/") for file in _build.pages}:
        _build.shells[depth] = _render_shell(depth, env, config, files)
    pages = [file.page for file in files if isinstance(file.page, GeneratedPage)]
    jobs: list[Callable[[], Any]] = [partial(_prepare, config.site_dir, page.generated) for page in pages]
    _build.writing = run_jobs([*jobs, *_list_jobs(config.site_dir)])
    for page in pages:
        page.fill(next(_build.writing))
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    """Wait until all files are written."""
    for _ in _build.writing:
        pass


def on_build_error(*, error: Exception) -> None:
    """Write nothing more: the build has failed."""
    _build.writing.close()


def _prepare(site: str, page: Page) -> PageParts:
    """Write the files that belong to a page in the navigation, and render its parts."""
    if page.make_files:
        _write_made(site, page.make_files)
    return page.head, page.body


def _list_jobs(site: str) -> Iterator[Callable[[], None]]:
    """The jobs that write all other files, the long ones first."""
    yield from (partial(_write_made, site, make) for make in _build.made)
    whole = [text for text in _build.texts if _is_of_whole_list(text[0])]
    rest = [text for text in _build.texts if not _is_of_whole_list(text[0])]
    for texts in chain(([text] for text in whole), split_into_shares(rest)):
        yield partial(_write, site, texts)


def _is_of_whole_list(path: str) -> bool:
    """Whether a file has all entries, so that it takes much longer than others."""
    return path.startswith("data/") and path.count("/") == 1


def _write_made(site: str, make: Callable[[], Mapping[str, str]]) -> None:
    _write(site, [(path, [text]) for path, text in make().items()])


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
    page.fill((head, body))
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
