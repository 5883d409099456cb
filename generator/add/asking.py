"""Ask the services what they know of a work, with the clients of the link checker."""

import re
from collections import Counter
from dataclasses import replace

from generator.add import cleaning
from generator.add.draft import Draft
from generator.add.sources import Source
from generator.entry.identifiers import BY_FIELD
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.client import BatchFailed, ServiceDown
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.doi import doi_target
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.github import Github
from generator.links.providers.pubmed import NAME as PUBMED
from generator.links.recognize import recognize
from generator.links.registry import LINKED
from generator.links.service import Provider, Setting
from generator.links.verdict import Answer, Record, Target, Verdict

_ARXIV_LINK = re.compile(
    r"arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5})|arxiv[:.\s]\s?(\d{4}\.\d{4,5})", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`]+")


class NotFound(Exception):
    """No service knows the work, or none could be asked; the message says which."""


class Services:
    """The services of one run; what was asked once is not asked again."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._providers: dict[str, Provider] = {}
        self._answers: dict[Target, Answer] = {}

    def ask_ahead(self, targets: list[Target]) -> None:
        """Ask for many works at once: a service takes them in batches."""
        for service in sorted({target.service for target in targets} & {ARXIV, DOI, PUBMED}):
            ids = list(dict.fromkeys(target.id for target in targets if target.service == service))
            self._ask(service, ids)

    def draft(self, source: Source) -> Draft:
        """What is known of `source`; `NotFound` where nothing can be learnt and nothing is known."""
        if source.target is None:
            return source.draft
        if source.target.service == GITHUB:
            return self._of_repository(source)
        found = self._of_record(source.target)
        draft = source.draft.completed(found)
        published = found.data.get("doi")
        # The registry of the DOI knows where and when it was published.
        record = self._record(doi_target(published)) if published and source.target.service == ARXIV else None
        if record:
            return replace(draft, place=record.journal or draft.place, year=_year(record) or draft.year)
        return draft

    def _of_record(self, target: Target) -> Draft:
        record = self._record(target)
        if record is None:
            raise NotFound(f"{target.id}: {self._answers[target].detail or 'not known'}")
        return draft_of(target, record)

    def _record(self, target: Target) -> Record | None:
        if target not in self._answers:
            self._ask(target.service, [target.id])
        facts = self._answers[target].facts
        return facts if isinstance(facts, Record) else None

    def _ask(self, service: str, ids: list[str]) -> None:
        def tell(id_: str, answer: Answer) -> None:
            self._answers[Target(service, id_)] = answer

        try:
            self._provider(service).check(ids, tell)
        except (ServiceDown, BatchFailed) as error:
            for id_ in ids:
                self._answers.setdefault(Target(service, id_), Answer(Verdict.UNKNOWN, str(error)))

    def _provider(self, service: str) -> Provider:
        if service not in self._providers:
            self._providers[service] = LINKED[service].provider(self._setting)
        return self._providers[service]

    def _of_repository(self, source: Source) -> Draft:
        assert source.target
        name = "/".join(source.target.id.split("/")[:2])
        github = self._provider(GITHUB)
        assert isinstance(github, Github)
        own = Draft(source.draft.source, {"links": {"code": f"https://github.com/{name}"}})
        for text in (github.file(name, "CITATION.cff"), github.readme(name)):
            if arxiv := _most_named(text or ""):
                return own.completed(self._of_record(Target(ARXIV, arxiv)))
        raise NotFound(f"{name}: neither its CITATION.cff nor its README names an arXiv id")


def _most_named(text: str) -> str:
    ids = [first or second for first, second in _ARXIV_LINK.findall(text)]
    return Counter(ids).most_common(1)[0][0] if ids else ""


def identified(target: Target) -> dict[str, str]:
    """The identifier of an entry that `target` is, by its field."""
    row = BY_FIELD.get(target.service)
    return {row.field: target.id} if row and not row.find_error(target.id) else {}


def draft_of(target: Target, record: Record) -> Draft:
    """What `record`, the answer of a registry, says as a draft."""
    data = {
        "title": cleaning.title(record.title),
        "authors": _authors(target, record),
        "date": record.date,
        "links": _links(f"{record.comment} {record.abstract}"),
    }
    data |= {"doi": record.doi, **identified(target)}
    year = _year(record) if target.service == DOI else _last_year(record.journal)
    kept = {key: value for key, value in data.items() if value}
    return Draft(str(target), kept, record.journal, year, cleaning.title(record.abstract))


def _authors(target: Target, record: Record) -> list[str]:
    # PubMed's summaries give initials, which an entry may not.
    found = record.authors if target.service != PUBMED else ()
    return [name for author in found if (name := _natural(author))]


def _natural(author: str) -> str:
    """DataCite writes `Last, First`."""
    last, comma, first = author.partition(",")
    return cleaning.name(f"{first} {last}" if comma else author)


def _year(record: Record) -> int | None:
    return int(record.date[:4]) if record.date[:4].isdigit() else None


def _last_year(place: str) -> int | None:
    years = re.findall(r"\b(?:19|20)\d{2}\b", place)
    return int(years[-1]) if years else None


def _links(text: str) -> dict[str, str]:
    """The addresses that a comment or abstract names, by what stands there; the first of each kind."""
    found: dict[str, str] = {}
    for match in _ADDRESS.findall(text):
        url = match.rstrip(".,;:)]").replace("http://github.com", "https://github.com")
        target = recognize(url)
        if target.service == GITHUB:
            owner, name, *_ = target.id.split("/")
            found.setdefault("code", f"https://github.com/{owner}/{name}")
        elif ".github.io" in url:
            found.setdefault("project", url)
        elif target.id.startswith("models/"):
            found.setdefault("weights", url)
        elif target.id.startswith("datasets/"):
            found.setdefault("data", url)
    return found
