"""Semantic Scholar's batch API: five hundred ids per request; asked for citations, and in place of arXiv.

arXiv may be down or refuse more requests. Semantic Scholar does not know every paper, so a paper that it
does not know is unknown, never dead.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Annotated

from pydantic import BaseModel, NonNegativeInt, RootModel, StringConstraints

from generator.entry.people import split_name
from generator.links.answers.published import find_published_doi
from generator.links.answers.verdict import Answer, Verdict, WorkRecord, answer_for_work, unknown
from generator.links.asking.client import Client, ServiceDown, ask_in_batches
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, Service
from generator.links.http.answer import NotUnderstood
from generator.links.remembering.citations import COUNT

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
    citationCount: NonNegativeInt | None = None


class _Papers(RootModel[list[_Paper | None]]):
    pass


class SemanticScholar:
    """Papers by arXiv id."""

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))

    def check(
        self, ids: Sequence[str], on_answer: AnswerCallback, because: str = "arXiv is not asked"
    ) -> None:
        """Answer for each id; `because` says why it is not arXiv that is asked."""
        try:
            for id_ in ask_in_batches(ids, BATCH, self._ask, on_answer):
                on_answer(id_, unknown(f"{because}; Semantic Scholar does not know it"))
        except ServiceDown as error:
            raise ServiceDown(f"{because}; {error}") from error

    def count_citations(self, ids: Sequence[str]) -> dict[str, int | None]:
        """Count the citations of `ids`, such as `ARXIV:2210.10163` or `DOI:10.1000/1`.

        The count of an unknown work is None. Ids for which no usable answer came are left out.
        """
        counts: dict[str, int | None] = {}

        def note_answer(id_: str, answer: Answer) -> None:
            if COUNT in answer.observed:
                counts[id_] = answer.observed[COUNT]

        with suppress(ServiceDown):
            counts |= dict.fromkeys(ask_in_batches(ids, BATCH, self._ask_for_counts, note_answer))
        return counts

    def _ask_for_counts(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        papers = zip(ids, self._ask_papers(ids, "citationCount"), strict=False)
        return {
            id_: Answer(Verdict.OK, observed={COUNT: paper.citationCount}) for id_, paper in papers if paper
        }

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        papers = self._ask_papers([f"ARXIV:{id_}" for id_ in ids], "title,authors,year,externalIds")
        return {
            id_: answer_for_work(_make_record(paper))
            for id_, paper in zip(ids, papers, strict=False)
            if paper
        }

    def _ask_papers(self, ids: Sequence[str], fields: str) -> list[_Paper | None]:
        """What is known of `ids`, in their order; empty where no id is known."""
        response = self._client.ask("POST", "/paper/batch", params={"fields": fields}, json={"ids": [*ids]})
        if response.status in (400, 404) and b"No valid paper ids" in response.body:
            return []
        if response.status != 200:
            raise NotUnderstood(f"Semantic Scholar answers {response.status}")
        papers = response.parse(_Papers).root
        if len(papers) != len(ids):
            raise NotUnderstood("Semantic Scholar answers for other ids")
        return papers


def _make_record(paper: _Paper) -> WorkRecord:
    people = tuple(split_name(author.name) for author in paper.authors or () if author.name)
    doi = str((paper.externalIds or {}).get("DOI") or "")
    return WorkRecord(title=paper.title or "", people=people, doi=find_published_doi(doi))


SERVICE = Service(
    name="semanticscholar", title="Semantic Scholar", api="https://api.semanticscholar.org/graph/v1"
)
