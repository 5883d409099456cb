"""Semantic Scholar's batch API: five hundred ids per request; asked when arXiv refuses more requests.

It does not know every paper, so a paper that it does not know is unknown, never dead.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, RootModel, StringConstraints

from generator.links.http.answer import NotUnderstood
from generator.links.pacing import Pace
from generator.links.providers.client import Client, ask_in_batches
from generator.links.service import AnswerCallback, ClientContext, Service
from generator.links.verdict import Answer, WorkRecord, ok, unknown

BATCH = 500
GAP = 1.0
"""One request per second: the rate with a key; without a key everybody shares one rate."""

_Text = Annotated[str, StringConstraints(max_length=2000)]


class _Author(BaseModel):
    name: _Text | None = None


class _Paper(BaseModel):
    title: _Text | None = None
    authors: list[_Author] | None = None
    externalIds: dict[str, str | int | None] | None = None


class _Papers(RootModel[list[_Paper | None]]):
    pass


class SemanticScholar:
    """Papers by arXiv id."""

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each id."""
        for id_ in ask_in_batches(ids, BATCH, self._ask, on_answer):
            on_answer(id_, unknown("arXiv refuses more requests, and Semantic Scholar does not know it"))

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        response = self._client.ask(
            "POST",
            "/paper/batch",
            params={"fields": "title,authors,year,externalIds"},
            json={"ids": [f"ARXIV:{id_}" for id_ in ids]},
        )
        if response.status in (400, 404) and b"No valid paper ids" in response.body:
            return {}
        if response.status != 200:
            raise NotUnderstood(f"Semantic Scholar answers {response.status}")
        papers = response.parse(_Papers).root
        if len(papers) != len(ids):
            raise NotUnderstood("Semantic Scholar answers for other ids")
        return {id_: ok(_record(paper)) for id_, paper in zip(ids, papers, strict=True) if paper}


def _record(paper: _Paper) -> WorkRecord:
    authors = tuple(author.name for author in paper.authors or () if author.name)
    doi = str((paper.externalIds or {}).get("DOI") or "")
    published = "" if doi.lower().startswith("10.48550/") else doi
    return WorkRecord(title=paper.title or "", authors=authors, doi=published)


SERVICE = Service(
    name="semanticscholar", title="Semantic Scholar", api="https://api.semanticscholar.org/graph/v1"
)
