"""GitHub's GraphQL: a hundred repositories a request, each under an alias of one query."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import BaseModel, StringConstraints

from generator.links.http.answer import NotUnderstood, Response
from generator.links.providers.client import BatchFailed, Client, Throttled, ask_in_batches, parse_retry_after
from generator.links.service import AnswerCallback, ClientContext
from generator.links.verdict import Answer, RepositoryRecord, Verdict, dead

BATCH = 100
"""Flat aliases hold no connection, so a hundred cost one point; a request over ten seconds is cut."""

_FIELDS = (
    "databaseId nameWithOwner description isArchived isEmpty isDisabled pushedAt stargazerCount"
    " licenseInfo { spdxId } defaultBranchRef { name }"
)
_SECONDARY_WAIT = 60.0
_LIMITED = frozenset({"RATE_LIMIT", "RATE_LIMITED"})
_CUT = frozenset({"RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED", "TIMEOUT"})
_Text = Annotated[str, StringConstraints(max_length=2000)]


class _License(BaseModel):
    spdxId: _Text | None = None


class _Branch(BaseModel):
    name: _Text


class _Repo(BaseModel):
    databaseId: int | None = None
    nameWithOwner: _Text
    description: _Text | None = None
    isArchived: bool = False
    isEmpty: bool = False
    isDisabled: bool = False
    pushedAt: _Text | None = None
    stargazerCount: int = 0
    licenseInfo: _License | None = None
    defaultBranchRef: _Branch | None = None
    file0: dict[str, Any] | None = None
    file1: dict[str, Any] | None = None
    file2: dict[str, Any] | None = None
    head: dict[str, Any] | None = None


class _Error(BaseModel):
    type: str | None = None
    message: _Text = ""
    path: list[str | int] = []


class _Result(BaseModel):
    data: dict[str, Any] | None = None
    errors: list[_Error] = []
    message: _Text = ""


@dataclass(frozen=True, slots=True)
class RepositoryPath:
    """A repository, and the branch and path within it that a link names."""

    owner: str
    name: str
    file: str = ""

    @classmethod
    def parse(cls, id_: str) -> "RepositoryPath":
        """The place that the id `owner/name[/branch/path]` names."""
        owner, name, *rest = id_.split("/", 2)
        return cls(owner, name, rest[0] if rest else "")

    def expressions(self) -> list[str]:
        """What git may call the file: a branch's name may hold slashes, so the first three splits."""
        parts = self.file.split("/")
        return [
            f"{'/'.join(parts[:end])}:{'/'.join(parts[end:])}" for end in range(1, min(len(parts), 3) + 1)
        ]

    def path(self) -> str:
        """The path without the branch, taken as one word."""
        return self.file.partition("/")[2]


