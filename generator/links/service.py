"""What a link service says about itself, and what every service is given to work with."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import SplitResult

from generator.links.http.answer import API_DEADLINE
from generator.links.http.guard import AddressGuard
from generator.links.pacing import Clock
from generator.links.verdict import Answer, Target

if TYPE_CHECKING:
    from generator.links.http.session import Session

TargetFinder = Callable[[SplitResult], Target | None]
"""Reads a web address; the target that it leads to, or None where it holds no id of the service."""

AnswerCallback = Callable[[str, Answer], None]
"""Takes the answer about one id."""


def host_of(parts: SplitResult) -> str:
    """The host of an address, without `www.`."""
    return (parts.hostname or "").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class ClientContext:
    """What all services share: the time, who we say we are, what they may do and how long it may take."""

    clock: Clock
    agent: str
    recognize: Callable[[str], Target]
    """Which service knows an address: a redirect may lead to another service."""
    contact: str = ""
    token: str = ""
    private: bool = False
    seconds: float = API_DEADLINE
    """The longest time for one request to a service."""

    def session(self, *, private: bool, connections: int) -> "Session":
        """Connections under our name; with `private` also to addresses that are not public."""
        # Imported here: the site recognizes addresses too, and must not load an HTTP library for it.
        from generator.links.http.session import Session

        return Session(AddressGuard(private=private), self.agent, connections)


class Provider(Protocol):
    """Asks one service."""

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Call `on_answer` once for each id; after `ServiceDown` the rest has no answer."""


@dataclass(frozen=True, slots=True)
class ApiAddress:
    """The base address of a service; `chosen` where a person named it, who may name a private one."""

    url: str
    is_custom: bool


@dataclass(frozen=True, kw_only=True)
class Service:
    """A service with an API that providers ask.

    >>> crossref = Service(name="crossref", title="Crossref", api="https://api.crossref.org")
    >>> crossref.variable
    'MEDVLM_CROSSREF_API'
    """

    name: str
    """In targets, options and the memory: lower-case letters."""
    title: str
    """In messages."""
    api: str
    """The documented address of its API; empty for the plain web, which has none."""

    @property
    def variable(self) -> str:
        """The environment variable that names another address of the API."""
        return f"MEDVLM_{self.name.upper()}_API"

    def api_address(self, environment: Mapping[str, str] = os.environ) -> ApiAddress:
        """The address to ask: the documented one, or that of the environment."""
        url = environment.get(self.variable) or self.api
        return ApiAddress(url.rstrip("/"), url != self.api)


@dataclass(frozen=True, kw_only=True)
class LinkService(Service):
    """A service that links lead to: which addresses are its own, and how it is asked about them."""

    provider: Callable[[ClientContext], Provider]
    batch: int = 1
    """How many ids one request asks for."""
    hosts: Mapping[str, TargetFinder] = field(default_factory=dict)
    """Its hosts, without `www.`, each with what reads the addresses there; two services may share one."""
    guess: TargetFinder | None = None
    """Reads an id out of an address at any other host, perhaps wrongly."""
