"""PubMed and PMC: summaries of two hundred articles per request, three requests per second."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import SplitResult

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from generator.links.http.answer import NotUnderstood
from generator.links.pacing import Pace
from generator.links.providers.client import Client, ask_in_batches
from generator.links.service import AnswerCallback, ClientContext, LinkService
from generator.links.verdict import Answer, Target, Verdict, WorkRecord, dead, ok

NAME = "pubmed"
BATCH = 200
GAP = 0.34
"""Three requests per second without a key: NCBI's usage policy."""

_Text = Annotated[str, StringConstraints(max_length=5000)]


class _Author(BaseModel):
    name: _Text | None = None


class _Id(BaseModel):
    kind: _Text = Field("", alias="idtype")
    value: _Text = ""


class _Summary(BaseModel):
    title: _Text = ""
    authors: list[_Author] = []
    error: _Text = ""
    pubtype: list[_Text] = []
    ids: list[_Id] = Field([], alias="articleids")


class _Summaries(BaseModel):
    result: dict[str, Any]


class PubMed:
    """Articles by PubMed number, or by PMC number with the prefix `PMC`."""

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each article; one that is not found is asked for twice."""
        for database in ("pubmed", "pmc"):
            wanted = [id_ for id_ in ids if id_.startswith("PMC") == (database == "pmc")]

            def ask(some: Sequence[str], database: str = database) -> Mapping[str, Answer]:
                return self._ask(some, database)

            missing = ask_in_batches(wanted, BATCH, ask, on_answer)
            for id_ in ask_in_batches(missing, BATCH, ask, on_answer):
                on_answer(id_, dead("PubMed knows no such article"))

    def _ask(self, ids: Sequence[str], database: str) -> Mapping[str, Answer]:
        numbers = [id_.removeprefix("PMC") for id_ in ids]
        parameters = {"db": database, "id": ",".join(numbers), "retmode": "json", "tool": "medvlm"}
        response = self._client.ask("GET", "/esummary.fcgi", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"PubMed answers {response.status}")
        result = response.parse(_Summaries).result
        summaries = {
            id_: _summary(result[number])
            for id_, number in zip(ids, numbers, strict=True)
            if number in result
        }
        return {id_: _answer(summary) for id_, summary in summaries.items() if not summary.error}


def _summary(data: Any) -> _Summary:
    try:
        return _Summary.model_validate(data)
    except ValidationError as error:
        raise NotUnderstood("PubMed's answer is not of the documented shape") from error


def _answer(summary: _Summary) -> Answer:
    authors = tuple(author.name for author in summary.authors if author.name)
    doi = next((id_.value for id_ in summary.ids if id_.kind == "doi"), "")
    record = WorkRecord(title=summary.title.rstrip("."), authors=authors, doi=doi)
    if "Retracted Publication" in summary.pubtype:
        return Answer(Verdict.DEGRADED, "retracted", facts=record, observed={"retracted": True})
    return ok(record)


def _article(parts: SplitResult) -> Target | None:
    match = re.match(r"/(?:pubmed/)?(\d{1,8})/?\Z", parts.path)
    return Target(NAME, match[1]) if match else _pmc_article(parts)


def _pmc_article(parts: SplitResult) -> Target | None:
    match = re.match(r"/(?:pmc/)?articles/(?:PMC)?(\d{1,9})(?:/|\Z)", parts.path)
    return Target(NAME, f"PMC{match[1]}") if match else None


SERVICE = LinkService(
    name=NAME,
    title="PubMed",
    api="https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    provider=PubMed,
    batch=BATCH,
    hosts={
        "pubmed.ncbi.nlm.nih.gov": _article,
        "ncbi.nlm.nih.gov": _article,
        "pmc.ncbi.nlm.nih.gov": _pmc_article,
    },
)
