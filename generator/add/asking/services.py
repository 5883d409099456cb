"""Ask the services what they know of a work, with the providers of the link checker; their facts win."""

from dataclasses import replace

from generator.add.asking.title_search import choose_by_title, describe_found
from generator.add.bibliographies.citation_cff import read_citation_cff
from generator.add.draft import Draft
from generator.add.registries.preferring import OtherWork, find_other_work, prefer_registry
from generator.add.registries.record_draft import draft_from_answer
from generator.add.registries.versions import join_versions
from generator.add.repositories.presented import Presented, choose_paper, describe_choices
from generator.add.repositories.readme import Readme, read_readme
from generator.add.sources import Source, target_of
from generator.entry.identifiers import ARXIV as ARXIV_ID
from generator.entry.identifiers import BY_FIELD
from generator.links.http.answer import NotUnderstood
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.arxiv import Arxiv
from generator.links.providers.client import BatchFailed, ServiceDown
from generator.links.providers.crossref import Crossref
from generator.links.providers.doi import NAME as DOI
from generator.links.providers.doi import doi_target
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.github import Github
from generator.links.providers.pubmed import NAME as PUBMED
from generator.links.service import ClientContext, Provider
from generator.links.services import LINK_SERVICES
from generator.links.verdict import Answer, Target, Verdict, WorkRecord

_SILENT = (ServiceDown, BatchFailed, NotUnderstood)


