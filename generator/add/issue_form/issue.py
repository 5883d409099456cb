"""Read an issue made with the form as a draft, with notes on what is wrong."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from generator.add.cleaning import clean_title
from generator.add.draft import Draft
from generator.add.drafting.venues import describe_unknown, read_venue
from generator.add.issue_form.answers import FIELD_LABELS, LINKS_LABEL, PAPER_LABEL, read_answers
from generator.add.issue_form.authors import read_authors
from generator.add.issue_form.dates import read_date
from generator.add.issue_form.links import read_links
from generator.add.issue_form.terms import read_terms
from generator.add.notes import quote
from generator.catalog.catalog import Catalog

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")

Reading = tuple[Any, list[str]]
"""The value that an answer gives, None where it gives none, and notes on it."""

Reader = Callable[[str, Catalog], Reading]
"""Reads one answer."""


def read_issue(text: str, catalog: Catalog) -> tuple[Draft, str]:
    """Return a draft of the issue's answers, and the answer that names the paper."""
    answers = read_answers(text)
    data: dict[str, Any] = {}
    notes: list[str] = []
    for label, key in FIELD_LABELS.items():
        if label in answers:
            value, remarks = _READERS.get(key, _read_text)(answers[label], catalog)
            data |= {} if value is None else {key: value}
            notes += remarks
    links, remarks = read_links(answers.get(LINKS_LABEL, ""))
    data |= {"links": links} if links else {}
    return Draft("issue", data, notes=(*notes, *remarks)), answers.get(PAPER_LABEL, "")


def _read_title(answer: str, _: Catalog) -> Reading:
    return clean_title(_join(answer)), []


def _read_text(answer: str, _: Catalog) -> Reading:
    """Join the lines of a text; the marks of a heading or a list at the start of a line are no part of it."""
    lines = (re.sub(r"^(?:#{1,6}|[-*•>])\s", "", line.lstrip()) for line in answer.splitlines())
    return _join(" ".join(lines)), []


def _read_term(name: str, answer: str, catalog: Catalog) -> Reading:
    slugs, notes = read_terms(answer, catalog.vocabulary(name))
    return next(iter(slugs), None), notes


def _read_terms(name: str, answer: str, catalog: Catalog) -> Reading:
    slugs, notes = read_terms(answer, catalog.vocabulary(name))
    return slugs or None, notes


def _read_authors(answer: str, _: Catalog) -> Reading:
    names, notes = read_authors(answer)
    return names or None, notes


def _read_date(answer: str, _: Catalog) -> Reading:
    line = _join(answer)
    date = read_date(line)
    if date is None:
        return None, [f"the date {quote(line)} is not certain: write YYYY, YYYY-MM or YYYY-MM-DD"]
    return date, [f"the date {quote(line)} was read as {date}"] if date != line else []


def _read_venue(answer: str, catalog: Catalog) -> Reading:
    line = _join(answer)
    venues = catalog.vocabulary("venues")
    year = _YEAR.search(line)
    wanted = _YEAR.sub("", line).strip(" ,.()'")
    name = venues.suggest(wanted)
    if name and year:
        guess = f"the venue {quote(wanted)} was taken as {name}: correct it if it is another"
        is_guessed = venues.translate(wanted) != name
        return {"name": name, "year": int(year[0])}, [guess] if is_guessed else []
    found, notes = read_venue(Draft("issue", place=line), catalog)
    if found:
        return found, [f"the venue {quote(line)} was read as {found['name']} {found['year']}"]
    if name or notes == [describe_unknown(line)]:
        notes = [f"the venue {quote(line)} must be a known name and a year, such as `EMNLP 2022`"]
    return None, notes


def _join(answer: str) -> str:
    return " ".join(answer.split())


_READERS: Mapping[str, Reader] = {
    "title": _read_title,
    "kind": partial(_read_term, "kinds"),
    "authors": _read_authors,
    "date": _read_date,
    "venue": _read_venue,
    "section": partial(_read_term, "sections"),
    "tasks": partial(_read_terms, "tasks"),
    "modalities": partial(_read_terms, "modalities"),
}
"""What reads the answer for a key of an entry, if it is more than a text."""
