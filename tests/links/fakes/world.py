"""All services at once, each on a server of its own, with the environment that names them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.links.registry import SERVICES
from tests.links.fakes.fake import fake_of
from tests.links.fakes.server import FakeClock, Server, serving
from tests.links.fakes.work import Work

if TYPE_CHECKING:
    from tests.links.fakes.arxiv import Paper
    from tests.links.fakes.github import Repo


@dataclass
class World:
    """What is true, and the fakes that say it; a registered service without a fake is a `LookupError`."""

    clock: FakeClock = field(default_factory=FakeClock)
    papers: "dict[str, Paper]" = field(default_factory=dict)
    repos: "dict[str, Repo]" = field(default_factory=dict)
    """By every name in lower case that leads to them, old ones too."""
    works: dict[str, Work] = field(default_factory=dict)
    data: dict[str, Work] = field(default_factory=dict)
    handles: set[str] = field(default_factory=set)
    hub: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By `models/owner/name` and so on."""
    articles: dict[str, Work] = field(default_factory=dict)
    """By number, those of PMC with `PMC` before it."""
    copies: set[str] = field(default_factory=set)
    enforce: bool = True
    fakes: dict[str, Any] = field(default_factory=dict)
    servers: dict[str, Server] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fakes = {service.name: fake_of(service.name)(self) for service in SERVICES}

    @contextmanager
    def served(self) -> Iterator[dict[str, str]]:
        """Serve every API; the environment that leads there."""
        with ExitStack() as stack:
            environment = {}
            for service in SERVICES:
                if service.api:
                    fake = self.fakes[service.name]
                    server = self.servers[service.name] = stack.enter_context(serving(fake))
                    environment[service.variable] = server.url + fake.path
            yield environment

    def requests(self, name: str) -> int:
        """How often a service was asked."""
        return len(self.servers[name].requests)
