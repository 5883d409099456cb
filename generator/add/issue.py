"""Read the text of an issue made with the form `add-paper.yml`: an entry, or what is wrong in plain words."""

import re
from typing import Any

from generator.add import cleaning
from generator.add.draft import Draft
from generator.catalog.catalog import Catalog
from generator.entry.model import Links
from generator.entry.vocabulary import Vocabulary

_HEADING = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
_NOTHING = {"", "_no response_", "none"}

PAPER = "arXiv id, DOI or address"
LINKS = "Links"
FIELDS = {
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
"""The labels of the issue form, besides `PAPER` and `LINKS`, by the key that each fills."""

_TERMS = {"kind": "kinds", "section": "sections", "tasks": "tasks", "modalities": "modalities"}


def answers(text: str) -> dict[str, str]:
    """What stands below each heading of the issue; what was left empty is left out."""
    parts = _HEADING.split(text.replace("\r\n", "\n"))
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    found = {label.strip(): answer.strip() for label, answer in pairs}
    return {label: answer for label, answer in found.items() if answer.lower() not in _NOTHING}


def draft(text: str, catalog: Catalog) -> tuple[Draft, str]:
    """What the issue says as a draft, and the paper that it names."""
    given = answers(text)
    data: dict[str, Any] = {}
    notes: list[str] = []
    for label, key in FIELDS.items():
        if label in given:
            data |= _value(key, given[label], catalog, notes)
    if links := _links(given.get(LINKS, ""), notes):
        data["links"] = links
    return Draft("issue", data, notes=tuple(notes)), given.get(PAPER, "")


def _value(key: str, answer: str, catalog: Catalog, notes: list[str]) -> dict[str, Any]:
    if key in _TERMS:
        slugs = _slugs(answer, catalog.vocabulary(_TERMS[key]), notes)
        many = key in ("tasks", "modalities")
        return {key: slugs if many else slugs[0]} if slugs else {}
    if key == "authors":
        names = re.split(r"\n|;|,(?=\s)", answer)
        return {key: [cleaning.name(name) for name in names if name.strip()]}
    if key == "venue":
        return _venue(answer, catalog, notes)
    line = " ".join(answer.split())
    return {key: cleaning.title(line) if key == "title" else line}


def _slugs(answer: str, vocabulary: Vocabulary, notes: list[str]) -> list[str]:
    found = []
    for name in filter(None, (part.strip(" -[]xX") for part in re.split(r"[,\n]", answer))):
        if term := vocabulary.suggest(name):
            found.append(term)
        else:
            notes.append(f"“{name}” is no term of {vocabulary.name}")
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
                f"“{line}” is no link: write its kind and address, such as `code: https://…` ({kinds})"
            )
    return {kind: urls[0] if len(urls) == 1 else urls for kind, urls in found.items()}
