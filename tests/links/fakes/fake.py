"""The base class of fakes: the module with a service's name in this folder has a class `Fake`."""

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from generator.entry.model import Entry
from tests.links.fakes.server import Reply, Request

if TYPE_CHECKING:
    from tests.links.fakes.world import World


class FakeService:
    """Answers in the documented shapes of one service, from the facts in `world`."""

    examples: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Addresses with their targets; the first one leads to this service."""
    path: ClassVar[str] = ""
    """The path of the API's address."""

    def __init__(self, world: "World") -> None:
        self.world = world

    def __call__(self, request: Request) -> Reply:
        """Answer a request."""
        raise NotImplementedError

    def add(self, id_: str, entry: Entry) -> None:
        """Make `id_` lead to the work of `entry`, with its title and with all of its authors or none.

        It stays as it is where it leads to another work already.
        """
        raise NotImplementedError


def fake_of(name: str) -> type[FakeService]:
    """The fake of the service `name`; raises `LookupError` if there is none."""
    module = f"tests.links.fakes.{name}"
    try:
        fake: type[FakeService] = import_module(module).Fake
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise LookupError(f"the service {name} has no fake: write {module.replace('.', '/')}.py") from error
    return fake


def example_of(name: str) -> str:
    """An address that leads to the service `name`; raises `LookupError` if its fake has none."""
    examples = fake_of(name).examples
    if not examples:
        raise LookupError(f"the fake of the service {name} has no example of an address")
    return examples[0][0]
