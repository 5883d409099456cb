"""GitHub's issues, comments and pull requests by their documented shapes, over HTTP on loopback."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "made-up-token"
REPOSITORY = "example/imaging"


@dataclass
class FakeGithub:
    """What stands on the server, and every change that was asked for."""

    issues: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    changes: list[tuple[str, str]] = field(default_factory=list)
    status: int = 200
    """Another answer than 200 to everything."""

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: dict[str, Any]) -> Any:
        if method != "GET":
            self.changes.append((method, path))
        if match := re.fullmatch(r"issues/(\d+)/comments", path):
            found = self.comments.setdefault(int(match[1]), [])
            return _page(found, query) if method == "GET" else _added(found, body, "Bot")
        if match := re.fullmatch(r"issues/comments/(\d+)", path):
            every = [one for found in self.comments.values() for one in found]
            return _changed(every, "id", match[1], body)
        if match := re.fullmatch(r"(issues|pulls)/(\d+)", path):
            return _changed(getattr(self, match[1]), "number", match[2], body)
        found = getattr(self, path)
        return _page(_open(found, query), query) if method == "GET" else _added(found, body, "Bot")

    @contextmanager
    def served(self) -> Iterator[str]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length) or "{}")
                prefix = f"/repos/{REPOSITORY}/"
                known = parts.path.startswith(prefix) and self.headers["Authorization"] == f"Bearer {TOKEN}"
                status = fake.status if known else 404
                path = parts.path.removeprefix(prefix)
                content = (
                    fake.answer(self.command, path, parse_qs(parts.query), body) if status == 200 else {}
                )
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(content).encode())

            do_POST = do_PATCH = do_GET

            def log_message(self, format: str, *args: object) -> None:
                """Keep the tests' output clean."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


def _page(found: list[dict[str, Any]], query: dict[str, list[str]]) -> list[dict[str, Any]]:
    size, page = int(query["per_page"][0]), int(query["page"][0])
    return found[(page - 1) * size : page * size]


def _open(found: list[dict[str, Any]], query: dict[str, list[str]]) -> list[dict[str, Any]]:
    return [one for one in found if one.get("state", "open") == query["state"][0]]


def _added(found: list[dict[str, Any]], body: dict[str, Any], kind: str) -> dict[str, Any]:
    number = len(found) + 1
    made = {"id": number, "number": number, "state": "open", "user": {"type": kind}} | body
    if "head" in body:
        made["head"] = {"ref": body["head"], "sha": "0" * 40}
    found.append(made)
    return made


def _changed(found: list[dict[str, Any]], key: str, value: str, body: dict[str, Any]) -> dict[str, Any]:
    one = next(one for one in found if one[key] == int(value))
    one.update(body)
    return one
