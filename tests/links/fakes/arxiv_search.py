"""The search of the fake arXiv: the documented fields, operators, paging and order."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tests.links.fakes.server import Request

if TYPE_CHECKING:
    from tests.links.fakes.arxiv import Paper

MAX_RECORDS = 2000
"""arXiv refuses larger pages."""

_PART = re.compile(r"\(([^()]*)\)|submittedDate:\[(\d{12}) TO (\d{12})\]")


def find(request: Request, papers: "Mapping[str, Paper]") -> tuple[list[str], int]:
    """Return the ids of the page that is asked for, and how many records there are in all."""
    query = {name: values[0] for name, values in request.query.items()}
    found = [id_ for id_, paper in papers.items() if _matches(query["search_query"], paper)]
    assert query["sortBy"] == "submittedDate", "the default order is by relevance"
    found.sort(key=lambda id_: (papers[id_].published, id_), reverse=query["sortOrder"] == "descending")
    start, most = int(query.get("start", "0")), int(query.get("max_results", "10"))
    assert most <= MAX_RECORDS
    return found[start : start + most], len(found)


def _matches(query: str, paper: "Paper") -> bool:
    parts = query.split(" AND ")
    return all(_matches_part(part, paper) for part in parts)


def _matches_part(part: str, paper: "Paper") -> bool:
    match = _PART.fullmatch(part)
    assert match, f"arXiv does not understand {part}"
    if match[1] is None:
        day = paper.published.replace("-", "") + "0000"
        return match[2] <= day <= match[3]
    return any(_matches_term(term, paper) for term in match[1].split(" OR "))


def _matches_term(term: str, paper: "Paper") -> bool:
    field, _, value = term.partition(":")
    if field == "cat":
        return value in paper.categories
    assert field == "all"
    text = re.sub(r"\W+", " ", f" {paper.title} {paper.summary} {paper.comment} ").lower()
    return " " + re.sub(r"\W+", " ", value.strip('"')).lower() + " " in text
