"""Which provider knows which service's targets; a new service is one module and one line here."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Protocol

from generator.links.providers.arxiv import Arxiv
from generator.links.providers.client import Setting, Tell
from generator.links.providers.doi import Doi
from generator.links.providers.github import Github
from generator.links.providers.huggingface import HuggingFace
from generator.links.providers.pubmed import PubMed
from generator.links.providers.web import Web
from generator.links.recognise import ARXIV, DOI, GITHUB, HUB, PUBMED, WEB


class Provider(Protocol):
    """Asks one service."""

    batch: ClassVar[int]
    """How many ids one request asks for."""

    def __init__(self, setting: Setting) -> None: ...

    def check(self, ids: Sequence[str], tell: Tell) -> None:
        """Call `tell` for each id once; `ServiceDown` leaves the rest untold."""


SERVICES: Mapping[str, type[Provider]] = {
    ARXIV: Arxiv,
    DOI: Doi,
    GITHUB: Github,
    HUB: HuggingFace,
    PUBMED: PubMed,
    WEB: Web,
}
"""Every service, by the name that targets bear."""
