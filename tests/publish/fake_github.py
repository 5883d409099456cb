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
    changes: list[tuple[str, str]] = field(default_factory=list)
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
        if match := re.fullmatch(r"(issues|pulls)/(\d+)", path):
            return _changed(getattr(self, match[1]), "number", match[2], body)
        found = getattr(self, path)
        return _page(_open(found, query), query) if method == "GET" else _added(found, body, "Bot")

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve the API; yields its address."""
        with serving(self._reply) as server:
            yield server.url

    def _reply(self, request: Request) -> Reply:
        prefix = f"/repos/{REPOSITORY}/"
        known = request.path.startswith(prefix) and request.headers["authorization"] == f"Bearer {TOKEN}"
        status, content = self.status if known else 404, {}
        if status == 200:
            path, body = request.path.removeprefix(prefix), json.loads(request.body or "{}")
            content = self.answer(request.method, path, request.query, body)
        return Reply(status, json.dumps(content).encode(), {"Connection": "close"})


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
