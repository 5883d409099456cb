"""Addresses of plain pages; they have no API, so whoever asks for a page serves it."""

from generator.entry.model import Entry
from tests.links.fakes.fake import FakeService


class Fake(FakeService):
    examples = (("https://x.org/page#part", "web:https://x.org/page"),)

    def add(self, id_: str, entry: Entry) -> None:
        """Nothing: no server answers for all pages."""
