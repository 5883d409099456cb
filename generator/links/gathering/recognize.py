"""Recognize the service and the identifier in a web address."""

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from generator.links.answers.verdict import UNASKED, Target
from generator.links.asking.service import TargetFinder, read_host
from generator.links.providers.web import NAME as WEB
from generator.links.services import LINK_SERVICES


@lru_cache(maxsize=1_000)  # a page asks about the links of its entry several times
def recognize(url: str) -> Target:
    """Find the target that `url` leads to; an address without an identifier belongs to the plain web.

    >>> str(recognize("https://arxiv.org/pdf/2210.10163v2"))
    'arxiv:2210.10163'
    """
    try:
        parts = urlsplit(url)
        host = read_host(parts)
    except ValueError:
        return Target(UNASKED, url)
    for find in _list_finders(host):
        if target := find(parts):
            return target
    return Target(WEB, url.partition("#")[0])


def is_canonical(url: str, target: Target) -> bool:
    """Whether `url` is an address of the service itself, so that an unknown id means a dead link."""
    service = LINK_SERVICES.get(target.service)
    return service is None or service.guess is None or read_host(urlsplit(url)) in service.hosts


def _list_finders(host: str) -> Iterator[TargetFinder]:
    """The finders of the services at `host`, then those that guess an id from any address."""
    for service in LINK_SERVICES.values():
        if host in service.hosts:
            yield service.hosts[host]
    for service in LINK_SERVICES.values():
        if service.guess:
            yield service.guess
