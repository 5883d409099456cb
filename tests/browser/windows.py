"""Windows of Chromium for tests: some that all share, and others for what leaves traces; all note faults."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, Request, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
TIMEOUT = 60_000
"""Milliseconds after which what is expected does not come: only a test that fails waits so long."""
CALM: dict[str, Any] = {"reduced_motion": "reduce", "color_scheme": "light"}
"""What the shared windows ask pages for, unless a test wants something else."""


class SharedWindows:
    """One window for all tests that ask for the same `options`, since a new one takes longer than a page."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._windows: dict[str, SharedWindow] = {}

    def get_window(self, options: dict[str, Any]) -> "SharedWindow":
        """The window with `options` beside those of `CALM`."""
        wanted = CALM | options
        return self._windows.setdefault(repr(sorted(wanted.items())), SharedWindow(self._browser, wanted))

    def clean(self) -> None:
        """Forget what a test did in any of them."""
        for window in self._windows.values():
            window.clean()

    def close(self) -> None:
        for window in self._windows.values():
            window.close()


class SharedWindow:
    """A window that several tests use one after another; between tests it forgets all."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self._browser = browser
        self._options = options
        self._faults: list[str] = []
        self._page: Page | None = None
        self._origins: set[str] = set()
        self._has_other_media = False

    def show(self, url: str, viewport: ViewportSize, faults: list[str]) -> Page:
        """Open `url`; errors of the pages are added to `faults` until the window is cleaned."""
        page = self._page = self._page or self._open()
        self._faults = faults
        if page.viewport_size != viewport:
            page.set_viewport_size(viewport)
        page.goto(url, wait_until="load")
        return page

    def clean(self) -> None:
        """Forget what a test did; where that cannot be, the next test has a new window."""
        page = self._page
        if page is None or not self._origins:
            return
        if page.is_closed() or len(self._origins) > 1 or not page.url.startswith("http"):
            self.close()
            return
        try:
            self._forget(page)
        except Error:  # it is on its way to another page
            self.close()
        self._origins.clear()
        self._faults = []

    def close(self) -> None:
        """Close the window, if there is one."""
        if self._page:
            self._page.context.close()
            self._page = None
            self._origins.clear()
            self._has_other_media = False

    def _open(self) -> Page:
        context = self._browser.new_context(viewport=DESKTOP, **self._options)
        page = open_tab(context)
        page.on("framenavigated", lambda frame: self._note_origin(frame.url))
        note_faults(page, lambda fault: self._faults.append(fault))
        page.add_init_script = _refuse  # type: ignore[method-assign]
        self._emulate_media = page.emulate_media
        page.emulate_media = self._change_media  # type: ignore[method-assign]
        return page

    def _note_origin(self, url: str) -> None:
        if url.startswith("http"):
            self._origins.add(urlsplit(url).netloc)

    def _change_media(self, **media: Any) -> None:
        self._has_other_media = True
        self._emulate_media(**media)

    def _forget(self, page: Page) -> None:
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.unroute_all()
        if self._has_other_media:  # the theme stores the palette when the media change, a frame later
            page.evaluate(_TWO_FRAMES)
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")  # what follows costs less there
        page.mouse.move(-1, -1)
        if self._has_other_media:
            colors = {name: self._options[name] for name in CALM}
            self._emulate_media(media="null", **colors)
            self._has_other_media = False


_TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a script that stays needs a window of its own: open_page(..., fresh=True)")


def open_tab(context: BrowserContext) -> Page:
    """A page that fails when what is expected does not come."""
    context.set_default_timeout(TIMEOUT)
    return context.new_page()


def note_faults(page: Page, note: Callable[[str], None]) -> None:
    """Give to `note` each error, warning, failed request, request to another host, and dialog of `page`."""
    page.on("pageerror", lambda error: note(f"error: {error}"))
    page.on("console", lambda said: note(said.text) if said.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: _note_failure(request, note))
    page.on("request", lambda request: _note_foreign(request, note))
    page.on("dialog", lambda dialog: _note_dialog(dialog, note))


def _note_failure(request: Request, note: Callable[[str], None]) -> None:
    if request.failure not in _NO_FAILURE:
        note(f"failed: {request.url}: {request.failure}")


_NO_FAILURE = ("net::ERR_ABORTED", "csp")
"""Why a request may end early: the reader went to another page, or has turned scripts off."""


def _note_foreign(request: Request, note: Callable[[str], None]) -> None:
    if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        note(f"foreign: {request.url}")


def _note_dialog(dialog: Dialog, note: Callable[[str], None]) -> None:
    note(f"dialog: {dialog.message}")
    dialog.dismiss()