class NotFound(Exception):
    """No service knows the work, or none could be asked; the message says which.

    It `may_change` where a service gave no usable answer: a later run may know more. The identifier
    `is_wrong` where its registry knows no such one.
    """

    def __init__(self, message: str, *, may_change: bool = False, is_wrong: bool = False) -> None:
        super().__init__(message)
        self.may_change, self.is_wrong = may_change, is_wrong


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
            self._ask(service, list(dict.fromkeys(target.id for target in new if target.service == service)))

    def draft(self, source: Source) -> Draft:
        """Complete `source` with what a service knows, which wins; the notes say each difference.

        Raises NotFound where none knows the work, and OtherWork where its identifier is another work's.
        """
        if source.is_title:
            return self._of_title(source.draft)
        if source.target is None:
            return source.draft
        if source.target.service == GITHUB:
            return self._of_repository(source)
        return self._of_work(source.draft, source.target)

    def _of_work(self, own: Draft, target: Target) -> Draft:
        """Complete `own` by `target`, or by its next identifier where no service knows that."""
        try:
            return self._of_identifier(own, target)
        except NotFound as error:
            rest = without_identifier(own, target)
            other = target_of(rest)
            if not other or other == target:
                raise
            draft = self._of_work(rest, other)
            kept = {} if error.is_wrong else {BY_FIELD[target.service].field: target.id}
            return replace(draft, data={**draft.data, **kept}, notes=(describe_missing(error), *draft.notes))

    def _of_identifier(self, own: Draft, target: Target) -> Draft:
        found = self._of_record(target)
        if error := find_other_work(own, target, self._answers[target]):
            raise OtherWork(error)
        if target.service == ARXIV and "doi" in own.data:
            own = self._with_checked_doi(own, doi_target(own.data["doi"]))
        doi = own.data.get("doi") or found.data.get("doi")
        if target.service == ARXIV and doi:
            found = self._with_published(found, doi_target(doi))
        elif target.service == DOI:
            found = self._with_preprint(found, target)
        elif doi:
            found = self._with_article(found, doi_target(doi))
        return prefer_registry(own, found)

    def _with_article(self, summary: Draft, target: Target) -> Draft:
        """PubMed's `summary`, which has initials, no date and no venue, with the facts of its DOI."""
        record = self._record(target)
        if not record:
            return summary
        article = draft_from_answer(target, self._answers[target], record)
        return self._with_preprint(article, target).completed(summary)

    def _with_checked_doi(self, own: Draft, target: Target) -> Draft:
        """`own` without its DOI where that does not exist or is another work's; a note says so."""
        try:
            self._of_record(target)
            error = find_other_work(own, target, self._answers[target])
        except NotFound as failure:
            if not failure.is_wrong:
                return replace(own, notes=(str(failure), *own.notes))
            error = str(failure)
        if not error:
            return own
        rest = without_identifier(own, target)
        return replace(rest, notes=(f"{error}; the DOI was left out", *rest.notes))

    def _with_published(self, preprint: Draft, target: Target) -> Draft:
        """`preprint` with the facts of the published version, which the registry of its DOI knows."""
        record = self._record(target) if target.service == DOI else None
        if not record:
            return preprint
        return join_versions(draft_from_answer(target, self._answers[target], record), record, preprint)

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
        preprint = Target(ARXIV, id_)
        return join_versions(published, record, draft_from_answer(preprint, self._answers[preprint], earlier))

    def _of_record(self, target: Target) -> Draft:
        record = self._record(target)
        if record is None:
            raise self._failure(target, self._answers[target])
        return draft_from_answer(target, self._answers[target], record)

    def _failure(self, target: Target, answer: Answer) -> NotFound:
        if answer.verdict is Verdict.DEAD:
            return NotFound(f"{target.id}: {answer.detail or 'not known'}", is_wrong=True)
        if answer.detail:
            title = LINK_SERVICES[target.service].title
            message = f"{title} did not answer about {target.id}: {_without_plan(answer.detail)}"
            return NotFound(message, may_change=True)
        # A registry may have been silent, so this is no statement about the work.
        return NotFound(
            f"{target.id} exists, but Crossref and DataCite gave no record of it: try again later",
            may_change=True,
        )

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

    def _of_title(self, own: Draft) -> Draft:
        """Complete `own` with the one work that has its title; a note names that work."""
        title = own.data["title"]
        found, silent = self._search(title)
        same, alike = choose_by_title(title, own.data.get("authors", []), found)
        if same:
            ids = {BY_FIELD[target.service].field: target.id for target in same}
            draft = self._of_work(replace(own, data={**ids, **own.data}), same[0])
            note = (
                f"found by its title: {describe_found(same[0], found[same[0]])}: check that it is this work"
            )
            return replace(draft, notes=(note, *draft.notes))
        if alike:
            listed = "; ".join(describe_found(target, found[target]) for target in alike)
            raise NotFound(f"“{title}”: not sure which work it is: {listed}: add the right one by its id")
        if silent:
            message = f"“{title}” could not be looked up: {'; '.join(silent)}"
            raise NotFound(message, may_change=True)
        raise NotFound(
            f"“{title}”: neither arXiv nor Crossref has a work with this title: name its id or DOI"
        )

    def _search(self, title: str) -> tuple[dict[Target, Answer], list[str]]:
        """Return what arXiv and Crossref find, and which of them gave no usable answer."""
        found: dict[Target, Answer] = {}
        silent = []
        arxiv = self._provider(ARXIV)
        assert isinstance(arxiv, Arxiv)
        for service, find_titles in ((ARXIV, arxiv.find_titles), (DOI, self._crossref.find_titles)):
            try:
                answers = find_titles(title)
            except _SILENT as error:
                silent.append(_without_plan(str(error)))
            else:
                found |= {Target(service, id_): answer for id_, answer in answers.items()}
        self._answers |= {target: answer for target, answer in found.items() if target.service == ARXIV}
        return found, silent

    def _of_repository(self, source: Source) -> Draft:
        """Complete with the paper that the repository presents: in its CITATION.cff, or in its README."""
        assert source.target
        name = "/".join(source.target.id.split("/")[:2])
        own = Draft(source.draft.source, {"links": {"code": f"https://github.com/{name}"}})
        citation, readme = self._read_repository(name)
        cited = next(iter(read_citation_cff(citation)), None)
        if cited and "preferred-citation" in citation and (target := target_of(cited)):
            return self._of_presented(own, Presented(target, cited, "its CITATION.cff asks to cite it"))
        titles = self._titles(readme)
        if chosen := choose_paper(name, readme, titles):
            return self._of_presented(own, chosen)
        if cited and (target := target_of(cited)):  # the software itself
            return self._of_presented(own, Presented(target, cited, "its CITATION.cff names it"))
        raise NotFound(describe_choices(name, readme, titles))

    def _read_repository(self, name: str) -> tuple[str, Readme]:
        github = self._provider(GITHUB)
        assert isinstance(github, Github)
        citation, readme = github.file(name, "CITATION.cff"), github.readme(name)
        if readme is None:
            hint = (
                "" if self._context.token else ": it answers few questions without a token; set GITHUB_TOKEN"
            )
            raise NotFound(f"GitHub did not answer about {name}{hint}", may_change=True)
        if not (citation or readme):
            raise NotFound(f"{name}: GitHub has no README and no CITATION.cff of it: check its name")
        return citation or "", read_readme(readme)

    def _titles(self, readme: Readme) -> dict[Target, str]:
        """The titles of all papers that a README names, as far as a registry knows them."""
        cited = [target for draft in readme.citations if (target := target_of(draft))]
        targets = list(dict.fromkeys((*readme.named, *readme.badges, *readme.own, *cited)))
        self.ask_ahead(targets)
        return {target: record.title for target in targets if (record := self._record(target))}

    def _of_presented(self, own: Draft, chosen: Presented) -> Draft:
        cited = chosen.cited or Draft(own.source)
        draft = self._of_work(cited, chosen.target) if chosen.target else self._looked_up(cited)
        merged = own.completed(draft)
        return replace(merged, notes=(f"{own.source}: {chosen.note}", *merged.notes))

    def _looked_up(self, cited: Draft) -> Draft:
        """Look a citation without an identifier up by its title; what it says itself is kept in any case."""
        try:
            return self._of_title(cited)
        except NotFound as error:
            return replace(cited, notes=(str(error), *cited.notes))


def _without_plan(reason: str) -> str:
    """Return the reason of a silence without the link checker's plan: here a person runs it again."""
    return reason.replace(": left for the next run", ": try again later")


def without_identifier(draft: Draft, target: Target) -> Draft:
    """Return `draft` without an identifier that is wrong, and without the date that was read from it."""
    data = {key: value for key, value in draft.data.items() if key != BY_FIELD[target.service].field}
    if target.service == ARXIV and data.get("date") == f"20{target.id[:2]}-{target.id[2:4]}":
        data.pop("date")
        data |= {"date": str(draft.year)} if draft.year else {}
    return Draft(draft.source, data, draft.place, draft.year, draft.text, draft.notes, draft.comment)


def describe_missing(error: NotFound) -> str:
    """Say what a service said of an identifier, and that it was left out if it is wrong."""
    return f"{error}, so it was left out: correct it" if error.is_wrong else str(error)
