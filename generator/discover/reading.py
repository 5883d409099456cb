"""Read the records of some weeks from arXiv, and remember how far, so that the next run continues."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.catalog.discovery import Discovery
from generator.discover.record import Record
from generator.files.project import ProjectFileError, read_inside, write_inside
from generator.links.asking.client import BatchFailed, ServiceDown
from generator.links.http.answer import NotUnderstood
from generator.links.providers.arxiv_search import ArxivSearch, FoundRecord

READING_FILE = ".cache/discover.json"

MAX_BYTES = 256 * 1024 * 1024
MAX_RECORDS = 30_000
"""arXiv gives no more for one query."""


class Incomplete(Exception):
    """arXiv gave no answer before the end; what was read is kept, and the next run continues."""


class _Reading(BaseModel):
    """The state: the query, and its records until it is answered whole; then their ids alone."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    query: str = ""
    next: Annotated[int, Field(ge=0)] = 0
    records: list[Record] = []
    ids: list[str] = []


def make_query(discovery: Discovery, since: date, until: date) -> str:
    """Make the query for works of the categories with a word of each list, submitted in these days.

    >>> make_query(Discovery(categories=["cs.CV"], search=[["film"]]), date(2026, 1, 1), date(2026, 1, 31))
    '(cat:cs.CV) AND (all:"film") AND submittedDate:[202601010000 TO 202601312359]'
    """
    groups = [[f"cat:{category}" for category in discovery.categories]]
    groups += ([f'all:"{word}"' for word in words] for words in discovery.search)
    parts = [f"({' OR '.join(group)})" for group in groups if group]
    return " AND ".join([*parts, f"submittedDate:[{since:%Y%m%d}0000 TO {until:%Y%m%d}2359]"])


def fetch_records(search: ArxivSearch, query: str, root: Path) -> list[Record]:
    """Read all records of `query`; a file of the list at `root` keeps what is read. Raises Incomplete."""
    reading = _read(root)
    if reading.query != query:
        reading = _Reading(query=query)
    known = {record.id for record in reading.records}
    try:
        while True:
            page = search.read_page(query, reading.next)
            reading.records += _drop_known(page.records, known)
            reading.next += len(page.records)
            if reading.next >= min(page.total, MAX_RECORDS) or not page.records:
                break
            _write(root, reading)
    except (BatchFailed, NotUnderstood, ServiceDown) as error:
        _write(root, reading)
        message = f"{error}; {reading.next} records are read: the next run continues from there"
        raise Incomplete(message) from error
    _write(root, _Reading(ids=[record.id for record in reading.records]))
    return reading.records


def _drop_known(found: Iterable[FoundRecord], known: set[str]) -> list[Record]:
    new = [_to_record(one) for one in found if one.id not in known and one.record.title]
    known.update(record.id for record in new)
    return new


def _to_record(found: FoundRecord) -> Record:
    facts = found.record
    return Record(
        found.id,
        facts.title,
        facts.authors,
        facts.abstract,
        found.categories,
        facts.comment,
        facts.date,
        facts.journal,
        facts.doi,
    )


def _read(root: Path) -> _Reading:
    try:
        return _Reading.model_validate_json(read_inside(root, READING_FILE, MAX_BYTES) or b"{}")
    except (ProjectFileError, ValidationError):
        return _Reading()


def _write(root: Path, reading: _Reading) -> None:
    write_inside(root, READING_FILE, json.dumps(reading.model_dump(mode="json"), ensure_ascii=False))
