"""Read a CITATION.cff: the paper that a repository wants cited, or else the software itself."""

import re
from collections.abc import Iterator
from typing import Any

from generator.add import cleaning
from generator.add.bibliographies.record_facts import read_date, read_identifiers, read_year
from generator.add.draft import Draft
from generator.entry.volume_forms import read_pages, read_volume
from generator.yamlfiles.reading import parse_document

_NAME_PARTS = ("given-names", "name-particle", "family-names", "name-suffix")


def read_citation_cff(text: str) -> Iterator[Draft]:
    """Yield one draft of `text`, or none where it is no citation file.

    `preferred-citation` comes first. `references` are other works, and are not read.
    """
    data = parse_document(text.encode(), "CITATION.cff").data
    if not isinstance(data, dict):
        return
    preferred = data.get("preferred-citation")
    work = preferred if isinstance(preferred, dict) else data
    draft = _make_draft(work)
    if draft.data:
        yield draft


def _make_draft(work: dict[str, Any]) -> Draft:
    fields = _read_fields(work)
    identifiers = read_identifiers(fields)
    data = {
        "title": cleaning.clean_title(_read_text(work, "title")),
        "authors": _list_authors(work.get("authors")),
        "date": read_date(fields, identifiers.get("arxiv", "")),
        **identifiers,
        "volume": read_volume(_read_text(work, "volume")),
        "number": read_volume(_read_text(work, "issue")),
        "pages": read_pages("-".join(filter(None, (_read_text(work, "start"), _read_text(work, "end"))))),
    }
    year = read_year(fields)
    return Draft(
        "CITATION.cff",
        {name: value for name, value in data.items() if value},
        cleaning.clean_title(fields["journal"]),
        int(year) if year else None,
    )


def _read_fields(work: dict[str, Any]) -> dict[str, str]:
    """The facts under the names of BibTeX's fields."""
    values = _list_identifiers(work.get("identifiers"))
    conference = work.get("conference")
    place = _read_text(work, "journal") or (
        _read_text(conference, "name") if isinstance(conference, dict) else ""
    )
    return {
        "doi": _read_text(work, "doi") or next((value for value in values if value.startswith("10.")), ""),
        "url": _read_text(work, "url"),
        "year": _read_text(work, "year"),
        "month": _read_text(work, "month"),
        "date": _read_text(work, "date-published") or _read_text(work, "date-released"),
        "journal": place or _read_text(work, "collection-title"),
        "note": " ".join([*values, _read_text(work, "notes")]),
    }


def _list_identifiers(given: Any) -> list[str]:
    rows = given if isinstance(given, list) else []
    return [
        re.sub("^https?://doi.org/", "", _read_text(row, "value")) for row in rows if isinstance(row, dict)
    ]


def _list_authors(given: Any) -> list[str]:
    people = [person for person in given if isinstance(person, dict)] if isinstance(given, list) else []
    names = (
        _read_text(one, "name") or " ".join(_read_text(one, part) for part in _NAME_PARTS) for one in people
    )
    return [name for name in map(cleaning.clean_name, names) if name]


def _read_text(mapping: dict[str, Any], key: str) -> str:
    value = mapping.get(key)
    return str(value).strip() if isinstance(value, str | int | float) else ""
