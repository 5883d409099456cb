"""Fakes of Crossref and DataCite on loopback, and a contribute page that asks them."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.outputs.site.contribute.services import list_asked_origins


@dataclass
class Answer:
    """What a registry says; `wait`, if there is one, holds the answer back."""

    status: int = 200
    body: bytes = b""
    type: str = "application/json"
    wait: threading.Event | None = None


@dataclass
class Registries:
    """Both registries, at one address each; `answers` are by path, such as `/works/10.5555/a`."""

    urls: list[str]
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def crossref(self, doi: str, **record: Any) -> None:
        """Crossref knows a work."""
        message = {"message": {"DOI": doi, **record}}
        self.answers[f"/works/{doi}"] = Answer(body=json.dumps(message).encode())

    def datacite(self, doi: str, **record: Any) -> None:
        """DataCite knows a work."""
        found = {"data": {"attributes": {"doi": doi, **record}}}
        self.answers[f"/dois/{doi}"] = Answer(body=json.dumps(found).encode())


@contextmanager
def fake_registries() -> Iterator[Registries]:
    """Serve both on loopback; they know no work until a test says so."""
    known = Registries([])

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(self.path)
            known.asked.append(path)
            known.headers.append(dict(self.headers))
            answer = known.answers.get(path, Answer(404, b"Resource not found.", "text/plain"))
            if answer.wait:
                answer.wait.wait()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the tests' output clean."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Ignore a browser that gave up."""

    with Server(("127.0.0.1", 0), Handler) as one, Server(("127.0.0.1", 0), Handler) as other:
        for server in (one, other):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            known.urls.append(f"http://127.0.0.1:{server.server_port}")
        yield known
        for server in (one, other):
            server.shutdown()


def copy_site(site: Path, folder: Path, registries: Registries) -> Path:
    """Make a copy of `site` whose contribute page has the fakes in place of the real registries."""
    for part in site.iterdir():
        if part.name != "contribute":
            (folder / part.name).symlink_to(part)
    text = (site / "contribute" / "index.html").read_text("utf-8")
    for real, fake in zip(list_asked_origins(), registries.urls, strict=True):
        text = text.replace(real, fake)
    (folder / "contribute").mkdir()
    (folder / "contribute" / "index.html").write_text(text, "utf-8")
    return folder
