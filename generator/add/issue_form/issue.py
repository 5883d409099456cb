"""Read the text of an issue made with the form `add-paper.yml` as a draft, with notes on what is wrong."""

import re
from collections.abc import Callable
from typing import Any

from generator.add import cleaning
from generator.add.draft import Draft
from generator.add.drafting.venues import describe_unknown, read_venue
from generator.add.issue_form.authors import read_authors
from generator.add.issue_form.dates import read_date
from generator.add.issue_form.links import read_links
from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Vocabulary

MAX_TEXT = 65_536
"""No issue on GitHub is longer; the rest of a longer text is not read."""
MAX_ANSWER = 8000
"""The authors of the largest groups have half of it; the rest of a longer answer is not read."""
_HEADING = "### "
_NOTHING = {"", "_no response_", "none", "n/a", "-"}
_LIST_MARK = re.compile(r"^(?:[-*•+]|\d{1,2}[.)])?\s*(?:\[(?P<box>[ xX])\]\s*)?")
_JOINT = re.compile(r" (?:and|&|\+) | ?/ ?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_MAX_SHOWN = 120

PAPER_LABEL = "arXiv id, DOI or address"
LINKS_LABEL = "Links"
FIELD_LABELS = {
    "Title": "title",
    "Short name": "name",
    "Kind": "kind",
    "Authors": "authors",
    "First public appearance": "date",
    "Venue": "venue",
    "Summary": "summary",
    "Section": "section",
    "Tasks": "tasks",
    "Modalities": "modalities",
    "Note": "note",
}
"""The key that each label of the issue form fills, besides `PAPER_LABEL` and `LINKS_LABEL`."""

_LABELS = {PAPER_LABEL, LINKS_LABEL, *FIELD_LABELS}
_TERMS = {"kind": "kinds", "section": "sections", "tasks": "tasks", "modalities": "modalities"}


def read_answers(text: str) -> dict[str, str]:
    """The answer below each heading of the form; empty ones are left out.

    A heading that the form does not have, or has had already, is part of the answer above it.
    """
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text[:MAX_TEXT].replace("\r\n", "\n").split("\n"):
        label = line.removeprefix(_HEADING).strip()
        if line.startswith(_HEADING) and label in _LABELS - found.keys():
            current = found.setdefault(label, [])
        else:
            current.append(line)
    answers = {label: "\n".join(lines).strip()[:MAX_ANSWER] for label, lines in found.items()}
    return {label: answer for label, answer in answers.items() if answer.lower() not in _NOTHING}


def read_issue(text: str, catalog: Catalog) -> tuple[Draft, str]:
    """Return a draft of the issue's answers, and the answer that names the paper."""
    given = read_answers(text)
    data: dict[str, Any] = {}
    notes: list[str] = []
    for label, key in FIELD_LABELS.items():
        if label in given:
            data |= _value(key, given[label], catalog, notes)
    links, link_notes = read_links(given.get(LINKS_LABEL, ""))
    if links:
        data["links"] = links
    return Draft("issue", data, notes=(*notes, *link_notes)), given.get(PAPER_LABEL, "")


def _value(key: str, answer: str, catalog: Catalog, notes: list[str]) -> dict[str, Any]:
    if key in _TERMS:
        slugs = _slugs(answer, catalog.vocabulary(_TERMS[key]), notes)
        many = key in ("tasks", "modalities")
        return {key: slugs if many else slugs[0]} if slugs else {}
    line = " ".join(answer.split())
    special: dict[str, Callable[[], dict[str, Any]]] = {
        "authors": lambda: _authors(answer, notes),
        "date": lambda: _date(line, notes),
        "venue": lambda: _venue(line, catalog, notes),
        "title": lambda: {"title": cleaning.clean_title(line)},
    }
    return special[key]() if key in special else {key: _without_heading_marks(answer)}


def _without_heading_marks(answer: str) -> str:
    """Join the lines of a text; the marks of a heading or a list at the begin of a line are no part of it."""
    lines = (re.sub(r"^(?:#{1,6}|[-*•>])\s", "", line.lstrip()) for line in answer.splitlines())
    return " ".join(" ".join(lines).split())


def _slugs(answer: str, vocabulary: Vocabulary, notes: list[str]) -> list[str]:
    found = []
    for name in _names(answer, vocabulary):
        term = vocabulary.suggest(name)
        if not term:
            notes.append(f"“{_cut(name)}” is not a term of {vocabulary.name}, so it was left out")
        elif vocabulary.translate(name) != term:
            others = [other for other in vocabulary.guess(name) if other != term]
            hint = f"; other terms are {', '.join(f'`{other}`' for other in others)}" if others else ""
            notes.append(f"“{_cut(name)}” was taken as `{term}`: correct it if it means something else{hint}")
        found += [term] if term else []
    return list(dict.fromkeys(found))


def _names(answer: str, vocabulary: Vocabulary) -> list[str]:
    """Return the names in an answer; one that has a comma itself, as a label may, stays whole."""
    names: list[str] = []
    for line in cleaning.break_lines(answer).splitlines():
        mark = _LIST_MARK.match(line)
        plain = line[mark.end() :].strip(" .;\"'`") if mark else line
        if mark and mark["box"] == " ":  # a box that is not ticked
            continue
        whole = vocabulary.find_by_name(plain)
        parts = [plain] if whole else (part.strip(" .\"'`") for part in re.split(r"[,;|]", plain))
        names += [name for part in parts if part for name in _take_apart(part, vocabulary)]
    return names


def _take_apart(name: str, vocabulary: Vocabulary) -> list[str]:
    """Return the terms that `name` joins, as in `sound and color`; `name` alone where it is no such text."""
    parts = _JOINT.split(" ".join(name.split()))
    is_joint = not vocabulary.find_by_name(name) and all(map(vocabulary.find_by_name, parts))
    return parts if is_joint else [name]


def _authors(answer: str, notes: list[str]) -> dict[str, Any]:
    names, remarks = read_authors(answer)
    notes += remarks
    return {"authors": names} if names else {}


def _date(answer: str, notes: list[str]) -> dict[str, Any]:
    date = read_date(answer)
    if date is None:
        notes.append(f"the date “{_cut(answer)}” is not certain: write YYYY, YYYY-MM or YYYY-MM-DD")
        return {}
    if date != answer:
        notes.append(f"the date “{_cut(answer)}” was read as {date}")
    return {"date": date}


def _venue(answer: str, catalog: Catalog, notes: list[str]) -> dict[str, Any]:
    venues = catalog.vocabulary("venues")
    year = _YEAR.search(answer)
    wanted = _YEAR.sub("", answer).strip(" ,.()'")
    name = venues.suggest(wanted)
    if name and year:
        if venues.translate(wanted) != name:
            notes.append(f"the venue “{_cut(wanted)}” was taken as {name}: correct it if it is another")
        return {"venue": {"name": name, "year": int(year[0])}}
    found, remarks = read_venue(Draft("issue", place=answer), catalog)
    if found:
        notes.append(f"the venue “{_cut(answer)}” was read as {found['name']} {found['year']}")
        return {"venue": found}
    if remarks == [describe_unknown(answer)] or name:
        remarks = [f"the venue “{_cut(answer)}” must be a known name and a year, such as `EMNLP 2022`"]
    notes += remarks
    return {}


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
