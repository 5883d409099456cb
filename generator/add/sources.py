"""Recognize what a person wants to add: an identifier, a repository, or a file with many records."""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.add.bibliographies.bibliography import read_bibtex, read_ris
from generator.add.bibliographies.citation_cff import read_citation_cff
from generator.add.cleaning import clean_title
from generator.add.draft import Draft
from generator.add.link_kinds import find_link_kind
from generator.entry.identifiers import IDENTIFIERS
from generator.files.named import read_named
from generator.links.answers.verdict import Target
from generator.links.gathering.recognize import recognize
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.pubmed import NAME as PUBMED
from generator.options import WrongUsage
from generator.text import quoted, split_words
from generator.yamlfiles.syntax_messages import end_position

_ASKED = (ARXIV, DOI, PUBMED, GITHUB)
"""The services that know the facts of a new entry."""

_ACL = re.compile(
    r"(?:https?://)?(?:www\.)?aclanthology\.org/([0-9]{4}\.[a-z0-9]+-[a-z0-9]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4})"
    r"(?:\.pdf)?/?$"
)
"""A page of the ACL Anthology; its DOI ends in the same id."""

_READERS: dict[str, Callable[[str], Iterable[Draft]]] = {
    ".bib": read_bibtex,
    ".ris": read_ris,
    ".cff": read_citation_cff,
}
"""What reads a file, by the end of its name."""

MIN_TITLE_WORDS = 3
MAX_TITLE = 300
"""What is shorter or longer is no title."""

MAX_BYTES = 32 * 1024 * 1024
"""A larger file is no bibliography, and is refused."""


class UnknownSource(Exception):
    """No entry can be made from what a person named; the message says what is possible."""


@dataclass(frozen=True, slots=True)
class Source:
    """One work to add: what to ask a service, and what is known already."""

    draft: Draft
    target: Target | None = None
    is_title: bool = False
    """Whether the title is all that names the work, so that services are asked for it."""


def read_sources(text: str) -> list[Source]:
    """Read the works that `text`, an argument of the command, names. Raises UnknownSource."""
    if reader := _READERS.get(Path(text).suffix.lower()):
        drafts = list(reader(_read_text(Path(text))))
        if not drafts:
            raise UnknownSource(f"{text}: no record of a work is in this file")
        # A broken record is reported with its file and line.
        named = (draft if draft.data else replace(draft, source=text) for draft in drafts)
        return [Source(draft, target_of(draft)) for draft in named]
    source = _read_source(_trim(text.strip())) or next(iter(find_sources(text)), None)
    if source is None and (fault := _find_mistake(text.strip())):
        raise UnknownSource(f"{quoted(fault[0])} {fault[1]}")
    if source is None and os.path.isfile(text):  # its name is no title
        raise UnknownSource(f"{text}: the name of a bibliography file ends in one of {', '.join(_READERS)}")
    source = source or _read_page(text.strip()) or read_title(text)
    if source is None:
        kinds = ", ".join(row.name for row in IDENTIFIERS)
        raise UnknownSource(
            f"{quoted(text)} is not one of these: "
            f"{kinds}, GitHub repository, .bib, .ris or .cff file, or a title. "
            "Write it like 2210.10163, 10.1000/name or https://github.com/owner/repository"
        )
    return [source]


def _find_mistake(text: str) -> tuple[str, str] | None:
    """Return an identifier that is mistyped, and what is wrong with it."""
    for row in IDENTIFIERS:
        typed = re.search(row.typed, text, re.IGNORECASE | re.ASCII)
        if typed and (message := row.find_error(typed[1])):
            return typed[1], message
    return None


def _read_page(address: str) -> Source | None:
    """Read the page of a paper, such as one of PMLR: no service is asked about it."""
    if not re.fullmatch(r"https?://\S+", address) or find_link_kind(address) not in ("paper", "pdf"):
        return None
    note = "no service knows this page: write the title and the authors, or add the work by its title"
    return Source(Draft(address, {"links": {"paper": address}}, notes=(note,)))


def read_title(text: str) -> Source | None:
    """Read `text` as the title of a work: one line of some words, without an address."""
    title = clean_title(text.strip().strip('"“”'))
    is_title = "\n" not in text.strip() and "://" not in title and len(title) <= MAX_TITLE
    if not is_title or len(split_words(title)) < MIN_TITLE_WORDS:
        return None
    return Source(Draft("title", {"title": title}), is_title=True)


def _read_text(file: Path) -> str:
    try:
        raw = read_named(file)
    except WrongUsage as error:  # other sources may be added
        raise UnknownSource(str(error)) from error
    if len(raw) > MAX_BYTES:
        raise UnknownSource(f"{file}: larger than {MAX_BYTES // 1024 // 1024} MiB: split it")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = end_position(raw[: error.start].decode("utf-8-sig"))
        place = f"{file}:{line + 1}:{column + 1}"
        raise UnknownSource(f"{place}: not UTF-8: save the file in that encoding") from error


def find_sources(text: str) -> list[Source]:
    """Find the works that `text` names, in its words or as a whole. A file is never read."""
    found: dict[str, Source] = {}
    for word in re.split(r"[\s<>\[\]\"'“”‘’|`*]+", text):
        if source := _read_source(_trim(word)):
            found.setdefault(str(source.target or source.draft.data), source)
    whole = None if found else _read_source(text.strip())  # such as `PMID: 12345678`
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


def _read_source(text: str) -> Source | None:
    if text.lower().startswith("github.com/"):
        text = f"https://{text}"
    if text.startswith(("http://", "https://")) and (target := recognize(text)).service in _ASKED:
        return Source(Draft(text), target)
    if named := _ACL.match(text):
        text = f"10.18653/v1/{named[1]}"
    for row in IDENTIFIERS:
        if id_ := row.read(text):
            draft = Draft(text, {row.field: id_})
            service = target_of(draft)
            return Source(Draft(text), service) if service else Source(draft)
    return None
