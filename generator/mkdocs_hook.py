"""Gives the generated pages to MkDocs: what happens at each of its events.

MkDocs knows only the addresses of these pages: `engine` puts them into the theme and writes them, or shows
them in a preview.
"""

import logging
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain, tee
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.engine.collecting import pause_collection
from generator.engine.content import (
    DATA_ENDINGS,
    FILE_ENDINGS,
    PAGE_ENDINGS,
    SCRIPT_ENDINGS,
    Content,
    MakeFiles,
    TextFile,
    bundle_scripts,
    list_files_of,
    load_content,
)
from generator.engine.files import OwnFile, find_font_files, make_page_files, remove_search_of_theme
from generator.engine.preview import Preview, Source
from generator.engine.preview_server import serve_from
from generator.engine.shell import add_policy_of_theme
from generator.engine.theme import Theme
from generator.engine.writing import begin_writing, list_file_makers, list_page_makers, write_files, write_now
from generator.files.project import ProjectFileError, refuse_links_in, refuse_unusable
from generator.files.refusals import explain_with_file
from generator.outputs.site.page import Page
from generator.outputs.site.sitemap import render_sitemaps
from generator.outputs.theme_styles import BrokenStyles
from generator.processes import JobsAhead
from generator.render.templates import load_environment
from generator.sanitizing.logs import sanitize_log


class _Build:
    """What one build keeps between the events of MkDocs."""

    content: Content

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.files: list[TextFile] = []
        """All but those that `Content.list_files_beside` finds."""
        self.scripts: MakeFiles = bundle_scripts
        self.listed: list[OwnFile] = []
        """The pages in the sitemap."""
        self.ahead: JobsAhead[None] = JobsAhead([])
        """Writes scripts and data before the pages are known."""
        self.nav = Navigation([], [])
        self.preview: Preview | None = None
        """Set while `mkdocs serve` runs."""


_build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Prepare a preview, where this is one."""
    if command == "serve":
        _build.preview = Preview()
        serve_from(_build.preview)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse links: MkDocs would delete or overwrite what is behind those of the site, and publish others.

    A strict build fails with every warning, also a quiet one.
    Raises PluginError, which stops the build before anything is deleted.
    """
    if config.strict:
        _hear_warnings()
    root = _find_root(config)
    try:
        if Path(config.site_dir).is_relative_to(root):
            refuse_links_in(root, Path(config.site_dir).relative_to(root).as_posix())
        refuse_unusable(root, Path(config.docs_dir).relative_to(root).as_posix())
    except ProjectFileError as error:
        raise PluginError(sanitize_log(str(error))) from error
    return config


def _hear_warnings() -> None:
    """Let `--quiet` hide no warning: MkDocs would not count it, and a strict build would not fail."""
    log = logging.getLogger("mkdocs")
    log.setLevel(min(log.getEffectiveLevel(), logging.WARNING))


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the address of every generated page and data file.

    Raises PluginError for entries with errors, which stops the build.
    """
    remove_search_of_theme(files)
    load_environment.cache_clear()  # `mkdocs serve` builds again when a template has changed
    with pause_collection():
        content = _build.content = load_content(_find_root(config))
        _build.scripts = cache(bundle_scripts)
        if _build.preview:
            _build.scripts()  # now, so that a fault of one is a fault of this build, which pages say
        else:
            makers: list[MakeFiles] = [_build.scripts, *list_file_makers(content)]
            _build.ahead = begin_writing(config.site_dir, makers)
        _build.files = list(content.list_files())
        _build.pages = list(content.list_pages())
        _build.listed = _add_files(files, config)
    return files


def _add_files(files: Files, config: MkDocsConfig) -> list[OwnFile]:
    pages = make_page_files(_build.pages, config)
    data = (OwnFile(path, path, config.site_dir) for path, _ in _build.files)
    for file in chain(pages, data, find_font_files(config)):
        files.append(file)
    return [file for page, file in zip(_build.pages, pages, strict=True) if page.is_listed]


def _find_root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).absolute().parent


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation, which is in every shell."""
    _build.nav = nav
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates ask `has_page(address)`, and write all files of this project; a preview shows them."""
    env.globals["has_page"] = partial(_has_page, files)
    theme = Theme(env, config, _build.nav, files, has_policy=not _build.preview)
    styles = {"frame.css": theme.render_styles(_build.pages), "dark.css": theme.render_dark_styles()}
    write_now(config.site_dir, ((f"assets/{name}", [text]) for name, text in styles.items()))
    if _build.preview:
        find_again = partial(_find_again, theme, _find_root(config))
        _build.preview.prepare(_list_sources(theme, _build.content, _build.pages, _build.files), find_again)
    else:
        of_pages = list_page_makers(theme, _build.content, _build.pages)
        with pause_collection():
            write_files(config.site_dir, of_pages, _build.ahead)
    return env


def _has_page(files: Files, address: str) -> bool:
    sources = address, f"{address.rstrip('/')}.md", f"{address}index.md"
    return any(source in files.src_uris for source in sources)


def _find_again(theme: Theme, root: Path) -> list[Source]:
    with pause_collection():
        content = load_content(root)
    return _list_sources(theme, content, content.list_pages(), content.list_files())


def _list_sources(
    theme: Theme, content: Content, pages: Iterable[Page], files: Iterable[TextFile]
) -> list[Source]:
    """Return every file, those last that are rendered to know their paths."""
    pages, of_entries, with_files = tee(pages, 3)
    beside = chain.from_iterable(map(content.list_files_beside, of_entries))
    makers = chain[MakeFiles](
        (partial(list_files_of, page) for page in with_files), content.list_made_files()
    )
    return [
        (PAGE_ENDINGS, map(theme.wrap, pages)),
        (SCRIPT_ENDINGS, _make_all([_build.scripts])),
        (FILE_ENDINGS, chain(beside, files)),
        (DATA_ENDINGS, _make_all(makers)),
    ]


def _make_all(makers: Iterable[MakeFiles]) -> Iterator[TextFile]:
    return chain.from_iterable(make() for make in makers)


def on_post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Add the policy to a page that people wrote."""
    return output if _build.preview else add_policy_of_theme(output, page.content or "")


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Add the policy to the page for addresses that do not exist."""
    has_policy = template_name.endswith(".html") and not _build.preview
    return add_policy_of_theme(output) if has_policy else output


def on_template_context(
    context: TemplateContext, *, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the sitemap the address of every page, and write its parts where it has some."""
    if template_name == "sitemap.xml":
        site_url = (config.site_url or "").rstrip("/")
        listed = [*context["pages"], *_build.listed]
        urls = [f"{site_url}/{file.url.removeprefix('./')}" for file in listed] if site_url else []
        files = render_sitemaps(urls, site_url)
        context["sitemap"] = files.pop("sitemap.xml").rstrip()  # type: ignore[typeddict-unknown-key]
        write_now(config.site_dir, ((path, [text]) for path, text in files.items()))
    return context


def on_build_error(*, error: Exception) -> None:
    """Report in words what the system refuses, such as to write on a full disk, and what is no fault of ours.

    That is a page in no UTF-8, or a theme whose styles cannot be read. Raises PluginError for it.
    """
    if isinstance(error, UnicodeDecodeError):  # MkDocs has logged which
        raise PluginError(
            "the site cannot be built: a page is not UTF-8: save it in that encoding"
        ) from error
    if isinstance(error, BrokenStyles):
        raise PluginError(sanitize_log(f"the site cannot be built: {error}")) from error
    if isinstance(error, OSError):
        said = f"the site cannot be built: {explain_with_file(error)}"
        raise PluginError(sanitize_log(said)) from error
