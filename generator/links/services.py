"""The list of all link services; a new one is a module in `providers`, imported and listed here."""

from collections.abc import Mapping

from generator.links.asking.service import LinkService, Service
from generator.links.providers import (
    arxiv,
    crossref,
    datacite,
    doi,
    github,
    huggingface,
    pubmed,
    semanticscholar,
    wayback,
    web,
)

SERVICES: tuple[Service, ...] = (
    arxiv.SERVICE,
    doi.SERVICE,
    github.SERVICE,
    huggingface.SERVICE,
    pubmed.SERVICE,
    web.SERVICE,
    crossref.SERVICE,
    datacite.SERVICE,
    semanticscholar.SERVICE,
    wayback.SERVICE,
)
"""Where two services share a host, the first that finds an id in an address takes it."""

LINK_SERVICES: Mapping[str, LinkService] = {
    service.name: service for service in SERVICES if isinstance(service, LinkService)
}
"""The services that links lead to, by name; the others are asked only by these."""
