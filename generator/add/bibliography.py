"""Read a BibTeX file: every readable record becomes a draft."""

import re
from collections.abc import Iterator
from typing import Any

from pybtex.database import InvalidNameString, Person
from pybtex.database.input.bibtex import LowLevelParser, month_names

from generator.add import cleaning
from generator.add.draft import Draft
from generator.entry.identifiers import find_arxiv_error, find_doi_error
from generator.entry.model import OTHERS
from generator.entry.volume_forms import read_pages, read_volume
from generator.entry.written_forms import find_date_error

_ARXIV = re.compile(r"(?<!\d)\d{4}\.\d{4,5}(?!\d)")
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}]+")
_NO_WORKS = ("string", "preamble")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_bibtex(text: str) -> Iterator[Draft]:
    """Yield a draft for each record of `text`; a record that cannot be read gives a draft without data."""
    # pybtex's full parser stops at a broken record; its low-level parser continues after it.
    parser = LowLevelParser(text, handle_error=lambda error: None, macros=dict(month_names))
    for kind, (key, fields) in (record for record in parser if record[0].lower() not in _NO_WORKS):
        joined = {name.lower(): "".join(map(str, parts)) for name, parts in fields}
        yield _draft(key or kind, joined)


def _draft(key: str, fields: dict[str, str]) -> Draft:
    place = next((fields[name] for name in ("booktitle", "journal", "howpublished") if name in fields), "")
    data: dict[str, Any] = {
        "title": cleaning.clean_title(fields.get("title", "")),
        "authors": _authors(fields.get("author", "")),
        "date": _date(fields),
        "arxiv": _arxiv(fields),
        "doi": _doi(fields),
        "volume": read_volume(fields.get("volume", "")),
        "number": read_volume(fields.get("number", "") or fields.get("issue", "")),
        "pages": _pages(fields),
    }
    year = re.search(r"\d{4}", fields.get("year", "") or fields.get("date", ""))
    kept = {name: value for name, value in data.items() if value}
    text = cleaning.clean_title(fields.get("abstract", ""))
    return Draft(key, kept, cleaning.clean_title(place), int(year[0]) if year else None, text)


def _authors(text: str) -> list[str]:
    found = re.split(r"\s+and\s+", text.strip()) if text.strip() else []
    return [OTHERS if name == OTHERS else _natural(name) for name in found]


def _natural(name: str) -> str:
    try:
        person = Person(name)
    except InvalidNameString:
        return cleaning.clean_name(name)
    parts = (
        person.first_names,
        person.middle_names,
        person.prelast_names,
        person.last_names,
        person.lineage_names,
    )
    return cleaning.clean_name(" ".join(word for part in parts for word in part))


def _date(fields: dict[str, str]) -> str:
    given = fields.get("date", "").strip()
    if given and not find_date_error(given):
        return given
    year = re.search(r"\d{4}", fields.get("year", ""))
    if not year:
        return ""
    month = fields.get("month", "").strip().lower()[:3]
    if month in _MONTHS:
        return f"{year[0]}-{_MONTHS.index(month) + 1:02}"
    number = int(month) if month.isdigit() else 0
    return f"{year[0]}-{number:02}" if 1 <= number <= len(_MONTHS) else year[0]


def _pages(fields: dict[str, str]) -> str:
    """The pages, or the article number by any of its names."""
    names = ("pages", "eid", "article-number", "articleno")
    return next((pages for name in names if (pages := read_pages(fields.get(name, "")))), "")


def _arxiv(fields: dict[str, str]) -> str:
    for name in ("eprint", "url", "journal", "note", "howpublished", "doi"):
        match = _ARXIV.search(fields.get(name, ""))
        if match and not find_arxiv_error(match[0]) and (name == "eprint" or "arxiv" in fields[name].lower()):
            return match[0]
    return ""


def _doi(fields: dict[str, str]) -> str:
    match = _DOI.search(fields.get("doi", "").replace("\\", "") or fields.get("url", ""))
    doi = match[0].rstrip(".,;") if match else ""
    return "" if not doi or "arxiv" in doi.lower() or find_doi_error(doi) else doi
