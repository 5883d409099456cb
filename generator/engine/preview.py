"""The preview of `mkdocs serve`: a page or file of this project is rendered when it is asked for.

MkDocs itself builds again only when a file beside the entries has changed.
"""

import logging
import os
import posixpath
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.commands import serve
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from generator.engine.content import TextFile
from generator.entry.folder import ENTRIES_FOLDER

SECONDS_BETWEEN_CHECKS = 0.2
"""How often files are compared with what they were; MkDocs alone waits half a second."""

_log = logging.getLogger("mkdocs.preview")


class RenderedFiles:
    """Files by path, each found and rendered when it is first asked for."""

    def __init__(self, files: Iterable[TextFile] = ()) -> None:
        self._known: dict[str, Iterable[str]] = {}
        self._others = iter(files)
        self._lock = threading.Lock()

    def read(self, path: str) -> bytes | None:
        """Return the content of the file, or None where there is none."""
        with self._lock:
            if not self._find(path):
                return None
            text = "".join(self._known[path])
            self._known[path] = [text]
        return text.encode()

    def __contains__(self, path: str) -> bool:
        with self._lock:
            return self._find(path)

    def _find(self, path: str) -> bool:
        while path not in self._known:
            found = next(self._others, None)
            if not found:
                return False
            self._known[found[0]] = found[1]
        return True


class Preview:
    """What the preview shows: the files of the last build that succeeded."""

    def __init__(self) -> None:
        self.files = RenderedFiles()
        self._find_again: Callable[[], Iterable[TextFile]] = tuple

    def start(self) -> None:
        """Let `mkdocs serve` show the files; call it before MkDocs makes its server."""
        serve.LiveReloadServer = partial(_PreviewServer, self)  # type: ignore[attr-defined,assignment]

    def show(self, files: Iterable[TextFile], find_again: Callable[[], Iterable[TextFile]]) -> None:
        """Show `files`; when entries have changed, those that `find_again` returns."""
        self.files, self._find_again = RenderedFiles(files), find_again

    def reload_entries(self) -> None:
        """Show the entries as they are now.

        Raises Abort for entries with errors: MkDocs reports them, and waits for the next change.
        """
        try:
            self.files = RenderedFiles(self._find_again())
        except PluginError as error:
            _log.error(str(error))
            raise Abort("The preview shows the entries as they were before.") from error


class _PreviewServer(LiveReloadServer):
    """The server of MkDocs, which takes the files of this project from memory."""

    def __init__(self, preview: Preview, builder: Callable[[], None], **settings: Any) -> None:
        super().__init__(self._rebuild, polling_interval=SECONDS_BETWEEN_CHECKS, **settings)
        self._preview, self._build_all = preview, builder
        self._built: dict[str, int] = {}

    def serve(self, **settings: Any) -> None:
        """Serve until a person ends it; the first build is done."""
        self._built = self._list_times()
        super().serve(**settings)  # type: ignore[no-untyped-call]

    def _rebuild(self) -> None:
        times = self._list_times()
        if times == self._built:
            self._preview.reload_entries()
        else:
            self._build_all()
            self._built = times

    def _list_times(self) -> dict[str, int]:
        """When each watched file beside the entries was changed."""
        watched = [path for path in self._watched_paths if os.path.basename(path) != ENTRIES_FOLDER]
        return {path: os.stat(path).st_mtime_ns for path in chain.from_iterable(map(_list_files, watched))}

    def _serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        name = path.removeprefix(self.mount_path) + ("index.html" if path.endswith("/") else "")
        # MkDocs does not find what is not in its folder, so it is asked first only for what is there.
        if os.path.isfile(os.path.join(self.root, posixpath.normpath(f"/{name}")[1:])):
            return super()._serve_request(environ, start_response)
        epoch, files = self._visible_epoch, self._preview.files
        if (content := files.read(name)) is not None:
            if name.endswith(".html"):
                content = self._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
            kind = self._guess_type(name)  # type: ignore[no-untyped-call]
            start_response("200 OK", [("Content-Type", kind)])
            return [content]
        if f"{name}/index.html" in files:
            start_response("302 Found", [("Location", quote(f"{path}/"))])
            return []
        return super()._serve_request(environ, start_response)


def _list_files(path: str) -> Iterator[str]:
    """Yield each file at or below `path`."""
    if os.path.isfile(path):
        yield path
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names)