class GithubGraphql:
    """Repositories, and files of them, by `owner/name[/branch/path]`; it needs a token."""

    def __init__(self, client: Client, context: ClientContext) -> None:
        self._client, self._clock = client, context.clock
        self._headers = {"Authorization": f"bearer {context.token}"}

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Tell of each repository; one that is not found is looked at twice."""
        missing = ask_in_batches(ids, BATCH, self._ask, on_answer)
        for id_ in ask_in_batches(missing, BATCH, self._ask, on_answer):
            on_answer(id_, dead("GitHub knows no such repository"))

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        result = self._result(
            self._client.ask(
                "POST",
                "/graphql",
                json={"query": build_query(ids)},
                headers=self._headers,
                passing=frozenset({429, 500, 503}),
            )
        )
        absent = {error.path[0] for error in result.errors if error.type == "NOT_FOUND" and error.path}
        if result.data is None or any(error.type in _CUT for error in result.errors):
            raise BatchFailed(f"GitHub: {result.errors[0].message if result.errors else 'no data'}")
        return {
            id_: _answer(RepositoryPath.parse(id_), _repo(result.data[f"r{number}"]))
            for number, id_ in enumerate(ids)
            if f"r{number}" not in absent and result.data.get(f"r{number}")
        } | _unsaid(ids, result.data, absent)

    def _result(self, response: Response) -> _Result:
        if response.status == 401:
            raise Throttled("GitHub refuses the token")
        if response.status in (502, 504):
            raise BatchFailed(f"GitHub answers {response.status}")
        result = response.parse(_Result)
        messages = [error.message for error in result.errors] + [result.message]
        if any("secondary rate limit" in message for message in messages):
            self._client.note_refusal(
                parse_retry_after(response.headers, self._clock.now()) or _SECONDARY_WAIT
            )
            raise BatchFailed("GitHub asks for fewer requests")
        if result.data is None and any(error.type in _LIMITED for error in result.errors):
            raise Throttled("GitHub's hourly limit is used up: left for the next run")
        if response.status != 200:
            raise BatchFailed(f"GitHub answers {response.status}")
        return result


def _unsaid(ids: Sequence[str], data: Mapping[str, Any], absent: set[str | int]) -> dict[str, Answer]:
    """A null that no NOT_FOUND explains is no finding."""
    unsaid = (f"r{number}" for number in range(len(ids)))
    return {
        id_: Answer(Verdict.UNKNOWN, "GitHub gives no reason for its silence")
        for id_, alias in zip(ids, unsaid, strict=True)
        if alias not in absent and not data.get(alias)
    }


def build_query(ids: Sequence[str]) -> str:
    """The query for all of `ids`; texts in it are JSON strings, which GraphQL reads alike."""
    fields = "\n".join(f"r{number}: {_field(RepositoryPath.parse(id_))}" for number, id_ in enumerate(ids))
    rate = "rateLimit { cost remaining resetAt }"
    return f"query {{\n{fields}\n{rate}\n}}\nfragment F on Repository {{ {_FIELDS} }}"


def _field(place: RepositoryPath) -> str:
    names = f"owner: {_text(place.owner)}, name: {_text(place.name)}"
    files = {f"file{index}": one for index, one in enumerate(place.expressions())} if place.file else {}
    if files:
        files["head"] = f"HEAD:{place.path()}"
    objects = (f" {alias}: object(expression: {_text(one)}) {{ __typename }}" for alias, one in files.items())
    return f"repository({names}) {{ ...F{''.join(objects)} }}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _repo(data: Any) -> _Repo:
    try:
        return _Repo.model_validate(data)
    except ValueError as error:
        raise NotUnderstood("GitHub's answer is not of the documented shape") from error


def _answer(place: RepositoryPath, repo: _Repo) -> Answer:
    observed = {
        "archived": repo.isArchived,
        "license": repo.licenseInfo.spdxId if repo.licenseInfo else None,
        "pushed": (repo.pushedAt or "")[:10] or None,
        "repository": repo.databaseId,
        "stars": repo.stargazerCount,
    }
    facts = RepositoryRecord(repo.nameWithOwner, repo.description or "", repo.databaseId or 0)
    verdict, detail, moved_to = _standing(place, repo)
    return Answer(verdict, detail, moved_to, facts, {key: value for key, value in observed.items() if value})


def _standing(place: RepositoryPath, repo: _Repo) -> tuple[Verdict, str, str]:
    faults = [
        word
        for word, is_so in (
            ("archived", repo.isArchived),
            ("empty", repo.isEmpty),
            ("disabled", repo.isDisabled),
        )
        if is_so
    ]
    verdict = Verdict.DEGRADED if faults else Verdict.OK
    branch = repo.defaultBranchRef.name if repo.defaultBranchRef else "HEAD"
    if place.file and not (repo.file0 or repo.file1 or repo.file2):
        if not repo.head:
            return Verdict.DEAD, "the repository has no such file", ""
        return (
            Verdict.MOVED,
            f"the branch is now {branch}",
            _address(repo.nameWithOwner, branch, place.path()),
        )
    if is_renamed(place, repo.nameWithOwner):
        faults.insert(0, f"renamed to {repo.nameWithOwner}")
        return Verdict.MOVED, ", ".join(faults), _address(repo.nameWithOwner, *place.file.split("/", 1))
    return verdict, ", ".join(faults), ""


def is_renamed(place: RepositoryPath, name: str) -> bool:
    """Whether `name` is another repository's; letter case does not count, as on GitHub itself."""
    return name.lower() != f"{place.owner}/{place.name}".lower()


def _address(name: str, *file: str) -> str:
    path = "/".join(part for part in file if part)
    return f"https://github.com/{name}" + (f"/blob/{quote(path)}" if path else "")
