"""Tell what a person names: an arXiv id, a DOI, a repository, or a file with many records."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.add.bibliography import read
from generator.add.draft import Draft
from generator.entry import identifiers
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.doi import doi_target
from generator.links.providers.github import NAME as GITHUB
from generator.links.recognize import recognize
from generator.links.verdict import Target

_ARXIV = re.compile(r"(?:arxiv:)?\s*(.+?)(?:v\d+)?\Z", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:)?\s*(10\..+)\Z", re.IGNORECASE)


class UnknownSource(Exception):
    """What was named is none of the things that an entry can be made from."""


@dataclass(frozen=True, slots=True)
class Source:
    """One work to add: what a service is to be asked, and what is known already."""

    draft: Draft
    target: Target | None = None


def sources(text: str) -> list[Source]:
    """The works that `text`, an argument of the command, names."""
    if text.endswith(".bib"):
        file = Path(text)
        if not file.is_file():
            raise UnknownSource(f"there is no file {text}")
        return [Source(draft, target_of(draft)) for draft in read(file.read_text("utf-8", "replace"))]
    target = _target(text.strip())
    if target is None:
        raise UnknownSource(
            f"`{text}` is no arXiv id, DOI, GitHub repository or .bib file: name it as "
            "2210.10163, 10.1000/name or https://github.com/owner/repository"
        )
    return [Source(Draft(text), target)]


def target_of(draft: Draft) -> Target | None:
    """What to ask about a draft that has an identifier already."""
    if arxiv := draft.data.get("arxiv"):
        return Target(ARXIV, arxiv)
    return doi_target(draft.data["doi"]) if "doi" in draft.data else None


def _target(text: str) -> Target | None:
    if text.startswith(("http://", "https://")):
        target = recognize(text)
        return target if target.service in (ARXIV, DOI, GITHUB) else None
    if text.lower().startswith("github.com/"):
        return _target(f"https://{text}")
    if (match := _ARXIV.match(text)) and not identifiers.arxiv_fault(match[1]):
        return Target(ARXIV, match[1])
    if (match := _DOI.match(text)) and not identifiers.doi_fault(match[1]):
        return doi_target(match[1])
    return None
