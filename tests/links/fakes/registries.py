"""Crossref, DataCite, doi.org, Semantic Scholar, PubMed, Hugging Face and the Wayback Machine."""

import json
import re
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from tests.links.fakes.server import FakeClock, Reply, Request


def as_json(status: int, data: Any, headers: dict[str, str] | None = None) -> Reply:
    return Reply(status, json.dumps(data).encode(), {"Content-Type": "application/json", **(headers or {})})


@dataclass
class Work:
    title: str
    authors: tuple[tuple[str, str], ...] = (("Ada", "Example"), ("Björn", "Muster"))
    date: tuple[int, ...] = (2024, 5, 1)
    retracted: bool = False
    container: str = ""


@dataclass
class FakeCrossref:
    clock: FakeClock
    works: dict[str, Work]
    enforce: bool = True
    lists_a_second: int = 3
    knows_updated_by: bool = True
    throttled: int = 0
    broken: bool = False
    _times: deque[float] = field(default_factory=deque)

    def __call__(self, request: Request) -> Reply:
        now = self.clock.monotonic()
        self._times.append(now)
        recent = [time for time in self._times if now - time < 1.0]
        if self.enforce and len(recent) > self.lists_a_second:
            self.throttled += 1
            return Reply(429, b"Too many requests", {"Retry-After": "1"})
        if self.broken:
            return Reply(500, b"oops")
        if request.path == "/works":
            return self._list(request)
        work = self.works.get(unquote(request.path.removeprefix("/works/")).lower())
        if work is None:
            return Reply(404, b"Resource not found.", {"Content-Type": "text/plain"})
        doi = unquote(request.path.removeprefix("/works/"))
        return as_json(200, {"status": "ok", "message-type": "work", "message": _work(doi, work)})

    def _list(self, request: Request) -> Reply:
        fields = request.query["select"][0].split(",")
        if "updated-by" in fields and not self.knows_updated_by:
            return as_json(400, {"status": "failed", "message": [{"value": "updated-by"}]})
        dois = [part.removeprefix("doi:") for part in request.query["filter"][0].split(",")]
        rows = int(request.query.get("rows", ["20"])[0])
        items = [_work(doi.lower(), self.works[doi.lower()]) for doi in dois if doi.lower() in self.works]
        return as_json(
            200, {"status": "ok", "message-type": "work-list", "message": {"items": items[:rows][::-1]}}
        )


def _work(doi: str, work: Work) -> dict[str, Any]:
    item: dict[str, Any] = {
        "DOI": doi.lower(),
        "title": [work.title],
        "author": [{"given": given, "family": family, "sequence": "first"} for given, family in work.authors],
        "issued": {"date-parts": [list(work.date)]},
    }
    if work.container:
        item["container-title"] = [work.container]
    if work.retracted:
        item["updated-by"] = [{"type": "retraction", "DOI": "10.5555/ret", "source": "retraction-watch"}]
    return item


@dataclass
class FakeDataCite:
    works: dict[str, Work]

    def __call__(self, request: Request) -> Reply:
        dois = re.findall(r'"([^"]*)"', request.query["query"][0])
        size = int(request.query.get("page[size]", ["25"])[0])
        found = [_datacite(doi, self.works[doi]) for doi in dois if doi in self.works][:size]
        return as_json(200, {"data": found, "meta": {"total": len(found), "totalPages": 1, "page": 1}})


def _datacite(doi: str, work: Work) -> dict[str, Any]:
    creators = [{"name": f"{family}, {given}", "familyName": family} for given, family in work.authors]
    attributes = {"doi": doi, "titles": [{"title": work.title}], "creators": creators, "state": "findable"}
    return {"id": doi, "type": "dois", "attributes": attributes}


@dataclass
class FakeHandles:
    known: set[str]
    forget_once: set[str] = field(default_factory=set)

    def __call__(self, request: Request) -> Reply:
        doi = unquote(request.path.removeprefix("/"))
        if doi in self.known and doi not in self.forget_once:
            values = [
                {
                    "index": 1,
                    "type": "URL",
                    "data": {"format": "string", "value": "https://journal.example/a"},
                }
            ]
            return as_json(200, {"responseCode": 1, "handle": doi, "values": values})
        self.forget_once.discard(doi)
        return as_json(404, {"responseCode": 100, "handle": doi})


@dataclass
class FakeSemanticScholar:
    papers: dict[str, Any]

    def __call__(self, request: Request) -> Reply:
        ids = json.loads(request.body)["ids"]
        found = [self._paper(id_.removeprefix("ARXIV:")) for id_ in ids]
        if not any(found):
            return as_json(400, {"error": "No valid paper ids given"})
        return as_json(200, found)

    def _paper(self, id_: str) -> dict[str, Any] | None:
        paper = self.papers.get(id_)
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


@dataclass
class FakePubMed:
    articles: dict[str, Work]
    """By number, those of PMC with `PMC` before it."""

    def __call__(self, request: Request) -> Reply:
        prefix = "PMC" if request.query["db"] == ["pmc"] else ""
        numbers = request.query["id"][0].split(",")
        result: dict[str, Any] = {"uids": numbers}
        for number in numbers:
            work = self.articles.get(prefix + number)
            if work is None:
                result[number] = {"uid": number, "error": "cannot get document summary"}
                continue
            authors = [
                {"name": f"{family} {given[0]}", "authtype": "Author"} for given, family in work.authors
            ]
            kinds = ["Retracted Publication"] if work.retracted else ["Journal Article"]
            result[number] = {"uid": number, "title": f"{work.title}.", "authors": authors, "pubtype": kinds}
        return as_json(200, {"header": {"type": "esummary"}, "result": result})


@dataclass
class FakeHub:
    items: dict[str, dict[str, Any]]
    """By `models/owner/name` and so on."""
    moved: dict[str, str] = field(default_factory=dict)
    forget_once: set[str] = field(default_factory=set)

    def __call__(self, request: Request) -> Reply:
        key = request.path.strip("/").removeprefix("api/")
        if key in self.moved:
            return Reply(307, b"", {"Location": f"/api/{self.moved[key]}"})
        item = self.items.get(key)
        if item is None or key in self.forget_once:
            self.forget_once.discard(key)
            return as_json(401, {"error": "Repository not found"}, {"X-Error-Code": "RepoNotFound"})
        if item.get("gated") == "hidden":
            return as_json(401, {"error": "gated"}, {"X-Error-Code": "GatedRepo"})
        return as_json(200, {"id": key.partition("/")[2], "private": False, "disabled": False, **item})


@dataclass
class FakeWayback:
    copies: set[str]

    def __call__(self, request: Request) -> Reply:
        url = request.query["url"][0]
        if url not in self.copies:
            return as_json(200, {"url": url, "archived_snapshots": {}})
        there = f"http://web.archive.org/web/20240102030405/{url}"
        closest = {"status": "200", "available": True, "url": there, "timestamp": "20240102030405"}
        return as_json(200, {"url": url, "archived_snapshots": {"closest": closest}})
