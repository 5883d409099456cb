"""A fake of PubMed's summaries in their documented shape."""

from typing import Any

from generator.entry.model import Entry
from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json
from tests.links.fakes.work import Work


class Fake(FakeService):
    examples = (
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "pubmed:123"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/", "pubmed:PMC123"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123/", "pubmed:PMC123"),
        ("https://www.ncbi.nlm.nih.gov/gene/1", "web:https://www.ncbi.nlm.nih.gov/gene/1"),
    )

    def __call__(self, request: Request) -> Reply:
        prefix = "PMC" if request.query["db"] == ["pmc"] else ""
        numbers = request.query["id"][0].split(",")
        result: dict[str, Any] = {"uids": numbers}
        for number in numbers:
            result[number] = {"uid": number, **_summary(self.world.articles.get(prefix + number))}
        return as_json(200, {"header": {"type": "esummary"}, "result": result})

    def add(self, id_: str, entry: Entry) -> None:
        self.world.articles.setdefault(id_, Work(entry.title, ()))


def _summary(work: Work | None) -> dict[str, Any]:
    if work is None:
        return {"error": "cannot get document summary"}
    authors = [{"name": f"{family} {given[0]}", "authtype": "Author"} for given, family in work.authors]
    kind = "Retracted Publication" if work.retracted else "Journal Article"
    ids = [{"idtype": "doi", "idtypen": 3, "value": work.doi}] if work.doi else []
    return {"title": f"{work.title}.", "authors": authors, "pubtype": [kind], "articleids": ids}
