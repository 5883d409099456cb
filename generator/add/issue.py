"""Read the text of an issue made with the form `add-paper.yml` as a draft, with notes on what is wrong."""

import re
from typing import Any

from generator.add import cleaning
from generator.add.draft import Draft
from generator.catalog.catalog import Catalog
from generator.entry.model import Links
from generator.entry.vocabulary import Vocabulary

_HEADING = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
_NOTHING = {"", "_no response_", "none"}

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

_TERMS = {"kind": "kinds", "section": "sections", "tasks": "tasks", "modalities": "modalities"}


def read_answers(text: str) -> dict[str, str]:
    """The answer below each heading of the issue; empty ones are left out."""
    parts = _HEADING.split(text.replace("\r\n", "\n"))
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    found = {label.strip(): answer.strip() for label, answer in pairs}
    return {label: answer for label, answer in found.items() if answer.lower() not in _NOTHING}


def read_issue(text: str, catalog: Catalog) -> tuple[Draft, str]:
    """Return a draft of the issue's answers, and the identifier or address of the paper that it names."""
    given = read_answers(text)
    data: dict[str, Any] = {}
    notes: list[str] = []
    for label, key in FIELD_LABELS.items():
        if label in given:
            data |= _value(key, given[label], catalog, notes)
    if links := _links(given.get(LINKS_LABEL, ""), notes):
        data["links"] = links
    return Draft("issue", data, notes=tuple(notes)), given.get(PAPER_LABEL, "")


def _value(key: str, answer: str, catalog: Catalog, notes: list[str]) -> dict[str, Any]:
    if key in _TERMS:
        slugs = _slugs(answer, catalog.vocabulary(_TERMS[key]), notes)
        many = key in ("tasks", "modalities")
        return {key: slugs if many else slugs[0]} if slugs else {}
    if key == "authors":
        names = re.split(r"\n|;|,(?=\s)", answer)
        return {key: [cleaning.clean_name(name) for name in names if name.strip()]}
    if key == "venue":
        return _venue(answer, catalog, notes)
    line = " ".join(answer.split())
    return {key: cleaning.clean_title(line) if key == "title" else line}


def _slugs(answer: str, vocabulary: Vocabulary, notes: list[str]) -> list[str]:
    found = []
    for name in filter(None, (part.strip(" -[]xX") for part in re.split(r"[,\n]", answer))):
        if term := vocabulary.suggest(name):
            found.append(term)
        else:
            notes.append(f"“{name}” is not a term of {vocabulary.name}")
    return list(dict.fromkeys(found))


def _venue(answer: str, catalog: Catalog, notes: list[str]) -> dict[str, Any]:
    year = re.search(r"\b(?:19|20)\d{2}\b", answer)
    name = catalog.vocabulary("venues").suggest(re.sub(r"\b(?:19|20)\d{2}\b", "", answer).strip(" ,"))
    if name and year:
        return {"venue": {"name": name, "year": int(year[0])}}
    notes.append(f"the venue “{answer}” must be a known name and a year, such as `EMNLP 2022`")
    return {}


def _links(answer: str, notes: list[str]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, answer.splitlines())):
        kind, _, url = (part.strip() for part in line.partition(":"))
        if kind.lower() in Links.model_fields and url:
            found.setdefault(kind.lower(), []).append(url)
        else:
            kinds = ", ".join(Links.model_fields)
            notes.append(
                f"“{line}” is not a link: write its kind and address, such as `code: https://…` ({kinds})"
            )
    return {kind: urls[0] if len(urls) == 1 else urls for kind, urls in found.items()}
