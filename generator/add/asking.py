"""Ask the services what they know of a work, with the clients of the link checker."""

import re
from collections import Counter

from generator.add import cleaning
from generator.add.citation_cff import read_citation_cff
from generator.add.draft import Draft
from generator.add.sources import Source, target_of
from generator.add.versions import complete_with_versions, join_versions
from generator.entry.identifiers import ARXIV as ARXIV_ID
from generator.entry.identifiers import BY_FIELD
from generator.entry.volume_forms import read_pages, read_volume
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.client import BatchFailed, ServiceDown
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.doi import doi_target
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.github import Github
from generator.links.providers.pubmed import NAME as PUBMED
from generator.links.recognize import recognize
from generator.links.registry import LINK_SERVICES
from generator.links.service import ClientContext, Provider
from generator.links.verdict import Answer, Target, Verdict, WorkRecord

_ARXIV_LINK = re.compile(
    r"arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5})|arxiv[:.\s]\s?(\d{4}\.\d{4,5})", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`]+")


class NotFound(Exception):
    """No service knows the work, or none could be asked; the message says which.

    It `may_change` where a service gave no usable answer: a later run may know more.
    """

    def __init__(self, message: str, *, may_change: bool = False) -> None:
        super().__init__(message)
        self.may_change = may_change


class Services:
    """The services of one run; nothing is asked twice."""

    def __init__(self, context: ClientContext) -> None:
        self._context = context
        self._providers: dict[str, Provider] = {}
        self._answers: dict[Target, Answer] = {}

    def ask_ahead(self, targets: list[Target]) -> None:
        """Ask for many works at once: a service takes them in batches."""
        for service in sorted({target.service for target in targets} & {ARXIV, DOI, PUBMED}):
            ids = list(dict.fromkeys(target.id for target in targets if target.service == service))
            self._ask(service, ids)

    def draft(self, source: Source) -> Draft:
        """Complete `source` with what a service knows. Raises NotFound where none knows the work."""
        if source.target is None:
            return source.draft
        if source.target.service == GITHUB:
            return self._of_repository(source)
        found = self._of_record(source.target)
        doi = source.draft.data.get("doi") or found.data.get("doi")
        if source.target.service == ARXIV and doi:
            found = self._with_published(found, doi_target(doi))
        elif source.target.service == DOI:
            found = self._with_preprint(found, source.target)
        return complete_with_versions(source.draft, found)

    def _with_published(self, preprint: Draft, target: Target) -> Draft:
        """`preprint` with the facts of the published version, which the registry of its DOI knows."""
        record = self._record(target) if target.service == DOI else None
        return join_versions(draft_from_record(target, record), record, preprint) if record else preprint

    def _with_preprint(self, published: Draft, target: Target) -> Draft:
        """`published` with the preprint that its record names: its id, its date and its title."""
        record = self._record(target)
        ids = (
            identifier for name in (record.preprints if record else ()) if (identifier := ARXIV_ID.read(name))
        )
        id_ = next(ids, None)
        earlier = self._record(Target(ARXIV, id_)) if id_ else None
        if not record or not id_ or not earlier:
            return published
        return join_versions(published, record, draft_from_record(Target(ARXIV, id_), earlier))

    def _of_record(self, target: Target) -> Draft:
        record = self._record(target)
        if record is None:
            answer = self._answers[target]
            if answer.verdict is Verdict.UNKNOWN:
                title = LINK_SERVICES[target.service].title
                message = f"{title} did not answer about {target.id}: {answer.detail}"
                raise NotFound(message, may_change=True)
            raise NotFound(f"{target.id}: {answer.detail or 'not known'}")
        return draft_from_record(target, record)

    def _record(self, target: Target) -> WorkRecord | None:
        if target not in self._answers:
            self._ask(target.service, [target.id])
        facts = self._answers[target].facts
        return facts if isinstance(facts, WorkRecord) else None

    def _ask(self, service: str, ids: list[str]) -> None:
        def keep(id_: str, answer: Answer) -> None:
            self._answers[Target(service, id_)] = answer

        try:
            self._provider(service).check(ids, keep)
        except (ServiceDown, BatchFailed) as error:
            for id_ in ids:
                self._answers.setdefault(Target(service, id_), Answer(Verdict.UNKNOWN, str(error)))

    def _provider(self, service: str) -> Provider:
        if service not in self._providers:
            self._providers[service] = LINK_SERVICES[service].provider(self._context)
        return self._providers[service]

    def _of_repository(self, source: Source) -> Draft:
        assert source.target
        name = "/".join(source.target.id.split("/")[:2])
        github = self._provider(GITHUB)
        assert isinstance(github, Github)
        own = Draft(source.draft.source, {"links": {"code": f"https://github.com/{name}"}})
        for cited in read_citation_cff(github.file(name, "CITATION.cff") or ""):
            target = target_of(cited)
            if target and target.service in (ARXIV, DOI, PUBMED):
                return own.completed(self._of_record(target))
        if arxiv := _most_named(github.readme(name) or ""):
            return own.completed(self._of_record(Target(ARXIV, arxiv)))
        raise NotFound(f"{name}: its CITATION.cff names no paper, and its README no arXiv id")


def _most_named(text: str) -> str:
    ids = [first or second for first, second in _ARXIV_LINK.findall(text)]
    return Counter(ids).most_common(1)[0][0] if ids else ""


def identifier_fields(target: Target) -> dict[str, str]:
    """The field of an entry that `target` fills, with its value; empty for what is no identifier."""
    row = BY_FIELD.get(target.service)
    return {row.field: target.id} if row and not row.find_error(target.id) else {}


def draft_from_record(target: Target, record: WorkRecord) -> Draft:
    """Make a draft from `record`, the answer of a registry."""
    data = {
        "title": cleaning.clean_title(record.title),
        "authors": _authors(target, record),
        "date": record.date,
        "links": _links(f"{record.comment} {record.abstract}"),
    }
    data |= {"doi": record.doi, **identifier_fields(target)}
    if target.service == DOI:
        data |= {"volume": read_volume(record.volume), "number": read_volume(record.number)}
        data |= {"pages": read_pages(record.pages)}
    year = _year(record) if target.service == DOI else _last_year(record.journal)
    kept = {key: value for key, value in data.items() if value}
    return Draft(str(target), kept, record.journal, year, cleaning.clean_title(record.abstract))


def _authors(target: Target, record: WorkRecord) -> list[str]:
    # PubMed's summaries give initials, and an entry needs full names.
    found = record.authors if target.service != PUBMED else ()
    return [name for author in found if (name := _natural(author))]


def _natural(author: str) -> str:
    """Turn `Last, First`, as DataCite writes it, into `First Last`."""
    last, comma, first = author.partition(",")
    return cleaning.clean_name(f"{first} {last}" if comma else author)


def _year(record: WorkRecord) -> int | None:
    return int(record.date[:4]) if record.date[:4].isdigit() else None


def _last_year(place: str) -> int | None:
    years = re.findall(r"\b(?:19|20)\d{2}\b", place)
    return int(years[-1]) if years else None


def _links(text: str) -> dict[str, str]:
    """The first address of each kind (code, project, weights, data) in a comment or an abstract."""
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
