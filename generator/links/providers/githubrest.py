"""GitHub's REST API: READMEs and other files, and a few repositories for a run without a token."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, StringConstraints

from generator.links.answers.verdict import Answer, RepositoryRecord, Verdict, skipped
from generator.links.asking.client import BatchFailed, Client, ServiceDown, look_twice, split_redirect
from generator.links.asking.service import AnswerCallback, ClientContext
from generator.links.http.answer import MAX_PAGE_BYTES, NotUnderstood, Response
from generator.links.providers.githubgraphql import RepositoryName

TOKEN_HINT = "set GITHUB_TOKEN"
"""The beginning of the detail for a repository that was left unchecked."""

_Text = Annotated[str, StringConstraints(max_length=2000)]


class _License(BaseModel):
    spdx_id: _Text | None = None


class _Repo(BaseModel):
    id: int = 0
    full_name: RepositoryName
    description: _Text | None = None
    archived: bool = False
    disabled: bool = False
    size: int = 1
    pushed_at: _Text | None = None
    stargazers_count: int = 0
    license: _License | None = None


class GithubRest:
    """Repositories by `owner/name`; files in them are not checked."""

    def __init__(self, client: Client, context: ClientContext) -> None:
        self._client, self._left = client, context.anonymous
        self._headers = {"Authorization": f"bearer {context.token}"} if context.token else {}

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for the first repositories, as many as may be asked for; the rest is left unchecked."""
        asked = dict.fromkeys(ids[: self._left])
        self._left -= len(asked)
        unchecked = dict.fromkeys(ids)

        def note_answer(id_: str, answer: Answer) -> None:
            del unchecked[id_]
            on_answer(id_, answer)

        reason = "GitHub's GraphQL API needs a token"
        try:
            look_twice(list(asked), 1, self._ask, note_answer, "GitHub knows no such repository")
        except ServiceDown as error:
            reason = str(error)
        for id_ in unchecked:
            on_answer(id_, skipped(f"{TOKEN_HINT}: {reason}"))

    def readme(self, name: str) -> str | None:
        """Read a repository's README; empty if it has none, None if there is no usable answer."""
        return self._fetch_text(f"/repos/{name}/readme")

    def file(self, name: str, path: str) -> str | None:
        """Read a file of a repository; empty if there is none, None if there is no usable answer."""
        return self._fetch_text(f"/repos/{name}/contents/{path}")

    def _fetch_text(self, path: str) -> str | None:
        headers = {**self._headers, "Accept": "application/vnd.github.raw+json"}
        try:
            response = self._client.ask("GET", path, headers=headers, limit=MAX_PAGE_BYTES)
        except (BatchFailed, ServiceDown):
            return None
        if response.status == 404:
            return ""
        return response.body.decode("utf-8", "replace") if response.status == 200 else None

    def _ask(self, ids: Sequence[str]) -> dict[str, Answer]:
        owner, name = ids[0].split("/")[:2]
        response = self._get(f"/repos/{owner}/{name}")
        if response.status in (301, 307, 308):
            response = self._get(self._find_path(response))
        if response.status == 404:
            return {}
        if response.status == 451:
            return {ids[0]: Answer(Verdict.DEGRADED, "disabled for legal reasons")}
        if response.status == 403 and b"access blocked" in response.body:
            return {ids[0]: Answer(Verdict.DEGRADED, "blocked by GitHub")}
        if response.status != 200:
            raise NotUnderstood(f"GitHub answers {response.status}")
        return {ids[0]: _make_answer(f"{owner}/{name}", response.parse(_Repo))}

    def _get(self, path: str) -> Response:
        response = self._client.ask("GET", path, headers=self._headers)
        if response.status == 403 and response.headers.get("x-ratelimit-remaining") == "0":
            raise ServiceDown("GitHub's limit for this hour is used up")
        return response

    def _find_path(self, response: Response) -> str:
        """The path of a redirect within the service; raises `NotUnderstood` for one to another host."""
        base, parts = urlsplit(self._client.url), split_redirect(self._client.url, response)
        if (parts.scheme, parts.netloc) != (base.scheme, base.netloc) or not parts.path.startswith(base.path):
            raise NotUnderstood("GitHub redirects to another host")
        return parts.path.removeprefix(base.path)


def _make_answer(asked: str, repo: _Repo) -> Answer:
    observed = {
        "archived": repo.archived,
        "license": repo.license.spdx_id if repo.license else None,
        "pushed": (repo.pushed_at or "")[:10],
        "repository": repo.id,
        "stars": repo.stargazers_count,
    }
    states = {"archived": repo.archived, "empty": repo.size == 0, "disabled": repo.disabled}
    conditions = [word for word, is_so in states.items() if is_so]
    renamed = repo.full_name.lower() != asked.lower()
    verdict = Verdict.MOVED if renamed else Verdict.DEGRADED if conditions else Verdict.OK
    return Answer(
        verdict,
        ", ".join([f"renamed to {repo.full_name}"] * renamed + conditions),
        f"https://github.com/{repo.full_name}" if renamed else "",
        RepositoryRecord(repo.full_name, repo.description or "", repo.id),
        {key: value for key, value in observed.items() if value},
    )
