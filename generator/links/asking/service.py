"""The description of a link service, the provider that asks it, and the context that all providers share."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import SplitResult

from generator.links.answers.verdict import Answer, Target
from generator.links.asking.pacing import Clock
from generator.links.http.answer import API_DEADLINE
from generator.links.http.guard import AddressGuard
from generator.links.http.hearing import Hearing
from generator.options import WrongUsage

if TYPE_CHECKING:
    from generator.links.http.session import Session

TargetFinder = Callable[[SplitResult], Target | None]
"""Finds the target that a split web address leads to, or None if it holds no id of the service."""

AnswerCallback = Callable[[str, Answer], None]
"""Receives an id and the answer for it."""


def read_host(parts: SplitResult) -> str:
    """The host of a split address, without `www.`."""
    return (parts.hostname or "").removeprefix("www.")


_ADDRESS = re.compile(r"https?://(?:\[[0-9a-fA-F:]+\]|[^\s/\[\]]+)(?:/\S*)?")


@dataclass(frozen=True, slots=True)
class ClientContext:
    """What the providers of all services share: the clock, our User-Agent, credentials and limits."""

    clock: Clock
    agent: str
    recognize: Callable[[str], Target]
    """Finds the target of an address: a redirect may lead to another service."""
    contact: str = ""
    token: str = ""
    anonymous: int = 0
    """How many repositories GitHub may be asked for without a token: it allows sixty requests an hour."""
    private: bool = False
    seconds: float = API_DEADLINE
    """The longest time for one request to a service, in seconds."""
    hearing: Hearing = field(default_factory=Hearing, compare=False)

    def session(self, *, private: bool, connections: int) -> "Session":
        """Make a session with our User-Agent; with `private` it also connects to private addresses."""
        # Imported here: the site recognizes addresses too, and must not load an HTTP library for it.
        from generator.links.http.session import Session

        return Session(AddressGuard(private=private), self.agent, connections, self.hearing)


class Provider(Protocol):
    """Asks one service about ids; most send their requests through a `client.Client`."""

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Ask for `ids` and call `on_answer` once for each.

        Raises `ServiceDown` if the service can be asked no more; the other ids get no answer.
        """


@dataclass(frozen=True, slots=True)
class ApiAddress:
    """The base address of an API; one that a person chose (`is_custom`) may be a private address."""

    url: str
    is_custom: bool


@dataclass(frozen=True, kw_only=True)
class Service:
    """A service with an API that we ask.

    >>> crossref = Service(name="crossref", title="Crossref", api="https://api.crossref.org")
    >>> crossref.variable
    'MEDVLM_CROSSREF_API'
    """

    name: str
    """The name in targets, options and the memory: lower-case letters."""
    title: str
    """The name in messages."""
    api: str
    """The documented address of the API; empty for the plain web, which has none."""

    @property
    def variable(self) -> str:
        """The environment variable that sets another address of the API."""
        return f"MEDVLM_{self.name.upper()}_API"

    def api_address(self, environment: Mapping[str, str] = os.environ) -> ApiAddress:
        """The address to ask: that of the environment, else the documented one. Raises WrongUsage."""
        url = environment.get(self.variable) or self.api
        if url and not _ADDRESS.fullmatch(url):
            raise WrongUsage(f"{self.variable} is no address: write one such as {self.api}")
        return ApiAddress(url.rstrip("/"), url != self.api)


@dataclass(frozen=True, kw_only=True)
class LinkService(Service):
    """A service that links lead to: which addresses belong to it, and which provider asks it.

    `providers/pubmed.py` is a short example.
    """

    provider: Callable[[ClientContext], Provider]
    batch: int = 1
    """How many ids one request asks for."""
    hosts: Mapping[str, TargetFinder] = field(default_factory=dict)
    """Its hosts, without `www.`, each with the finder for its addresses; two services may share a host."""
    guess: TargetFinder | None = None
    """Guesses an id from an address at any other host, perhaps wrongly."""
