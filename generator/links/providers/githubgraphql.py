"""GitHub's GraphQL API: a hundred repositories per request, each under an alias of one query."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import BaseModel, StringConstraints

from generator.links.answers.verdict import Answer, RepositoryRecord, Verdict, unknown
from generator.links.asking.client import BatchFailed, Client, Throttled, look_twice, parse_retry_after
from generator.links.asking.service import AnswerCallback, ClientContext
from generator.links.http.answer import NotUnderstood, Response

BATCH = 100
"""A query without nested lists costs one point of the hourly limit; GitHub stops one after ten seconds."""

_FIELDS = (
    "databaseId nameWithOwner description isArchived isEmpty isDisabled pushedAt stargazerCount"
    " licenseInfo { spdxId } defaultBranchRef { name }"
)
_SECONDARY_WAIT = 60.0
_LIMITED = frozenset({"RATE_LIMIT", "RATE_LIMITED"})
_CUT = frozenset({"RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED", "TIMEOUT"})
_Text = Annotated[str, StringConstraints(max_length=2000)]


RepositoryName = Annotated[
    str,
    StringConstraints(
        max_length=200, pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*/[A-Za-z0-9._-]*[A-Za-z0-9_-][A-Za-z0-9._-]*$"
    ),
]
"""`owner/name`, of which addresses are made: a name of dots would lead elsewhere."""


class _License(BaseModel):
    spdxId: _Text | None = None


class _Branch(BaseModel):
    name: _Text


class _Repo(BaseModel):
    databaseId: int | None = None
    nameWithOwner: RepositoryName
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
    """A repository, and the branch and path in it that a link names.

    >>> RepositoryPath.parse("a/b/main/docs/x.md").expressions()
    ['main:docs/x.md', 'main/docs:x.md', 'main/docs/x.md:']
    """

    owner: str
    name: str
    file: str = ""

    @classmethod
    def parse(cls, id_: str) -> "RepositoryPath":
        """Parse the id `owner/name[/branch/path]`."""
        owner, name, *rest = id_.split("/", 2)
        return cls(owner, name, rest[0] if rest else "")

    def expressions(self) -> list[str]:
        """The names that git may have for the file, `branch:path`, with the slash at one of three positions.

        A branch's name may contain slashes itself, so the id does not say where the path begins.
        """
        parts = self.file.split("/")
        return [
            f"{'/'.join(parts[:end])}:{'/'.join(parts[end:])}" for end in range(1, min(len(parts), 3) + 1)
        ]

    def path(self) -> str:
        """The path without the branch, if the branch's name has no slash."""
        return self.file.partition("/")[2]


