"""GitHub: repositories and files in them."""

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, unquote

from generator.links.answers.verdict import UNASKED, Target
from generator.links.asking.client import Client
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, LinkService
from generator.links.providers.githubgraphql import BATCH, GithubGraphql
from generator.links.providers.githubrest import GithubRest

NAME = "github"

_OTHER = re.compile(
    r"about|apps|collections|contact|customer-stories|enterprise|events|explore|features|join|"
    r"login|marketplace|notifications|orgs|pricing|search|security|settings|sponsors|stars|"
    r"topics|trending|users"
)
_REPOSITORY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}\Z", re.ASCII)


class Github:
    """Repositories, and files in them, by `owner/name[/branch/path]`."""

    def __init__(self, context: ClientContext) -> None:
        client = Client(SERVICE, context, Pace(context.clock))
        self._has_token = bool(context.token)
        self._graphql = GithubGraphql(client, context)
        self._rest = GithubRest(client, context)

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each repository; without a token only for a few, as GraphQL needs one."""
        if self._has_token:
            self._graphql.check(ids, on_answer)
        else:
            self._rest.check(ids, on_answer)

    def readme(self, name: str) -> str | None:
        """Read a repository's README; empty if it has none, None if there is no usable answer."""
        return self._rest.readme(name)

    def file(self, name: str, path: str) -> str | None:
        """Read a file of a repository; empty if there is none, None if there is no usable answer."""
        return self._rest.file(name, path)


def _find_page(parts: SplitResult) -> Target:
    owner, _, rest = parts.path.strip("/").partition("/")
    name, _, rest = rest.partition("/")
    full = f"{owner}/{name.removesuffix('.git')}"
    if _OTHER.fullmatch(owner) or not _REPOSITORY.match(full):
        return _make_unasked(parts)
    kind, _, file = rest.partition("/")
    if kind in ("blob", "tree", "raw") and file.strip("/"):
        return Target(NAME, f"{full}/{unquote(file.strip('/'))}")
    return Target(NAME, full)


def _find_raw_file(parts: SplitResult) -> Target | None:
    owner, _, rest = parts.path.strip("/").partition("/")
    name, _, file = rest.partition("/")
    full = f"{owner}/{name}"
    return Target(NAME, f"{full}/{unquote(file)}") if _REPOSITORY.match(full) and "/" in file else None


def _make_unasked(parts: SplitResult) -> Target:
    return Target(UNASKED, parts.geturl())


SERVICE = LinkService(
    name=NAME,
    title="GitHub",
    api="https://api.github.com",
    provider=Github,
    batch=BATCH,
    hosts={
        "github.com": _find_page,
        "gist.github.com": _make_unasked,
        "raw.githubusercontent.com": _find_raw_file,
    },
)
