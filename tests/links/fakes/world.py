"""All fake services together, each on its own server, with the environment that has their addresses."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.links.services import SERVICES
from tests.links.fakes.fake import fake_of
from tests.links.fakes.server import FakeClock, Server, serving
from tests.links.fakes.work import Work

if TYPE_CHECKING:
    from tests.links.fakes.arxiv import Paper
    from tests.links.fakes.github import Repo


@dataclass
class World:
    """Facts, and the fakes that answer from them; raises `LookupError` if a service has no fake."""

    clock: FakeClock = field(default_factory=FakeClock)
    papers: "dict[str, Paper]" = field(default_factory=dict)
    repos: "dict[str, Repo]" = field(default_factory=dict)
    """By each name in lower case that leads to them, including old names."""
    works: dict[str, Work] = field(default_factory=dict)
    data: dict[str, Work] = field(default_factory=dict)
    handles: set[str] = field(default_factory=set)
    hub: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By `models/owner/name`, `datasets/owner/name`, `spaces/owner/name`."""
    articles: dict[str, Work] = field(default_factory=dict)
    """By number; numbers of PMC have the prefix `PMC`."""
    copies: set[str] = field(default_factory=set)
    enforce: bool = True
    fakes: dict[str, Any] = field(default_factory=dict)
    servers: dict[str, Server] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fakes = {service.name: fake_of(service.name)(self) for service in SERVICES}

    @contextmanager
    def served(self) -> Iterator[dict[str, str]]:
        """Serve every API; yields the environment with their addresses."""
        with ExitStack() as stack:
            environment = {}
            for service in SERVICES:
                if service.api:
                    fake = self.fakes[service.name]
                    server = self.servers[service.name] = stack.enter_context(serving(fake))
                    environment[service.variable] = server.url + fake.path
            yield environment

    def requests(self, name: str) -> int:
        """The number of requests that a service got."""
        return len(self.servers[name].requests)
