"""Find the service that knows what a web address leads to."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.links.providers.web import NAME as WEB
from generator.links.registry import LINK_SERVICES
from generator.links.service import TargetFinder, host_of
from generator.links.verdict import UNASKED, Target


def recognize(url: str) -> Target:
    """The target that `url` leads to; what holds no identifier is plain web.

    >>> str(recognize("https://arxiv.org/pdf/2210.10163v2"))
    'arxiv:2210.10163'
    """
    try:
        parts = urlsplit(url)
        host = host_of(parts)
    except ValueError:
        return Target(UNASKED, url)
    for find in _finders(host):
        if target := find(parts):
            return target
    return Target(WEB, url.partition("#")[0])


def is_canonical(url: str, target: Target) -> bool:
    """Whether `url` names its identifier outright, so that an unknown id means a dead link."""
    service = LINK_SERVICES.get(target.service)
    return service is None or service.guess is None or host_of(urlsplit(url)) in service.hosts


def _finders(host: str) -> Iterator[TargetFinder]:
    """Those of the services at `host`, then those that read an id out of any address."""
    for service in LINK_SERVICES.values():
        if host in service.hosts:
            yield service.hosts[host]
    for service in LINK_SERVICES.values():
        if service.guess:
            yield service.guess
