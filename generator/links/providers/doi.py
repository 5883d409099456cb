"""DOIs: Crossref's lists first, then DataCite's, then doi.org for what neither knows."""

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qs, quote, unquote

from pydantic import BaseModel

from generator.entry.identifiers import find_doi_error
from generator.links.http.answer import NotUnderstood
from generator.links.pacing import Pace
from generator.links.page_kinds import DOI_HOSTS, DOI_PAGES, DOI_TAILS
from generator.links.providers import arxiv, crossref, datacite
from generator.links.providers.client import BatchFailed, Client, ServiceDown, ask_in_batches
from generator.links.service import AnswerCallback, ClientContext, LinkService, host_of
from generator.links.verdict import Answer, Target, Verdict, dead, ok

NAME = "doi"
GAP = 0.2
"""doi.org publishes no limit; five requests per second are no more than a browser's."""

EXISTS, NO_SUCH, NO_VALUES = 1, 100, 200
"""Codes of the handle system; a handle without values exists."""

_IN_PATH = re.compile(r"10\.\d{4,9}/[^?#]+")
_MAX_PATH = 2000


class _Handle(BaseModel):
    responseCode: int


class Doi:
    """DOIs in lower case; their registry answers for them, never the publisher's page."""

    def __init__(self, context: ClientContext) -> None:
        self._registries = (crossref.Crossref(context), datacite.DataCite(context))
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each DOI; if a registry is down, the next one is asked for its DOIs."""
        answered: set[str] = set()

        def note_answer(id_: str, answer: Answer) -> None:
            if answer.verdict is not Verdict.UNKNOWN:
                answered.add(id_)
                on_answer(id_, answer)

        for registry in self._registries:
            try:
                registry.check([id_ for id_ in ids if id_ not in answered], note_answer)
            except ServiceDown:
                continue
        self._check_handles([id_ for id_ in ids if id_ not in answered], on_answer)

    def _check_handles(self, dois: Sequence[str], on_answer: AnswerCallback) -> None:
        """Ask doi.org, which decides whether a DOI exists; one that it does not find is asked for twice."""
        for doi in ask_in_batches(dois, 1, self._ask, on_answer):
            for missing in ask_in_batches([doi], 1, self._ask, on_answer):
                on_answer(missing, dead("no agency has registered this DOI"))

    def _ask(self, dois: Sequence[str]) -> dict[str, Answer]:
        response = self._client.ask("GET", f"/{quote(dois[0], safe='/')}", params={"type": "URL"})
        if response.status not in (200, 404):
            raise BatchFailed(f"doi.org answers {response.status}")
        code = response.parse(_Handle).responseCode
        if code == NO_SUCH and response.status == 404:
            return {}
        if code in (EXISTS, NO_VALUES):
            return {dois[0]: ok()}
        raise NotUnderstood(f"doi.org answers with code {code}")


def doi_target(doi: str) -> Target:
    """The target of a DOI; arXiv's own DOIs are arXiv ids."""
    if arxiv_id := arxiv.id_of_doi(doi):
        return Target(arxiv.NAME, arxiv_id)
    return Target(NAME, doi.lower())


def _doi(parts: SplitResult) -> Target | None:
    doi = unquote(parts.path).lstrip("/").removeprefix("doi:")
    return None if find_doi_error(doi) else doi_target(doi)


def _guess(parts: SplitResult) -> Target | None:
    """Guess the DOI of a page at a publisher or archive from its address."""
    host = host_of(parts)
    for page in DOI_PAGES:
        if page.host == host and (match := re.search(page.path, parts.path)):
            return Target(NAME, page.doi.format(match[1]))
    return _at_publisher(host, parts)


def _at_publisher(host: str, parts: SplitResult) -> Target | None:
    if host not in DOI_HOSTS and "/doi/" not in parts.path:
        return None
    for text in (unquote(parts.path), *parse_qs(parts.query).get("id", [])):
        if match := _IN_PATH.search(text[:_MAX_PATH]):
            doi = _without_tails(match[0])
            return None if find_doi_error(doi) else doi_target(doi)
    return None


def _without_tails(doi: str) -> str:
    while True:
        plain = doi.rstrip("/")
        tail = next((tail for tail in DOI_TAILS if plain.endswith(tail)), "")
        if not tail:
            return plain
        doi = plain.removesuffix(tail)


SERVICE = LinkService(
    name=NAME,
    title="doi.org",
    api="https://doi.org/api/handles",
    provider=Doi,
    batch=crossref.BATCH,
    hosts={"doi.org": _doi, "dx.doi.org": _doi},
    guess=_guess,
)
