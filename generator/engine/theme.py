"""The theme of MkDocs around the generated pages."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.engine.content import MISSING, TextFile
from generator.engine.files import ThemedPage
from generator.engine.shell import Shell, make_marked_page
from generator.outputs.dark_styles import make_dark_styles
from generator.outputs.site.page import Page
from generator.outputs.theme_styles import keep_used_styles, read_palettes

_PRINT = "assets/print.css"


class Theme:
    """Puts generated pages into the theme.

    A page of the navigation has a shell of its own. All others differ in a few places only: they share one
    for each depth of address, on which the relative links of the theme depend.
    """

    def __init__(
        self, env: Environment, config: MkDocsConfig, nav: Navigation, files: Files, *, has_policy: bool
    ) -> None:
        self._env, self._config, self._nav, self._files = env, config, nav, files
        self._has_policy = has_policy
        self._own = {page.file.src_uri: page for page in nav.pages if isinstance(page, ThemedPage)}
        self._shells: dict[str, Shell] = {}

    def wrap(self, page: Page) -> TextFile:
        """Return the file of `page`, whose body is rendered when the file is read."""
        return f"{page.address}index.html", self._find_shell(page).wrap(page)

    def is_of_navigation(self, page: Page) -> bool:
        """Return whether `page` is in the navigation."""
        return page.source in self._own

    def render_styles(self, pages: Iterable[Page]) -> str:
        """Return the styles of all `pages` without columns: those of the theme that they use, and ours.

        Raises PluginError where the program that finds them is not installed, or a file of ours is missing.
        """
        frames = {self._find_shell(page).html: None for page in pages if page.is_wide}
        try:
            used = keep_used_styles(self._find_theme_folder(), "".join(frames))
        except FileNotFoundError as error:
            raise PluginError(MISSING.format(error.filename)) from error
        icons = self._env.get_template("partials/icon_styles.html").render(config=self._config)
        own = map(self._read_styles, self._config.extra_css)
        return "\n".join((used, icons, *own, f"@media print {{\n{self._read_styles(_PRINT)}}}\n"))

    def render_dark_styles(self) -> str:
        """Return the styles by which all pages follow a dark system without scripts."""
        styles = (read_palettes(self._find_theme_folder()), *map(self._read_styles, self._config.extra_css))
        return make_dark_styles("\n".join(styles))

    def _find_theme_folder(self) -> Path:
        folders = map(Path, self._config.theme.dirs)
        return next(folder for folder in folders if (folder / "assets/stylesheets").is_dir())

    def _read_styles(self, path: str) -> str:
        if file := self._files.get_file_from_path(path):
            return file.content_string
        raise PluginError(f"{path} is missing in {self._config.docs_dir}, where all styles of the site are")

    def _find_shell(self, page: Page) -> Shell:
        in_navigation = self.is_of_navigation(page)
        address = page.address if in_navigation else _make_address(page.address.count("/"))
        if address not in self._shells:
            html = self._render_own(page) if in_navigation else self._render_shared(address)
            shared = "" if in_navigation else address
            self._shells[address] = Shell(html, shared, has_policy=self._has_policy)
        return self._shells[address]

    def _render_own(self, page: Page) -> str:
        themed = self._own[page.source]
        themed.fill(make_marked_page(page.address, is_wide=page.is_wide))
        themed.active = True
        try:
            return self._render(themed)
        finally:
            themed.active = False

    def _render_shared(self, address: str) -> str:
        marked = make_marked_page(address)
        file = File.generated(self._config, marked.source, content="")
        themed = ThemedPage(marked, file, self._config)
        themed.fill(marked)
        return self._render(themed)

    def _render(self, page: ThemedPage) -> str:
        context = get_context(self._nav, self._files, self._config, page)
        context = self._config.plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
        return self._env.get_template("page.html" if "hide" in page.meta else "main.html").render(context)


def _make_address(depth: int) -> str:
    return "".join(f"shell-{step}/" for step in range(depth))
