"""A fake of Semantic Scholar's batch API in its documented shape."""

import json
from typing import Any

from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json


class Fake(FakeService):
    def __call__(self, request: Request) -> Reply:
        ids = json.loads(request.body)["ids"]
        found = [self._paper(id_.removeprefix("ARXIV:")) for id_ in ids]
        if not any(found):
            return as_json(400, {"error": "No valid paper ids given"})
        return as_json(200, found)

    def _paper(self, id_: str) -> dict[str, Any] | None:
        paper = self.world.papers.get(id_)
        if paper is None:
            return None
        authors = [{"authorId": "1", "name": name} for name in paper.authors]
        return {
            "paperId": "0f",
            "title": paper.title,
            "year": 2024,
            "externalIds": {"ArXiv": id_},
            "authors": authors,
        }
