"""DOIs: Crossref's lists first, then DataCite's, then doi.org for what neither knows."""

import re
from collections.abc import Sequence
from typing import Protocol
from urllib.parse import SplitResult, parse_qs, quote, unquote

from pydantic import BaseModel

from generator.entry.identifiers import find_doi_error
from generator.links.answers.page_kinds import DOI_HOSTS, DOI_PAGES, DOI_TAILS
from generator.links.answers.verdict import Answer, Target, Verdict, ok, uncompared
from generator.links.asking.client import Client, ServiceDown, look_twice
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, LinkService, read_host
from generator.links.http.answer import NotUnderstood
from generator.links.providers import arxiv, crossref, datacite

NAME = "doi"
GAP = 0.2
"""doi.org publishes no limit; five requests per second are no more than a browser's."""

EXISTS, NO_SUCH, NO_VALUES = 1, 100, 200
"""Codes of the handle system; a handle without values exists."""

_IN_PATH = re.compile(r"10\.\d{4,9}/[^?#]+")
_MAX_PATH = 2000


class _Handle(BaseModel):
    responseCode: int


class Registry(Protocol):
    """A registry of DOIs; `check` returns the DOIs that it does not know."""

    title: str

    def check(self, dois: Sequence[str], on_answer: AnswerCallback) -> list[str]:
        """Answer for each DOI that the registry knows, and return the others."""


class Doi:
    """DOIs in lower case; their registry answers for them, never the publisher's page."""

    def __init__(self, context: ClientContext) -> None:
        self._registries: tuple[Registry, ...] = (crossref.Crossref(context), datacite.DataCite(context))
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each DOI; if a registry is down, the next one is asked for its DOIs.

        doi.org decides whether a DOI exists. What exists, but a registry was silent about, is not compared.
        """
        left = dict.fromkeys(ids)
        silence: dict[str, str] = {}
        for registry in self._registries:
            self._ask_registry(registry, left, silence, on_answer)

        def on_existing(id_: str, answer: Answer) -> None:
            is_silent = answer.verdict is Verdict.OK and id_ in silence
            on_answer(id_, uncompared(f"it exists, but {silence[id_]}") if is_silent else answer)

        look_twice(list(left), 1, self._ask, on_existing, "no agency has registered this DOI")

    def _ask_registry(
        self, registry: Registry, left: dict[str, None], silence: dict[str, str], on_answer: AnswerCallback
    ) -> None:
        """Ask for all that are `left`, and note in `silence` about which of them nothing was said."""
        unheard = dict.fromkeys(left, f"{registry.title} did not answer")

        def note_answer(id_: str, answer: Answer) -> None:
            if answer.verdict is Verdict.UNKNOWN:
                named = answer.detail.startswith(registry.title)
                unheard[id_] = answer.detail if named else f"{registry.title}: {answer.detail}"
                return
            for waiting in (left, unheard):
                waiting.pop(id_, None)
            on_answer(id_, answer)

        try:
            for id_ in registry.check(list(left), note_answer):
                unheard.pop(id_, None)
        except ServiceDown as error:
            unheard = dict.fromkeys(unheard, str(error))
        silence |= {id_: reason for id_, reason in unheard.items() if id_ not in silence}

    def _ask(self, dois: Sequence[str]) -> dict[str, Answer]:
        response = self._client.ask("GET", f"/{quote(dois[0], safe='/')}", params={"type": "URL"})
        if response.status not in (200, 404):
            raise NotUnderstood(f"doi.org answers {response.status}")
        code = response.parse(_Handle).responseCode
        if code == NO_SUCH and response.status == 404:
            return {}
        if code in (EXISTS, NO_VALUES):
            return {dois[0]: ok()}
        raise NotUnderstood(f"doi.org answers with code {code}")


def make_doi_target(doi: str) -> Target:
    """The target of a DOI; arXiv's own DOIs are arXiv ids."""
    if arxiv_id := arxiv.read_arxiv_id(doi):
        return Target(arxiv.NAME, arxiv_id)
    return Target(NAME, doi.lower())


def _find_doi(parts: SplitResult) -> Target | None:
    doi = unquote(parts.path).lstrip("/").removeprefix("doi:")
    return None if find_doi_error(doi) else make_doi_target(doi)


def _guess(parts: SplitResult) -> Target | None:
    """Guess the DOI of a page at a publisher or archive from its address."""
    host = read_host(parts)
    for page in DOI_PAGES:
        if page.host == host and (match := re.search(page.path, parts.path)):
            return Target(NAME, page.doi.format(match[1]))
    return _find_at_publisher(host, parts)


def _find_at_publisher(host: str, parts: SplitResult) -> Target | None:
    if host not in DOI_HOSTS and "/doi/" not in parts.path:
        return None
    for text in (unquote(parts.path), *parse_qs(parts.query).get("id", [])):
        if match := _IN_PATH.search(text[:_MAX_PATH]):
            doi = _strip_tails(match[0])
            return None if find_doi_error(doi) else make_doi_target(doi)
    return None


def _strip_tails(doi: str) -> str:
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
    hosts={"doi.org": _find_doi, "dx.doi.org": _find_doi},
    guess=_guess,
)
