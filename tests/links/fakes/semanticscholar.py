"""A fake of Semantic Scholar's batch API in its documented shape."""

import json
from typing import Any

from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json


class Fake(FakeService):
    def __call__(self, request: Request) -> Reply:
        fields = request.query["fields"][0].split(",")
        found = [self._paper(id_, fields) for id_ in json.loads(request.body)["ids"]]
        if not any(found):
            return as_json(400, {"error": "No valid paper ids given"})
        return as_json(200, found)

    def _paper(self, id_: str, fields: list[str]) -> dict[str, Any] | None:
        kind, _, number = id_.partition(":")
        paper = self.world.papers.get(number) if kind == "ARXIV" else self.world.works.get(number)
        if paper is None:
            return None
        names = [name if isinstance(name, str) else " ".join(name) for name in paper.authors]
        known = {
            "title": paper.title,
            "year": 2024,
            "externalIds": {"ArXiv": number} if kind == "ARXIV" else {"DOI": number},
            "authors": [{"authorId": "1", "name": name} for name in names],
            "citationCount": paper.citations,
        }
        return {"paperId": "0f", **{field: known[field] for field in fields}}
