"""A fake of GitHub's GraphQL and REST APIs: the documented shapes and limits."""

import json
import re
from dataclasses import dataclass
from typing import Any

from generator.entry.model import Entry
from generator.links.providers.githubgraphql import RepositoryPath
from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json
from tests.links.fakes.world import World

_FIELD = re.compile(
    r'(r\d+): repository\(owner: ("(?:[^"\\]|\\.)*"), name: ("(?:[^"\\]|\\.)*")\) \{ \.\.\.F(.*?)\}\n'
)
_OBJECT = re.compile(r'(\w+): object\(expression: ("(?:[^"\\]|\\.)*")\)')
TOKEN = "made-up-token"


@dataclass
class Repo:
    name: str
    number: int = 1
    description: str | None = None
    archived: bool = False
    empty: bool = False
    disabled: bool = False
    license: str | None = "MIT"
    stars: int = 42
    branch: str = "main"
    files: frozenset[str] = frozenset()
    readme: str = ""
    citation: str = ""


class Fake(FakeService):
    examples = (
        ("https://github.com/A/b.git", "github:A/b"),
        ("https://github.com/a/b/issues/3", "github:a/b"),
        ("https://github.com/a/b/tree/main/x%20y/", "github:a/b/main/x y"),
        ("https://raw.githubusercontent.com/a/b/main/x", "github:a/b/main/x"),
        ("https://raw.githubusercontent.com/a", "web:https://raw.githubusercontent.com/a"),
        ("https://github.com/topics/x", "unasked:https://github.com/topics/x"),
        ("https://github.com/somebody", "unasked:https://github.com/somebody"),
        ("https://gist.github.com/a/b", "unasked:https://gist.github.com/a/b"),
    )

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.max_aliases = 100
        self.unauthorized_left = 60
        self.limits: list[Reply] = []
        """Answers that come first."""
        self.forget_once: set[str] = set()

    def __call__(self, request: Request) -> Reply:
        if self.limits:
            return self.limits.pop(0)
        if request.path == "/graphql":
            return self._graphql(request)
        return self._rest(request)

    def add(self, id_: str, entry: Entry) -> None:
        repo_path = RepositoryPath.parse(id_)
        name = f"{repo_path.owner}/{repo_path.name}"
        repo = self.world.repos.setdefault(name.lower(), Repo(name, 1000 + len(self.world.repos)))
        repo.readme += f"{entry.title}\n"
        repo.files |= {*repo_path.expressions()[:1]} if repo_path.file else set()

    def _graphql(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"bearer {TOKEN}":
            return as_json(401, {"message": "Bad credentials"})
        query = json.loads(request.body)["query"]
        fields = _FIELD.findall(query)
        if len(fields) > self.max_aliases:
            return Reply(502, b"<html>Bad gateway</html>")
        data: dict[str, Any] = {"rateLimit": {"cost": 1, "remaining": 0, "resetAt": "2026-11-24T09:00:00Z"}}
        errors = []
        for alias, owner, name, rest in fields:
            full = f"{json.loads(owner)}/{json.loads(name)}".lower()
            repo = self.world.repos.get(full)
            if full in self.forget_once or repo is None:
                self.forget_once.discard(full)
                data[alias] = None
                errors.append({"type": "NOT_FOUND", "path": [alias], "message": f"Could not resolve {full}"})
            else:
                data[alias] = _node(repo) | _objects(repo, rest)
        return as_json(
            200, {"data": data} | ({"errors": errors} if errors else {}), {"x-ratelimit-remaining": "0"}
        )

    def _rest(self, request: Request) -> Reply:
        if "authorization" not in request.headers:
            if not self.unauthorized_left:
                return as_json(403, {"message": "API rate limit exceeded"}, {"x-ratelimit-remaining": "0"})
            self.unauthorized_left -= 1
        if match := re.fullmatch(r"/repositories/(\d+)", request.path):
            repo = next(repo for repo in self.world.repos.values() if repo.number == int(match[1]))
            return as_json(200, _rest_node(repo))
        steps = request.path.strip("/").split("/")
        full = "/".join(steps[1:3]).lower()
        if full not in self.world.repos:
            return as_json(404, {"message": "Not Found"})
        return self._rest_repo(self.world.repos[full], full, steps[3:], request.headers["host"])

    def _rest_repo(self, repo: Repo, asked: str, below: list[str], host: str) -> Reply:
        if below == ["readme"]:
            return Reply(200, repo.readme.encode()) if repo.readme else as_json(404, {"message": "Not Found"})
        if below == ["contents", "CITATION.cff"]:
            return (
                Reply(200, repo.citation.encode())
                if repo.citation
                else as_json(404, {"message": "Not Found"})
            )
        if repo.disabled:
            return as_json(451, {"message": "Repository access blocked"})
        if repo.name.lower() != asked:
            where = f"http://{host}/repositories/{repo.number}"
            return as_json(301, {"message": "Moved Permanently", "url": where}, {"Location": where})
        return as_json(200, _rest_node(repo))


def _node(repo: Repo) -> dict[str, Any]:
    return {
        "databaseId": repo.number,
        "nameWithOwner": repo.name,
        "description": repo.description,
        "isArchived": repo.archived,
        "isEmpty": repo.empty,
        "isDisabled": repo.disabled,
        "pushedAt": "2026-10-01T10:00:00Z",
        "stargazerCount": repo.stars,
        "licenseInfo": {"spdxId": repo.license} if repo.license else None,
        "defaultBranchRef": None if repo.empty else {"name": repo.branch},
    }


def _objects(repo: Repo, text: str) -> dict[str, Any]:
    found = {}
    for alias, quoted in _OBJECT.findall(text):
        expression = json.loads(quoted).replace("HEAD:", f"{repo.branch}:", 1)
        found[alias] = {"__typename": "Blob"} if expression in repo.files else None
    return found


def _rest_node(repo: Repo) -> dict[str, Any]:
    return {
        "id": repo.number,
        "full_name": repo.name,
        "description": repo.description,
        "archived": repo.archived,
        "disabled": repo.disabled,
        "size": 0 if repo.empty else 10,
        "pushed_at": "2026-10-01T10:00:00Z",
        "stargazers_count": repo.stars,
        "license": {"spdx_id": repo.license} if repo.license else None,
    }


SECONDARY = as_json(403, {"message": "You have exceeded a secondary rate limit. Please wait."})
SECONDARY_200 = as_json(
    200, {"errors": [{"message": "You have exceeded a secondary rate limit"}]}, {"Retry-After": "7"}
)
PRIMARY = as_json(
    200,
    {
        "errors": [
            {"type": "RATE_LIMIT", "code": "graphql_rate_limit", "message": "API rate limit already exceeded"}
        ]
    },
    {"x-ratelimit-remaining": "0"},
)
PRIMARY_OLD = as_json(200, {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]})
PARTIAL = as_json(
    200, {"data": {"r0": None}, "errors": [{"type": "RESOURCE_LIMITS_EXCEEDED", "message": "too much"}]}
)
