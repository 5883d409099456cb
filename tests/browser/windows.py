"""Windows of Chromium for tests: one that all share, and others for what leaves traces; both note faults."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, Request, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
TIMEOUT = 10_000
CALM: dict[str, Any] = {"reduced_motion": "reduce", "color_scheme": "light"}
"""What the shared window asks pages for."""


class SharedWindow:
    """One window for all tests, since a new one takes longer than a page; between tests it forgets all."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._faults: list[str] = []
        self._page: Page | None = None
        self._origins: set[str] = set()

    def show(self, url: str, viewport: ViewportSize, faults: list[str]) -> Page:
        """Open `url`; errors of the pages are added to `faults` until the window is cleaned."""
        page = self._page = self._page or self._open()
        self._faults = faults
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
            _forget(page)
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

    def _open(self) -> Page:
        context = self._browser.new_context(viewport=DESKTOP, **CALM)
        page = open_tab(context)
        page.on("framenavigated", lambda frame: self._note_origin(frame.url))
        note_faults(page, lambda fault: self._faults.append(fault))
        page.add_init_script = _refuse  # type: ignore[method-assign]
        return page

    def _note_origin(self, url: str) -> None:
        if url.startswith("http"):
            self._origins.add(urlsplit(url).netloc)


_CLEAR = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => { localStorage.clear(); sessionStorage.clear(); })"""
"""Clear what is stored; two frames later, as the theme stores the palette when the media change."""


def _forget(page: Page) -> None:
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.unroute_all()
    page.emulate_media(media="null", **CALM)
    page.evaluate(_CLEAR)
    page.mouse.move(-1, -1)
    page.goto("about:blank")


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("a script that stays needs a window of its own: open_page(..., fresh=True)")


def open_tab(context: BrowserContext) -> Page:
    """A page that fails soon when what is expected does not come."""
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
