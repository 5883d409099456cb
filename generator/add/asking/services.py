"""What services know of works, by the providers of the link checker."""

from generator.add.asking.not_found import NotFound
from generator.add.draft import Draft
from generator.add.registries.record_draft import draft_from_answer
from generator.links.answers.verdict import Answer, Target, Verdict, WorkRecord
from generator.links.asking.client import BatchFailed, ServiceDown
from generator.links.asking.service import ClientContext, Provider
from generator.links.http.answer import NotUnderstood
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.arxiv import Arxiv
from generator.links.providers.crossref import Crossref
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.github import Github
from generator.links.providers.pubmed import NAME as PUBMED
from generator.links.services import LINK_SERVICES

_SILENT = (ServiceDown, BatchFailed, NotUnderstood)


class Services:
    """The services of one run; nothing is asked twice."""

    def __init__(self, context: ClientContext) -> None:
        self._context = context
        self._providers: dict[str, Provider] = {}
        self._answers: dict[Target, Answer] = {}
        self._crossref = Crossref(context)

    def ask_ahead(self, targets: list[Target]) -> None:
        """Ask for many works at once: a service takes them in batches."""
        new = [target for target in targets if target not in self._answers]
        for service in sorted({target.service for target in new} & {ARXIV, DOI, PUBMED}):
            ids = dict.fromkeys(target.id for target in new if target.service == service)
            self._ask_service(service, list(ids))

    def ask(self, target: Target) -> Answer:
        """Return the answer about `target`."""
        if target not in self._answers:
            self._ask_service(target.service, [target.id])
        return self._answers[target]

    def find_record(self, target: Target) -> WorkRecord | None:
        """Return the record of the work that `target` is, where a service has one."""
        facts = self.ask(target).facts
        return facts if isinstance(facts, WorkRecord) else None

    def find_draft(self, target: Target) -> Draft | None:
        """Return a draft of the record of `target`, where a service has one."""
        record = self.find_record(target)
        return draft_from_answer(target, self.ask(target), record) if record else None

    def read_draft(self, target: Target) -> Draft:
        """Return a draft of the record of `target`. Raises NotFound."""
        draft = self.find_draft(target)
        if draft is None:
            raise _describe_failure(target, self.ask(target))
        return draft

    def find_titles(self, title: str) -> tuple[dict[Target, Answer], list[str]]:
        """Return what arXiv and Crossref find, and which of them gave no usable answer."""
        found: dict[Target, Answer] = {}
        silent = []
        arxiv = self._find_provider(ARXIV)
        assert isinstance(arxiv, Arxiv)
        for service, find_titles in ((ARXIV, arxiv.find_titles), (DOI, self._crossref.find_titles)):
            try:
                answers = find_titles(title)
            except _SILENT as error:
                silent.append(_drop_plan(str(error)))
            else:
                found |= {Target(service, id_): answer for id_, answer in answers.items()}
        self._answers |= {target: answer for target, answer in found.items() if target.service == ARXIV}
        return found, silent

    def read_repository(self, name: str) -> tuple[str, str]:
        """Return CITATION.cff and README of the repository `owner/name`; empty for one it lacks.

        Raises NotFound where it has neither, or GitHub does not answer.
        """
        github = self._find_provider(GITHUB)
        assert isinstance(github, Github)
        citation, readme = github.file(name, "CITATION.cff"), github.readme(name)
        if readme is None:
            hint = "it answers few questions without a token; set GITHUB_TOKEN"
            hint = "" if self._context.token else f": {hint}"
            raise NotFound(f"GitHub did not answer about {name}{hint}", may_change=True)
        if not (citation or readme):
            raise NotFound(f"{name}: GitHub has no README and no CITATION.cff of it: check its name")
        return citation or "", readme

    def _ask_service(self, service: str, ids: list[str]) -> None:
        def keep(id_: str, answer: Answer) -> None:
            self._answers[Target(service, id_)] = answer

        try:
            self._find_provider(service).check(ids, keep)
        except (ServiceDown, BatchFailed) as error:
            for id_ in ids:
                self._answers.setdefault(Target(service, id_), Answer(Verdict.UNKNOWN, str(error)))

    def _find_provider(self, service: str) -> Provider:
        if service not in self._providers:
            self._providers[service] = LINK_SERVICES[service].provider(self._context)
        return self._providers[service]


def _describe_failure(target: Target, answer: Answer) -> NotFound:
    if answer.verdict is Verdict.DEAD:
        return NotFound(f"{target.id}: {answer.detail or 'not known'}", is_wrong=True)
    if answer.detail:
        title = LINK_SERVICES[target.service].title
        message = f"{title} did not answer about {target.id}: {_drop_plan(answer.detail)}"
        return NotFound(message, may_change=True)
    # A registry may have been silent, so this is no statement about the work.
    return NotFound(
        f"{target.id} exists, but Crossref and DataCite gave no record of it: try again later",
        may_change=True,
    )


def _drop_plan(reason: str) -> str:
    """Return the reason of a silence without the link checker's plan: here a person runs it again."""
    return reason.replace(": left for the next run", ": try again later")
