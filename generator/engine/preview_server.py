"""The server of `mkdocs serve`: it answers at once from memory, also while a build runs or has failed.

MkDocs itself builds again only when a file beside the entries has changed.
"""

import logging
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from signal import SIGTERM, default_int_handler, signal
from time import time_ns
from typing import Any
from urllib.parse import quote
from wsgiref.simple_server import WSGIRequestHandler
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.commands import serve
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.engine.preview import Preview
from generator.engine.preview_notes import add_note, collect_warnings, describe_failure
from generator.engine.preview_watching import make_observer
from generator.entry.folder import ENTRIES_FOLDER, is_of_an_editor

SECONDS_BETWEEN_CHECKS = 0.2
"""How often files are compared with what they were; MkDocs alone waits half a second."""

_METHODS = ("GET", "HEAD")
_AS_BEFORE = "This page is as it was before the last change:"

_log = logging.getLogger("mkdocs.preview")


def serve_from(preview: Preview) -> None:
    """Let `mkdocs serve` show `preview`; call it before MkDocs makes its server."""
    signal(SIGTERM, default_int_handler)  # MkDocs deletes its temporary folder only after control-C
    serve.LiveReloadServer = partial(_PreviewServer, preview)  # type: ignore[attr-defined,assignment]


class _PreviewServer(LiveReloadServer):
    """The server of MkDocs, which takes all files from the preview."""

    def __init__(self, preview: Preview, builder: Callable[[], None], **settings: Any) -> None:
        super().__init__(self._rebuild, **settings)
        self.observer = make_observer(self._watched_paths, SECONDS_BETWEEN_CHECKS)  # type: ignore[assignment]
        self.RequestHandlerClass = _RequestHandler
        self._preview, self._build_all = preview, builder
        self._built: dict[str, int] = {}
        self._began = time_ns()

    def serve(self, **settings: Any) -> None:
        """Serve until a person ends it; the first build is done."""
        self._built = self._list_times()
        self._preview.show(self.root)
        if _find_newest(self._watched_paths) > self._began:  # during that build: watching begins after it
            self._built, self._want_rebuild = {}, True
        self.error_handler = self._make_error_page
        super().serve(**settings)  # type: ignore[no-untyped-call]

    def server_bind(self) -> None:
        """Take the address. Raises Abort where it is taken."""
        try:
            super().server_bind()
        except OSError as error:
            another = "Is another preview running? For another port: `mkdocs serve -a 127.0.0.1:8001`"
            raise Abort(f"{self.url} cannot be served: {error.strerror}. {another}") from error

    def _rebuild(self) -> None:
        """Show what was changed, or else why it cannot be shown: an error ends nothing."""
        with collect_warnings() as warnings:
            try:
                self._build_what_changed()
            except MkDocsException as error:
                self._preview.trouble = describe_failure(error, warnings)
                _log.error(str(error))
            except Exception as error:
                self._preview.trouble = f"{type(error).__name__}: {error}"
                _log.exception("The preview cannot be built:")

    def _build_what_changed(self) -> None:
        times = self._list_times()
        if times == self._built:
            self._preview.reload_entries()
        else:
            self._build_all()
            self._preview.show(self.root)
            self._built = times

    def _list_times(self) -> dict[str, int]:
        """When each watched file beside the entries was changed."""
        watched = [path for path in self._watched_paths if os.path.basename(path) != ENTRIES_FOLDER]
        return dict(chain.from_iterable(map(_list_times, watched)))

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request; without content if only the head is asked for."""
        method = environ["REQUEST_METHOD"]
        if method not in _METHODS:
            start_response("405 Method Not Allowed", [("Allow", ", ".join(_METHODS))])
            return []
        heads: list[tuple[str, list[tuple[str, str]]]] = []
        content = b"".join(super().serve_request(environ, lambda *head: heads.append(head)))
        status, headers = heads[-1]
        size = str(len(content))
        start_response(status, [*headers, ("Content-Length", size), ("Accept-Ranges", "none")])
        return [] if method == "HEAD" else [content]

    def _serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if path.startswith("/livereload/"):
            return super()._serve_request(environ, start_response)
        if not path.startswith(self.mount_path):
            return _redirect(start_response, self.mount_path) if path in ("/", self.mount_path[:-1]) else None
        name = posixpath.normpath(path[len(self.mount_path) - 1 :]).lstrip("/")
        if path.endswith("/"):
            name = f"{name}/index.html".lstrip("/")
        try:
            content = self._read(name)
        except Exception as error:
            _log_failure(path)
            start_response("500 Internal Server Error", [("Content-Type", "text/html")])
            return [self._add_script_and_note(b"", self._visible_epoch, f"It cannot be rendered: {error}")]
        if content is not None:
            kind = self._guess_type(name)  # type: ignore[no-untyped-call]
            start_response("200 OK", [("Content-Type", kind)])
            return [content]
        is_folder = f"{name}/index.html" in self._preview.files
        return _redirect(start_response, f"{self.mount_path}{name}/") if is_folder else None

    def _make_error_page(self, code: int) -> bytes | None:
        try:
            return self._read(f"{code}.html")
        except Exception:
            _log_failure(f"/{code}.html")
            return None

    def _read(self, name: str) -> bytes | None:
        epoch = self._visible_epoch  # first: a page of the next build must not seem to be older than it
        content = self._preview.files.read(name)
        if content is None or not name.endswith(".html"):
            return content
        trouble = self._preview.trouble
        return self._add_script_and_note(content, epoch, f"{_AS_BEFORE}\n{trouble}" if trouble else "")

    def _add_script_and_note(self, content: bytes, epoch: int, note: str) -> bytes:
        """Add what loads the page again after the next build, and what is wrong."""
        content = add_note(content, note) if note else content
        return self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call,no-any-return]


class _RequestHandler(WSGIRequestHandler):
    """Warns of nothing, unlike that of MkDocs: a strict build that runs at the same time would fail."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        level = logging.INFO if str(code) >= "400" else logging.DEBUG
        _log.log(level, '"%s" code %s', self.requestline, code)

    def log_message(self, format: str, *values: Any) -> None:
        _log.debug(format, *values)


def _log_failure(path: str) -> None:
    """Log why a page cannot be rendered; a strict build at the same time would count an error as its own."""
    _log.info("%s cannot be rendered:", path, exc_info=True)


def _redirect(start_response: StartResponse, path: str) -> Iterable[bytes]:
    start_response("302 Found", [("Location", quote(path))])
    return []


def _find_newest(paths: Iterable[str]) -> int:
    """Return when a file at or below `paths` was changed last, or a folder, from which a file may be gone."""
    return max((time for path in paths for _, time in _list_times(path, with_folders=True)), default=0)


def _list_times(path: str, *, with_folders: bool = False) -> Iterator[tuple[str, int]]:
    """Yield each file at or below `path` with when it was changed; those of an editor come and go."""
    files = [path] if os.path.isfile(path) else []
    for folder, _, names in os.walk(path):
        files += [os.path.join(folder, name) for name in names if not is_of_an_editor(name)]
        if with_folders:
            files.append(folder)
    for file in files:
        with suppress(OSError):  # it was deleted since, or is a link to nowhere
            yield file, os.stat(file).st_mtime_ns
