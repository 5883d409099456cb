"""Crossref's list of works: fifty DOIs per request, three lists per second in the polite pool."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from generator.entry.people import PersonName
from generator.links.answers.verdict import Answer, WorkRecord, answer_for_work
from generator.links.asking.client import Client, ask_in_batches
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, Service
from generator.links.http.answer import NotUnderstood

BATCH = 50
GAP = 0.34
"""Three lists per second: Crossref's limit since December 2025."""

MAX_FOUND = 5
"""The most works that are asked for by title."""

_FIELDS = (
    "DOI,title,subtitle,author,container-title,issued,volume,issue,page,article-number,relation,updated-by"
)

_RETRACTIONS = {
    "retraction": "retracted",
    "partial_retraction": "retracted",
    "withdrawal": "withdrawn",
    "removal": "removed",
}
"""Types of updates after which a work is no longer to be relied on, with what is said of it."""

_Text = Annotated[str, StringConstraints(max_length=5000)]


class _Author(BaseModel):
    given: _Text | None = None
    family: _Text | None = None
    name: _Text | None = None
    suffix: _Text | None = None


class _Issued(BaseModel):
    parts: list[list[int | None]] = Field([], alias="date-parts")


class _Update(BaseModel):
    type: _Text | None = None


class _Related(BaseModel):
    id: _Text = ""


class _Work(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    doi: _Text = Field(alias="DOI")
    title: list[_Text] = []
    subtitle: list[_Text] = []
    author: list[_Author] = []
    issued: _Issued | None = None
    container: list[_Text] = Field([], alias="container-title")
    volume: _Text | None = None
    issue: _Text | None = None
    page: _Text | None = None
    article: _Text | None = Field(None, alias="article-number")
    relation: dict[str, Any] = {}
    updated_by: list[_Update] = Field([], alias="updated-by")


class _List(BaseModel):
    items: list[_Work]


class _Works(BaseModel):
    message: _List


class _One(BaseModel):
    message: _Work


class Crossref:
    """DOIs that are registered with Crossref."""

    title = "Crossref"

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))
        self._contact = {"mailto": context.contact} if context.contact else {}

    def find_titles(self, title: str) -> dict[str, Answer]:
        """Return the works with the title most like `title`, by DOI.

        Raises BatchFailed, ServiceDown or NotUnderstood where Crossref gives no usable answer.
        """
        parameters = {
            "query.bibliographic": title,
            "rows": str(MAX_FOUND),
            "select": _FIELDS,
            **self._contact,
        }
        response = self._client.ask("GET", "/works", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"Crossref answers {response.status}")
        return {work.doi.lower(): _make_answer(work) for work in response.parse(_Works).message.items}

    def check(self, dois: Sequence[str], on_answer: AnswerCallback) -> list[str]:
        """Answer for each DOI that Crossref knows, and return the others."""
        alone = [doi for doi in dois if "," in doi]
        missing = ask_in_batches([doi for doi in dois if "," not in doi], BATCH, self._ask, on_answer)
        return missing + ask_in_batches(alone, 1, self._ask_one, on_answer)

    def _ask(self, dois: Sequence[str]) -> Mapping[str, Answer]:
        parameters = {
            "filter": ",".join(f"doi:{doi}" for doi in dois),
            "rows": str(len(dois)),
            "select": _FIELDS,
            **self._contact,
        }
        response = self._client.ask("GET", "/works", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"Crossref answers {response.status}")
        return {work.doi.lower(): _make_answer(work) for work in response.parse(_Works).message.items}

    def _ask_one(self, dois: Sequence[str]) -> Mapping[str, Answer]:
        response = self._client.ask("GET", f"/works/{quote(dois[0], safe='')}", params=self._contact)
        if response.status == 404:
            return {}
        if response.status != 200:
            raise NotUnderstood(f"Crossref answers {response.status}")
        return {dois[0]: _make_answer(response.parse(_One).message)}


def _make_answer(work: _Work) -> Answer:
    title, *others = _list_titles(work) or [""]
    record = WorkRecord(
        title=title,
        other_titles=tuple(others),
        people=tuple(person for author in work.author if (person := _make_person(author))),
        date=_read_date(work.issued),
        journal=work.container[-1] if work.container else "",  # the first one may be a series
        volume=work.volume or "",
        number=work.issue or "",
        pages=work.page or work.article or "",
        preprints=tuple(_list_preprints(work.relation)),
    )
    updates = (_RETRACTIONS.get(update.type or "", "") for update in work.updated_by)
    return answer_for_work(record, next(filter(None, updates), ""))


def _list_titles(work: _Work) -> list[str]:
    """The title with its subtitle, if it has one, then all other forms of the title."""
    titles = [" ".join(title.split()) for title in work.title if title.strip()]
    subtitle = " ".join(" ".join(work.subtitle[:1]).split())
    if titles and subtitle and subtitle.lower() not in titles[0].lower():
        return [f"{titles[0].rstrip(':. ')}: {subtitle}", *titles]
    return titles


def _make_person(author: _Author) -> PersonName | None:
    if author.name:
        return PersonName(author.name, literal=True)
    family, given = author.family or author.given or "", author.given if author.family else ""
    return PersonName(family, given or "", suffix=author.suffix or "") if family else None


def _list_preprints(relation: Mapping[str, Any]) -> Iterator[str]:
    """The identifiers of preprints; publishers deposit relations in any form, so what is odd is left out."""
    related = relation.get("has-preprint")
    for item in related if isinstance(related, list) else ():
        with suppress(ValidationError):
            yield _Related.model_validate(item).id


def _read_date(issued: _Issued | None) -> str:
    parts = issued.parts[0] if issued and issued.parts else []
    known = [part for part in parts[:3] if part]
    return "-".join(f"{part:02}" for part in known)


SERVICE = Service(name="crossref", title="Crossref", api="https://api.crossref.org")
