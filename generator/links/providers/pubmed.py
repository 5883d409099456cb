"""PubMed and PMC: summaries of two hundred articles per request, three requests per second."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import SplitResult

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from generator.entry.people import PersonName
from generator.links.answers.verdict import Answer, Target, WorkRecord, answer_for_work
from generator.links.asking.client import Client, look_twice
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, LinkService
from generator.links.http.answer import NotUnderstood

NAME = "pubmed"
BATCH = 200
GAP = 0.34
"""Three requests per second without a key: NCBI's usage policy."""

_Text = Annotated[str, StringConstraints(max_length=5000)]


_SUFFIX = re.compile(r"Jr|Sr|[1-9](?:st|nd|rd|th)|II|III|IV")
MAX_INITIALS = 8
"""Letters of the initials, which may be pairs: `Vilin IuIu`."""


class _Author(BaseModel):
    name: _Text | None = None
    kind: _Text | None = Field(None, alias="authtype")


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

            look_twice(wanted, BATCH, ask, on_answer, "PubMed knows no such article")

    def _ask(self, ids: Sequence[str], database: str) -> Mapping[str, Answer]:
        numbers = [id_.removeprefix("PMC") for id_ in ids]
        parameters = {"db": database, "id": ",".join(numbers), "retmode": "json", "tool": "medvlm"}
        response = self._client.ask("GET", "/esummary.fcgi", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"PubMed answers {response.status}")
        result = response.parse(_Summaries).result
        if not all(number in result for number in numbers):
            raise NotUnderstood("PubMed does not mention what was asked for")  # it names what is missing
        summaries = {id_: _read_summary(result[number]) for id_, number in zip(ids, numbers, strict=True)}
        return {id_: _make_answer(summary) for id_, summary in summaries.items() if not summary.error}


def _read_summary(data: Any) -> _Summary:
    try:
        return _Summary.model_validate(data)
    except ValidationError as error:
        raise NotUnderstood("PubMed's answer is not of the documented shape") from error


def _make_answer(summary: _Summary) -> Answer:
    people = tuple(_make_person(author.name, author.kind or "") for author in summary.authors if author.name)
    doi = next((id_.value for id_ in summary.ids if id_.kind == "doi"), "")
    record = WorkRecord(title=summary.title.rstrip("."), people=people, doi=doi)
    return answer_for_work(record, "retracted" if "Retracted Publication" in summary.pubtype else "")


def _make_person(name: str, kind: str) -> PersonName:
    """Split `van der Laak JA` or `Hardy RH Jr`: a family name, initials, and perhaps a suffix."""
    *words, last = name.split() or [""]
    if kind == "CollectiveName" or not words:
        return PersonName(name, literal=kind == "CollectiveName")
    suffix = last if len(words) > 1 and _SUFFIX.fullmatch(last) else ""
    initials = words.pop() if suffix else last
    if not initials[:1].isupper() or len(initials) > MAX_INITIALS:
        return PersonName(name)
    return PersonName(" ".join(words), initials, suffix=suffix)


def _find_article(parts: SplitResult) -> Target | None:
    match = re.match(r"/(?:pubmed/)?(\d{1,8})/?\Z", parts.path)
    return Target(NAME, match[1]) if match else _find_pmc_article(parts)


def _find_pmc_article(parts: SplitResult) -> Target | None:
    match = re.match(r"/(?:pmc/)?articles/(?:PMC)?(\d{1,9})(?:/|\Z)", parts.path)
    return Target(NAME, f"PMC{match[1]}") if match else None


SERVICE = LinkService(
    name=NAME,
    title="PubMed",
    api="https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    provider=PubMed,
    batch=BATCH,
    hosts={
        "pubmed.ncbi.nlm.nih.gov": _find_article,
        "ncbi.nlm.nih.gov": _find_article,
        "pmc.ncbi.nlm.nih.gov": _find_pmc_article,
    },
)
