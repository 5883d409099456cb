"""Recognize what a person wants to add: an identifier, a repository, or a file with many records."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.add.bibliography import read_bibtex
from generator.add.draft import Draft
from generator.entry.identifiers import IDENTIFIERS
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.pubmed import NAME as PUBMED
from generator.links.recognize import recognize
from generator.links.verdict import Target

_ASKED = (ARXIV, DOI, PUBMED, GITHUB)
"""The services that know the facts of a new entry."""


class UnknownSource(Exception):
    """No entry can be made from what a person named; the message says what is possible."""


@dataclass(frozen=True, slots=True)
class Source:
    """One work to add: what to ask a service, and what is known already."""

    draft: Draft
    target: Target | None = None


def read_sources(text: str) -> list[Source]:
    """Read the works that `text`, an argument of the command, names. Raises UnknownSource."""
    if text.endswith(".bib"):
        file = Path(text)
        if not file.is_file():
            raise UnknownSource(f"{text}: there is no such file")
        return [Source(draft, target_of(draft)) for draft in read_bibtex(file.read_text("utf-8", "replace"))]
    source = _source(text.strip())
    if source is None:
        kinds = ", ".join(row.name for row in IDENTIFIERS)
        raise UnknownSource(
            f"`{text}` is not one of these: {kinds}, GitHub repository, .bib file. Write it like "
            "2210.10163, 10.1000/name or https://github.com/owner/repository"
        )
    return [source]


def find_sources(text: str) -> list[Source]:
    """Find the works that `text` names, in its words or as a whole. A file is never read."""
    found: dict[str, Source] = {}
    for word in re.split(r"[\s<>\[\]\"'“”‘’|]+", text):
        if source := _source(_trim(word)):
            found.setdefault(str(source.target or source.draft.data), source)
    whole = None if found else _source(text.strip())  # such as `PMID: 12345678`
    return [whole] if whole else list(found.values())


def _trim(word: str) -> str:
    """Return `word` without the punctuation of its sentence; brackets of its own, as in a DOI, stay."""
    plain = word.lstrip("(").rstrip(".,;:!?")
    while plain.endswith(")") and plain.count(")") > plain.count("("):
        plain = plain[:-1].rstrip(".,;:!?")
    return plain


def target_of(draft: Draft) -> Target | None:
    """What to ask a service about a draft; None without an identifier that a service knows."""
    targets = (recognize(row.url(draft.data[row.field])) for row in IDENTIFIERS if row.field in draft.data)
    return next((target for target in targets if target.service in _ASKED), None)


def _source(text: str) -> Source | None:
    if text.lower().startswith("github.com/"):
        text = f"https://{text}"
    if text.startswith(("http://", "https://")) and (target := recognize(text)).service in _ASKED:
        return Source(Draft(text), target)
    for row in IDENTIFIERS:
        if id_ := row.read(text):
            draft = Draft(text, {row.field: id_})
            service = target_of(draft)
            return Source(Draft(text), service) if service else Source(draft)
    return None
