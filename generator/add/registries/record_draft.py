"""Make a draft from a registry's record of a work."""

import re
from typing import Any

from generator.add import cleaning
from generator.add.draft import Draft
from generator.add.registries.own_links import read_own_links
from generator.entry.identifiers import BY_FIELD
from generator.entry.identifiers import DOI as DOI_ID
from generator.entry.volume_forms import read_pages, read_volume
from generator.links.answers.retraction import strip_retraction
from generator.links.answers.verdict import Answer, Target, WorkRecord
from generator.links.compare.dates import read_arxiv_month
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.pubmed import NAME as PUBMED

TITLES = {ARXIV: "arXiv", DOI: "the DOI's record", PUBMED: "PubMed"}
"""What sentences call the source of facts about a work."""


def read_identifier_fields(target: Target) -> dict[str, str]:
    """The field of an entry that `target` fills, with its value; empty for what is no identifier."""
    row = BY_FIELD.get(target.service)
    return {row.field: target.id} if row and not row.find_error(target.id) else {}


def draft_from_answer(target: Target, answer: Answer, record: WorkRecord) -> Draft:
    """Make a draft from `record`, the facts of `answer`; its notes say what a person must know or decide."""
    links, notes = read_own_links(record.comment, record.abstract)
    status = next((state for state in ("withdrawn", "retracted") if answer.observed.get(state)), "")
    if status:
        notes.insert(0, _describe_status(target, status, answer.detail))
    if target.service == ARXIV and not record.date:
        notes.append(_describe_substitute(target))
    data = {**_read_fields(target, record), "links": links, "status": status}
    return Draft(
        TITLES.get(target.service, target.service),
        {key: value for key, value in data.items() if value},
        cleaning.clean_title(record.journal),
        _find_last_year(record.journal) or (_find_year(record) if target.service == DOI else None),
        cleaning.clean_title(record.abstract),
        tuple(notes),
        " ".join(record.comment.split()),
    )


def _read_fields(target: Target, record: WorkRecord) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": cleaning.clean_title(strip_retraction(record.title)),
        "authors": _list_authors(target, record),
        "date": record.date,
        "doi": _find_doi(record.doi),
        **read_identifier_fields(target),
    }
    if target.service == ARXIV and not record.date:
        data["date"] = read_arxiv_month(target.id)
    if target.service == DOI:
        data |= {"volume": read_volume(record.volume), "number": read_volume(record.number)}
        data |= {"pages": read_pages(record.pages)}
    return data


def _describe_substitute(target: Target) -> str:
    """Say that another service answered in place of arXiv, without a date."""
    return (
        f"arXiv did not answer about {target.id}; Semantic Scholar's title and authors were taken, "
        "and the month of the id as date: compare them with the paper"
    )


def _describe_status(target: Target, status: str, detail: str) -> str:
    reason = detail.partition(":")[2].strip()
    said = f" (“{reason}”)" if reason else ""
    return (
        f"{TITLES.get(target.service, target.service)} says that {target.id} was {status}{said}: "
        f"`status: {status}` was written; think about whether it belongs in the list"
    )


def _find_doi(text: str) -> str:
    """Return the first DOI of a field that an author filled in, or an empty text."""
    words = (word.strip(" ,;.()").removeprefix("doi:") for word in text.split())
    return next((word for word in words if not DOI_ID.find_error(word)), "")


def _list_authors(target: Target, record: WorkRecord) -> list[str]:
    # PubMed's summaries give initials, and an entry needs full names.
    found = record.authors if target.service != PUBMED else ()
    return [name for author in found if (name := _order_name(author, record))]


def _order_name(author: str, record: WorkRecord) -> str:
    """Turn `Last, First`, as DataCite writes it, into `First Last`; the name of a group is unchanged."""
    last, comma, first = author.partition(",")
    is_reversed = comma and author not in record.groups
    return cleaning.clean_name(f"{first} {last}" if is_reversed else author)


def _find_year(record: WorkRecord) -> int | None:
    return int(record.date[:4]) if record.date[:4].isdigit() else None


def _find_last_year(place: str) -> int | None:
    years = re.findall(r"\b(?:19|20)\d{2}\b", place)
    return int(years[-1]) if years else None
