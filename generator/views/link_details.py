"""Distinguish the links of one kind: by their labels or, without any, by the host or the repository."""

from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import unquote, urlsplit

from generator.entry.labeled import Address

_REPOSITORY_HOSTS = frozenset(
    {"github.com", "gitlab.com", "huggingface.co", "hf.co", "kaggle.com", "modelscope.cn"}
)
_KINDS = frozenset({"datasets", "models", "spaces"})
"""Steps of a path that come before the owner of a repository."""


def describe_links(urls: Sequence[Address]) -> list[str]:
    """Return a distinguishing word for each of `urls`, all of one kind; empty where none is needed.

    >>> describe_links([Address("https://github.com/ada/model"), Address("https://github.com/ada/server")])
    ['model', 'server']
    """
    if len(urls) < 2 or any(url.label for url in urls):
        return [url.label for url in urls]
    choices: list[tuple[Callable[[str], str], Counter[str]]] = [
        (describe, Counter(map(describe, urls)))
        for describe in (_find_host, _find_repository, _find_whole_name)
    ]
    return [
        next((text for describe, counts in choices if (text := describe(url)) and counts[text] == 1), "")
        or _number_host(url, urls[:number])
        for number, url in enumerate(urls, 1)
    ]


def _number_host(url: str, so_far: Sequence[str]) -> str:
    """The host with a number, for addresses that differ in nothing that helps a person."""
    return f"{_find_host(url)} {sum(_find_host(other) == _find_host(url) for other in so_far)}"


def _find_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _list_steps(url: str) -> list[str]:
    """Return owner and name of a repository, as far as `url` has them."""
    steps = [unquote(step) for step in urlsplit(url).path.split("/") if step]
    return [step for step in steps if step not in _KINDS][:2] if _find_host(url) in _REPOSITORY_HOSTS else []


def _find_repository(url: str) -> str:
    return (_list_steps(url) or [""])[-1].removesuffix(".git")


def _find_whole_name(url: str) -> str:
    return "/".join(_list_steps(url))
