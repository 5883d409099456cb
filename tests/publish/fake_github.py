"""A fake of GitHub's issues, comments and pull requests in their documented shapes, over HTTP on loopback."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.links.fakes.server import Reply, Request, serving

TOKEN = "made-up-token"
REPOSITORY = "example/imaging"


@dataclass
class FakeGithub:
    """The objects on the server, and every change that was requested."""

    issues: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    files: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    """The files of each pull request."""
    releases: list[dict[str, Any]] = field(default_factory=list)
    uploads: str = ""
    """The address to which files of a release are sent; by default the API itself."""
    changes: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""
    status: int = 200
    """The status of all answers, unless it is 200."""

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: dict[str, Any]) -> Any:
        if method != "GET":
            self.changes.append((method, path))
        if match := re.fullmatch(r"issues/(\d+)/comments", path):
            found = self.comments.setdefault(int(match[1]), [])
            return _page(found, query) if method == "GET" else _added(found, body, "Bot")
        if match := re.fullmatch(r"issues/comments/(\d+)", path):
            every = [one for found in self.comments.values() for one in found]
            return _changed(every, "id", match[1], body)
        if match := re.fullmatch(r"pulls/(\d+)/files", path):
            return _page(self.files.get(int(match[1]), []), query)
        if path.startswith("releases"):
            return self._answer_release(method, path, query, body)
        if match := re.fullmatch(r"(issues|pulls)/(\d+)", path):
            return _changed(getattr(self, match[1]), "number", match[2], body)
        found = getattr(self, path)
        return _page(_open(found, query), query) if method == "GET" else _added(found, body, "Bot")

    def _answer_release(
        self, method: str, path: str, query: dict[str, list[str]], body: dict[str, Any]
    ) -> Any:
        if match := re.fullmatch(r"releases/(\d+)/assets", path):
            assets = next(one for one in self.releases if one["id"] == int(match[1]))["assets"]
            asset = {"id": 100 + len(self.changes), "name": query["name"][0], **body}
            assets.append(asset)
            return asset
        if match := re.fullmatch(r"releases/assets/(\d+)", path):
            for release in self.releases:
                release["assets"] = [one for one in release["assets"] if one["id"] != int(match[1])]
            return None
        if match := re.fullmatch(r"releases/(\d+)", path):
            return _changed(self.releases, "id", match[1], body)
        if method == "GET":
            return _page(self.releases, query)
        made = _added(self.releases, {"assets": []} | body, "Bot")
        address = self.uploads or f"{self.address}/repos/{REPOSITORY}/releases"
        made["upload_url"] = f"{address}/{made['id']}/assets{{?name,label}}"
        return made

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve the API; yields its address."""
        with serving(self._reply) as server:
            self.address = server.url
            yield server.url

    def _reply(self, request: Request) -> Reply:
        prefix = f"/repos/{REPOSITORY}/"
        known = request.path.startswith(prefix) and request.headers["authorization"] == f"Bearer {TOKEN}"
        status, content = self.status if known else 404, {}
        if status == 200:
            path = request.path.removeprefix(prefix)
            content = self.answer(request.method, path, request.query, _read_body(request))
        sent = b"" if content is None else json.dumps(content).encode()
        return Reply(204 if content is None else status, sent, {"Connection": "close"})


def _read_body(request: Request) -> dict[str, Any]:
    """The values that were sent; of a file its type and size."""
    kind = request.headers.get("content-type", "application/json")
    if kind == "application/json" and not request.path.endswith("/assets"):
        read: dict[str, Any] = json.loads(request.body or "{}")
        return read
    return {"content_type": kind, "size": len(request.body)}


def _page(found: list[dict[str, Any]], query: dict[str, list[str]]) -> list[dict[str, Any]]:
    size, page = int(query["per_page"][0]), int(query["page"][0])
    return found[(page - 1) * size : page * size]


def _open(found: list[dict[str, Any]], query: dict[str, list[str]]) -> list[dict[str, Any]]:
    return [one for one in found if one.get("state", "open") in query.get("state", ["open"])]


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
