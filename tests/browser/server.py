"""A web server for a built site on this machine, that compresses as a public host does.

It may serve the site in a folder, as GitHub Pages does for a project; unknown addresses give the page 404.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

_compress = lru_cache(500)(partial(gzip.compress, compresslevel=6))
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".bib", ".ris", ".csv")


class Handler(SimpleHTTPRequestHandler):
    """Answers as a public host does."""

    protocol_version = "HTTP/1.1"
    prefix = "/"

    def send_head(self) -> BinaryIO | BytesIO | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                return super().send_head()  # leads to the address with a slash
            file /= "index.html"
        if file.is_file():
            return self._send(200, file)
        missing = Path(self.directory) / "404.html"
        return self._send(404, missing) if missing.is_file() else super().send_head()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "outside the site")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def _send(self, status: int, file: Path) -> BytesIO:
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages
        if file.suffix in _COMPRESSED:
            body = _compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a browser that leaves before it has the whole answer."""


@contextmanager
def served(folder: Path, project: str = "", handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve `folder`; gives the address of its root, without a slash at the end.

    With a `project` the root is `/project/`, and nothing is outside it.
    """
    own = type("Own", (handler,), {"prefix": f"/{project}/" if project else "/"})
    with _Server(("127.0.0.1", 0), partial(own, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{project}".rstrip("/")
        server.shutdown()