class GithubGraphql:
    """Repositories, and files in them, by `owner/name[/branch/path]`; needs a token."""

    def __init__(self, client: Client, context: ClientContext) -> None:
        self._client, self._clock = client, context.clock
        self._headers = {"Authorization": f"bearer {context.token}"}

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each repository; one that is not found is asked for twice."""
        look_twice(ids, BATCH, self._ask, on_answer, "GitHub knows no such repository")

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        result = self._read_result(
            self._client.ask(
                "POST",
                "/graphql",
                json={"query": build_query(ids)},
                headers=self._headers,
                temporary=frozenset({429, 500, 503}),
            )
        )
        absent = {error.path[0] for error in result.errors if error.type == "NOT_FOUND" and error.path}
        reasons = {error.path[0]: error.message for error in result.errors if error.path}
        if result.data is None or any(error.type in _CUT for error in result.errors):
            raise BatchFailed(f"GitHub: {result.errors[0].message if result.errors else 'no data'}")
        return {
            id_: _make_answer(RepositoryPath.parse(id_), _read_repo(result.data[f"r{number}"]))
            for number, id_ in enumerate(ids)
            if f"r{number}" not in absent and result.data.get(f"r{number}")
        } | _answer_unexplained(ids, result.data, absent, reasons)

    def _read_result(self, response: Response) -> _Result:
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
            raise NotUnderstood(f"GitHub answers {response.status}")
        return result


def _answer_unexplained(
    ids: Sequence[str], data: Mapping[str, Any], absent: set[str | int], reasons: Mapping[str | int, str]
) -> dict[str, Answer]:
    """The ids with null but without the error NOT_FOUND: they are unknown, not dead."""
    aliases = (f"r{number}" for number in range(len(ids)))
    return {
        id_: unknown(f"GitHub: {reasons[alias]}" if reasons.get(alias) else "GitHub gives no reason")
        for id_, alias in zip(ids, aliases, strict=True)
        if alias not in absent and not data.get(alias)
    }


def build_query(ids: Sequence[str]) -> str:
    """Build the query for all `ids`; strings are written as in JSON, which GraphQL reads the same way."""
    fields = "\n".join(
        f"r{number}: {_build_field(RepositoryPath.parse(id_))}" for number, id_ in enumerate(ids)
    )
    rate = "rateLimit { cost remaining resetAt }"
    return f"query {{\n{fields}\n{rate}\n}}\nfragment F on Repository {{ {_FIELDS} }}"


def _build_field(repo_path: RepositoryPath) -> str:
    names = f"owner: {_quote(repo_path.owner)}, name: {_quote(repo_path.name)}"
    files = (
        {f"file{index}": one for index, one in enumerate(repo_path.expressions())} if repo_path.file else {}
    )
    if files:
        files["head"] = f"HEAD:{repo_path.path()}"
    objects = (
        f" {alias}: object(expression: {_quote(one)}) {{ __typename }}" for alias, one in files.items()
    )
    return f"repository({names}) {{ ...F{''.join(objects)} }}"


def _quote(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read_repo(data: Any) -> _Repo:
    try:
        return _Repo.model_validate(data)
    except ValueError as error:
        raise NotUnderstood("GitHub's answer is not of the documented shape") from error


def _make_answer(repo_path: RepositoryPath, repo: _Repo) -> Answer:
    observed = {
        "archived": repo.isArchived,
        "license": repo.licenseInfo.spdxId if repo.licenseInfo else None,
        "pushed": (repo.pushedAt or "")[:10] or None,
        "repository": repo.databaseId,
        "stars": repo.stargazerCount,
    }
    facts = RepositoryRecord(repo.nameWithOwner, repo.description or "", repo.databaseId or 0)
    verdict, detail, moved_to = _find_verdict(repo_path, repo)
    return Answer(verdict, detail, moved_to, facts, {key: value for key, value in observed.items() if value})


def _find_verdict(repo_path: RepositoryPath, repo: _Repo) -> tuple[Verdict, str, str]:
    states = {"archived": repo.isArchived, "empty": repo.isEmpty, "disabled": repo.isDisabled}
    conditions = [word for word, is_so in states.items() if is_so]
    verdict = Verdict.DEGRADED if conditions else Verdict.OK
    branch = repo.defaultBranchRef.name if repo.defaultBranchRef else "HEAD"
    if repo_path.file and not (repo.file0 or repo.file1 or repo.file2):
        if not repo.head:
            return Verdict.DEAD, "the repository has no such file", ""
        return (
            Verdict.MOVED,
            f"the branch is now {branch}",
            _make_url(repo.nameWithOwner, branch, repo_path.path()),
        )
    if is_renamed(repo_path, repo.nameWithOwner):
        conditions.insert(0, f"renamed to {repo.nameWithOwner}")
        return (
            Verdict.MOVED,
            ", ".join(conditions),
            _make_url(repo.nameWithOwner, *repo_path.file.split("/", 1)),
        )
    return verdict, ", ".join(conditions), ""


def is_renamed(repo_path: RepositoryPath, name: str) -> bool:
    """Whether `name` is another name for the repository; letter case does not count, as on GitHub."""
    return name.lower() != f"{repo_path.owner}/{repo_path.name}".lower()


def _make_url(name: str, *file: str) -> str:
    path = "/".join(part for part in file if part)
    return f"https://github.com/{name}" + (f"/blob/{quote(path)}" if path else "")
