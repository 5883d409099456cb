"""A fake of the Wayback Machine's lookup in its documented shape."""

from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json


class Fake(FakeService):
    def __call__(self, request: Request) -> Reply:
        url = request.query["url"][0]
        copied = next((copy for copy in self.world.copies if copy.partition("://")[2] == url), "")
        if not copied:  # as for every address with its protocol
            return as_json(200, {"url": url, "archived_snapshots": {}})
        there = f"http://web.archive.org/web/20240102030405/{copied}"
        closest = {"status": "200", "available": True, "url": there, "timestamp": "20240102030405"}
        return as_json(200, {"url": url, "archived_snapshots": {"closest": closest}})
