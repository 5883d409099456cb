"""A fake of DataCite's query in its documented shape."""

import re
from typing import Any

from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json
from tests.links.fakes.work import Work


class Fake(FakeService):
    def __call__(self, request: Request) -> Reply:
        dois = re.findall(r'"([^"]*)"', request.query["query"][0])
        size = int(request.query.get("page[size]", ["25"])[0])
        found = [_item(doi, self.world.data[doi]) for doi in dois if doi in self.world.data][:size]
        return as_json(200, {"data": found, "meta": {"total": len(found), "totalPages": 1, "page": 1}})


def _item(doi: str, work: Work) -> dict[str, Any]:
    creators = [{"name": f"{family}, {given}", "familyName": family} for given, family in work.authors]
    attributes: dict[str, Any] = {"doi": doi, "titles": [{"title": work.title}], "creators": creators}
    attributes |= {"state": "findable", "publicationYear": work.date[0], "dates": []}
    if len(work.date) > 1:
        issued = "-".join(f"{part:02}" for part in work.date)
        attributes["dates"] += [
            {"date": "2026-01-02T03:04:05Z", "dateType": "Updated"},
            {"date": issued, "dateType": "Issued"},
        ]
    return {"id": doi, "type": "dois", "attributes": attributes}
