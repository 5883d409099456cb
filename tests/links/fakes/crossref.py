"""A fake of Crossref: lists and single works in their documented shapes, and the limit."""

from collections import deque
from typing import Any
from urllib.parse import unquote

from generator.text import split_words
from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request, as_json
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

LISTS_A_SECOND = 3
SELECTABLE = {
    *("DOI", "article-number", "author", "container-title", "issue", "issued", "page", "published"),
    *("relation", "resource", "subtitle", "title", "type", "update-to", "updated-by", "volume"),
}
"""Some of the names that the API's own error message lists; it refuses all others."""


class Fake(FakeService):
    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.throttled = 0
        self.broken = False
        self._times: deque[float] = deque()

    def __call__(self, request: Request) -> Reply:
        now = self.world.clock.monotonic()
        self._times.append(now)
        recent = [time for time in self._times if now - time < 1.0]
        if self.world.enforce and len(recent) > LISTS_A_SECOND:
            self.throttled += 1
            return Reply(429, b"Too many requests", {"Retry-After": "1"})
        if self.broken:
            return Reply(500, b"oops")
        if request.path == "/works":
            return self._list(request)
        doi = unquote(request.path.removeprefix("/works/"))
        work = self.world.works.get(doi.lower())
        if work is None:
            return Reply(404, b"Resource not found.", {"Content-Type": "text/plain"})
        return as_json(200, {"status": "ok", "message-type": "work", "message": _work(doi, work)})

    def _list(self, request: Request) -> Reply:
        fields = request.query["select"][0].split(",")
        if not SELECTABLE.issuperset(fields):
            return as_json(400, {"status": "failed", "message": [{"type": "parameter-not-allowed"}]})
        if "query.bibliographic" in request.query:
            return self._found(request.query["query.bibliographic"][0], int(request.query["rows"][0]))
        dois = [part.removeprefix("doi:").lower() for part in request.query["filter"][0].split(",")]
        rows = int(request.query.get("rows", ["20"])[0])
        items = [_work(doi, self.world.works[doi]) for doi in dois if doi in self.world.works]
        return as_json(
            200, {"status": "ok", "message-type": "work-list", "message": {"items": items[:rows][::-1]}}
        )

    def _found(self, title: str, rows: int) -> Reply:
        """The works that share most words with `title`, as Crossref finds them: it always finds some."""
        wanted = set(split_words(title))
        works = sorted(
            self.world.works.items(), key=lambda item: -len(wanted & set(split_words(item[1].title)))
        )
        items = [_work(doi, work) for doi, work in works[:rows]]
        return as_json(200, {"status": "ok", "message-type": "work-list", "message": {"items": items}})


def _work(doi: str, work: Work) -> dict[str, Any]:
    item: dict[str, Any] = {
        "DOI": doi.lower(),
        "title": [work.title],
        "author": [{"given": given, "family": family, "sequence": "first"} for given, family in work.authors],
        "issued": {"date-parts": [list(work.date)]},
    }
    if work.group:
        item["author"].append({"name": work.group, "sequence": "additional", "affiliation": []})
    if work.subtitle:
        item["subtitle"] = [work.subtitle]
    parts = {"volume": work.volume, "issue": work.number, "page": work.pages, "article-number": work.article}
    item |= {key: text for key, text in parts.items() if text}
    if work.preprint:
        related = {"id-type": "doi", "id": work.preprint, "asserted-by": "subject"}
        item["relation"] = {"has-preprint": [related]}
    if work.container:
        item["container-title"] = [*([work.series] if work.series else []), work.container]
    if work.retracted:
        item["updated-by"] = [{"type": "retraction", "DOI": "10.5555/ret", "source": "retraction-watch"}]
    return item
