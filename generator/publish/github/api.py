"""The few calls of GitHub's REST API that publishing needs; they are documented at docs.github.com/rest."""

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import requests

from generator.links.client_context import read_token
from generator.links.providers import github

_TIMEOUT = 30
_PER_PAGE = 100
_MAX_PAGES = 20
_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9_][A-Za-z0-9._-]*\Z")


class PublishError(Exception):
    """GitHub or git refused; the message says what was asked, and never contains the token."""


class GithubRepository:
    """The REST API of one repository on GitHub."""

    def __init__(
        self, name: str, token: str, api: str = github.SERVICE.api, server: str = "https://github.com"
    ) -> None:
        if not _REPOSITORY.match(name):
            raise PublishError(f"`{name}` is not a repository: write owner/name")
        self.name, self.server = name, server.rstrip("/")
        self._base = f"{api.rstrip('/')}/repos/{name}"
        self._session = requests.Session()
        self._session.headers.update(
            {
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {token}",
                "X-GitHub-Api-Version": "2022-11-28",
            }
        )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "GithubRepository":
        """The repository whose workflow runs this (GITHUB_REPOSITORY, GITHUB_TOKEN)."""
        missing = [name for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN") if not environment.get(name)]
        if missing:
            raise PublishError(f"set {' and '.join(missing)}")
        api = github.SERVICE.api_address(environment).url
        server = environment.get("GITHUB_SERVER_URL") or "https://github.com"
        return cls(environment["GITHUB_REPOSITORY"], read_token(environment), api, server)

    @property
    def owner(self) -> str:
        """The owner's name."""
        return self.name.partition("/")[0]

    @property
    def page(self) -> str:
        """The address of the repository for people."""
        return f"{self.server}/{self.name}"

    def get(self, path: str, **query: str) -> Any:
        """Get the content of `path` below the repository."""
        return self._call("GET", path, params=query)

    def pages(self, path: str, **query: str) -> Iterator[Mapping[str, Any]]:
        """Get the items of the list at `path`, page by page, up to 2,000."""
        for page in range(1, _MAX_PAGES + 1):
            items = self.get(path, per_page=str(_PER_PAGE), page=str(page), **query)
            yield from items
            if len(items) < _PER_PAGE:
                return

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Create an object at `path`."""
        return self._call("POST", path, json=body)

    def patch(self, path: str, body: Mapping[str, Any]) -> Any:
        """Change the object at `path`."""
        return self._call("PATCH", path, json=body)

    def delete(self, path: str) -> None:
        """Delete the object at `path`."""
        self._call("DELETE", path)

    def upload(self, address: str, name: str, content: bytes, media_type: str) -> None:
        """Upload a file to `address`, the `upload_url` that GitHub gives with a release.

        Raises PublishError for an address on another host than GitHub's, as the token goes there too.
        """
        plain = address.partition("{")[0]
        self._check_upload(plain)
        self._request(
            "POST", plain, params={"name": name}, data=content, headers={"Content-Type": media_type}
        )

    def _check_upload(self, address: str) -> None:
        given, api = urlsplit(address), urlsplit(self._base)
        hosts = {api.netloc, f"uploads.{urlsplit(self.server).netloc}"}
        if given.scheme != api.scheme or given.netloc not in hosts:
            raise PublishError(f"an upload to {given.netloc or 'no host'} is refused")

    def _call(self, method: str, path: str, **options: Any) -> Any:
        return self._request(method, f"{self._base}/{path}", **options)

    def _request(self, method: str, address: str, **options: Any) -> Any:
        shown = address.removeprefix(f"{self._base}/")
        try:
            answer = self._session.request(
                method, address, timeout=_TIMEOUT, allow_redirects=False, **options
            )
            if not 200 <= answer.status_code < 300:
                raise PublishError(f"{method} {shown}: GitHub answers {answer.status_code}")
            return answer.json() if answer.content else {}
        except requests.RequestException as error:
            raise PublishError(f"{method} {shown}: {type(error).__name__}") from error
