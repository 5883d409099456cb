"""The kind of a link by its address: a repository is code, a dataset of Hugging Face is data."""

from urllib.parse import urlsplit

from generator.entry.identifiers import IDENTIFIERS
from generator.links.answers.page_kinds import KIND_HOSTS, is_at
from generator.links.asking.service import read_host
from generator.links.gathering.recognize import recognize
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.huggingface import NAME as HUGGING_FACE

_HUB_KINDS = {"models": "weights", "datasets": "data", "spaces": "demo"}


def find_link_kind(url: str) -> str:
    """Return the key of `links` for `url`; empty where its address does not say.

    >>> find_link_kind("https://github.com/owner/name")
    'code'
    """
    target = recognize(url)
    if target.service == GITHUB:
        return "code"
    if target.service == HUGGING_FACE:
        return _HUB_KINDS.get(target.id.partition("/")[0], "")
    try:
        parts = urlsplit(url)
    except ValueError:  # `http://[a` is no address
        return ""
    host = read_host(parts)
    if is_at(host, KIND_HOSTS["paper"]):
        return "paper"
    if parts.path.lower().endswith(".pdf"):
        return "pdf"
    return next((kind for kind, hosts in KIND_HOSTS.items() if is_at(host, hosts)), "")


def is_identifier(url: str) -> bool:
    """Whether `url` leads to the paper by an identifier, which the entry has as a key of its own."""
    return any(row.read(url) for row in IDENTIFIERS)
