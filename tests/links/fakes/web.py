"""The fake of the plain web: it has no API, so a test that needs pages serves them itself."""

from generator.entry.model import Entry
from tests.links.fakes.fake import FakeService


class Fake(FakeService):
    examples = (("https://x.org/page#part", "web:https://x.org/page"),)

    def add(self, id_: str, entry: Entry) -> None:
        """Do nothing: no server answers for all pages."""
