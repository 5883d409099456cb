"""The public services that the contribute page asks when a person presses its button, and at no other time.

Both send `Access-Control-Allow-Origin: *`, so that a page of any site may ask them. This is the one list of
them: the page names their hosts beside the button, and a content security policy allows only these.
"""

from urllib.parse import urlsplit

from generator.links.providers import crossref, datacite

ASKED_SERVICES = {"crossref": crossref.SERVICE, "datacite": datacite.SERVICE}
"""By the names that the page's script knows."""


def list_asked_hosts() -> list[str]:
    """Return the hosts of the services, as the page names them: `api.crossref.org`."""
    return [urlsplit(service.api).netloc for service in ASKED_SERVICES.values()]


def list_asked_origins() -> list[str]:
    """Return the origins of the services, for `connect-src`: `https://api.crossref.org`."""
    return ["{0.scheme}://{0.netloc}".format(urlsplit(service.api)) for service in ASKED_SERVICES.values()]


def describe_services() -> dict[str, dict[str, str]]:
    """Return the title and the address of each service, for the page's script."""
    return {name: {"title": service.title, "api": service.api} for name, service in ASKED_SERVICES.items()}
