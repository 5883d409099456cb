"""DataCite's query: fifty DOIs per request; it registers the DOIs of Zenodo, figshare, Dryad and the like."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from generator.entry.people import PersonName, split_name
from generator.entry.written_forms import find_date_error
from generator.links.answers.verdict import Answer, WorkRecord, answer_for_work
from generator.links.asking.client import Client, ask_in_batches
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, Service
from generator.links.http.answer import NotUnderstood

BATCH = 50
MAX_REQUESTS, WINDOW = 500, 300.0
"""Requests per IP address in five minutes, without an account."""

_Text = Annotated[str, StringConstraints(max_length=5000)]


class _Title(BaseModel):
    title: _Text | None = None


class _Creator(BaseModel):
    name: _Text | None = None
    family: _Text | None = Field(None, alias="familyName")
    given: _Text | None = Field(None, alias="givenName")
    kind: _Text | None = Field(None, alias="nameType")


class _Date(BaseModel):
    date: _Text | None = None
    kind: _Text | None = Field(None, alias="dateType")


class _Attributes(BaseModel):
    doi: _Text
    titles: list[_Title] = []
    creators: list[_Creator] = []
    dates: list[_Date] = []
    year: int | str | None = Field(None, alias="publicationYear")


class _Item(BaseModel):
    attributes: _Attributes


class _Items(BaseModel):
    data: list[_Item]


class DataCite:
    """DOIs that are registered with DataCite."""

    title = "DataCite"

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, limit=MAX_REQUESTS, window=WINDOW))

    def check(self, dois: Sequence[str], on_answer: AnswerCallback) -> list[str]:
        """Answer for each DOI that DataCite knows, and return the others."""
        plain = [doi for doi in dois if '"' not in doi and "\\" not in doi]
        return [doi for doi in dois if doi not in plain] + ask_in_batches(plain, BATCH, self._ask, on_answer)

    def _ask(self, dois: Sequence[str]) -> Mapping[str, Answer]:
        listed = " OR ".join(f'"{doi}"' for doi in dois)
        parameters = {
            "query": f"doi:({listed})",
            "page[size]": str(len(dois)),
            "fields[dois]": "doi,titles,creators,dates,publicationYear,state,url",
        }
        response = self._client.ask("GET", "/dois", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"DataCite answers {response.status}")
        items = (item.attributes for item in response.parse(_Items).data)
        return {item.doi.lower(): answer_for_work(_make_record(item)) for item in items}


def _make_record(item: _Attributes) -> WorkRecord:
    title, *others = [title.title for title in item.titles if title.title] or [""]
    # Some depositors name each creator twice.
    people = dict.fromkeys(person for creator in item.creators if (person := _make_person(creator)))
    return WorkRecord(title=title, other_titles=tuple(others), people=tuple(people), date=_find_date(item))


def _make_person(creator: _Creator) -> PersonName | None:
    name = " ".join((creator.name or "").split())
    if creator.kind == "Organizational":
        return PersonName(name, literal=True) if name else None
    if creator.family and creator.given:
        return PersonName(" ".join(creator.family.split()), " ".join(creator.given.split()))
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and "," not in given:
        return PersonName(family, given)  # as DataCite writes people
    return split_name(name) if name else None


def _find_date(item: _Attributes) -> str:
    """The day on which it was issued, or else made available; else the year of publication."""
    for kind in ("Issued", "Available"):
        for date in item.dates:
            # A date may have a time after it, or be a range.
            found = re.match(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9])", date.date or "")
            if found and date.kind == kind and not find_date_error(found[0]):
                return found[0]
    year = str(item.year or "")
    return "" if find_date_error(year) else year


SERVICE = Service(name="datacite", title="DataCite", api="https://api.datacite.org")
