"""All services at once, each on a server of its own, with the environment that names them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.links.fakes.arxiv import FakeArxiv, Paper
from tests.links.fakes.github import FakeGithub, Repo
from tests.links.fakes.registries import (
    FakeCrossref,
    FakeDataCite,
    FakeHandles,
    FakeHub,
    FakePubMed,
    FakeSemanticScholar,
    FakeWayback,
    Work,
)
from tests.links.fakes.server import FakeClock, Server, serving


@dataclass
class World:
    """What is true, and the servers that say it."""

    clock: FakeClock = field(default_factory=FakeClock)
    papers: dict[str, Paper] = field(default_factory=dict)
    repos: dict[str, Repo] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)
    data: dict[str, Work] = field(default_factory=dict)
    handles: set[str] = field(default_factory=set)
    hub: dict[str, dict[str, Any]] = field(default_factory=dict)
    articles: dict[str, Work] = field(default_factory=dict)
    copies: set[str] = field(default_factory=set)
    enforce: bool = True
    fakes: dict[str, Any] = field(default_factory=dict)
    servers: dict[str, Server] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fakes = {
            "ARXIV": FakeArxiv(self.clock, self.papers, enforce=self.enforce),
            "GITHUB": FakeGithub(self.repos),
            "CROSSREF": FakeCrossref(self.clock, self.works, enforce=self.enforce),
            "DATACITE": FakeDataCite(self.data),
            "DOI": FakeHandles(self.handles),
            "HUGGINGFACE": FakeHub(self.hub),
            "SEMANTICSCHOLAR": FakeSemanticScholar(self.papers),
            "PUBMED": FakePubMed(self.articles),
            "WAYBACK": FakeWayback(self.copies),
        }

    @contextmanager
    def served(self) -> Iterator[dict[str, str]]:
        """Serve it all; the environment that leads there."""
        with ExitStack() as stack:
            self.servers = {name: stack.enter_context(serving(fake)) for name, fake in self.fakes.items()}
            suffix = {"HUGGINGFACE": "/api"}
            yield {
                f"MEDVLM_{name}_API": server.url + suffix.get(name, "")
                for name, server in self.servers.items()
            }

    def requests(self, name: str) -> int:
        """How often a service was asked."""
        return len(self.servers[name].requests)
