"""The form of a service's fake: the module of the service's name in this folder has a class `Fake`."""

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from generator.entry.model import Entry
from tests.links.fakes.server import Reply, Request

if TYPE_CHECKING:
    from tests.links.fakes.world import World


class FakeService:
    """Answers in the documented shapes of one service, from what is true in `world`."""

    examples: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Addresses at its hosts, each with its target; the first one leads to this service."""
    path: ClassVar[str] = ""
    """What follows the host in the address of its API."""

    def __init__(self, world: "World") -> None:
        self.world = world

    def __call__(self, request: Request) -> Reply:
        """The answer to a request."""
        raise NotImplementedError

    def add(self, id_: str, entry: Entry) -> None:
        """Make it true that `id_` leads to the work of `entry`, unless it leads to another work already."""
        raise NotImplementedError


def fake_of(name: str) -> type[FakeService]:
    """The fake of the service `name`; `LookupError` where nobody wrote it."""
    module = f"tests.links.fakes.{name}"
    try:
        fake: type[FakeService] = import_module(module).Fake
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise LookupError(f"the service {name} has no fake: write {module.replace('.', '/')}.py") from error
    return fake


def example_of(name: str) -> str:
    """An address that leads to the service `name`; `LookupError` where its fake gives none."""
    examples = fake_of(name).examples
    if not examples:
        raise LookupError(f"the fake of the service {name} has no example of an address")
    return examples[0][0]
