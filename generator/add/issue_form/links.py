"""Read the links of an answer: their kind is written before the address, or the address shows it."""

import re
from collections.abc import Iterator

from generator.add.link_kinds import find_link_kind, is_identifier
from generator.entry.model import Links

ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`\])]+")
_BARE = re.compile(
    r"(?<![\w/.])(?:www\.|(?:github|gitlab|huggingface)\.(?:com|co)/)[^\s<>\"'{}|\\^`\])]+", re.I
)
_NOTHING = re.compile(r"(?:none|no|n/a|not yet|-)\.?\Z", re.IGNORECASE)
_MAX_NOTHING = 8
_WORDS = {
    "github": "code",
    "repository": "code",
    "repo": "code",
    "model": "weights",
    "models": "weights",
    "checkpoint": "weights",
    "checkpoints": "weights",
    "dataset": "data",
    "website": "project",
    "page": "project",
    "homepage": "project",
}
"""What people write for a kind of link."""


def read_links(answer: str) -> tuple[dict[str, str | list[str]], list[str]]:
    """Return the addresses by kind, and notes on lines that are no link or do not say their kind.

    >>> read_links("https://github.com/owner/name")
    ({'code': 'https://github.com/owner/name'}, [])
    """
    found: dict[str, list[str]] = {}
    notes: list[str] = []
    for line in filter(None, map(str.strip, answer.splitlines())):
        addresses = list(_find_addresses(line))
        if not addresses and not _NOTHING.search(line, max(0, len(line) - _MAX_NOTHING)):
            notes.append(f"“{line[:120]}” has no address: write one, such as `code: https://…`")
        for words, url in addresses:
            if kind := _find_kind(words, url):
                found.setdefault(kind, []).append(url)
            else:
                notes.append(_describe_unknown(url))
    unique = {kind: list(dict.fromkeys(urls)) for kind, urls in found.items()}
    return {kind: urls[0] if len(urls) == 1 else urls for kind, urls in unique.items()}, notes


def _find_addresses(line: str) -> Iterator[tuple[str, str]]:
    """Yield each address with the words before it."""
    before = 0
    for match in [*ADDRESS.finditer(line)] or [*_BARE.finditer(line)]:
        url = match[0].rstrip(".,;:!")
        yield line[before : match.start()], url if "://" in url else f"https://{url}"
        before = match.end()


def _find_kind(words: str, url: str) -> str:
    """The kind that the words before the address name, or else the one that the address shows."""
    kinds = {_WORDS.get(word, word) for word in re.findall(r"[a-z]+", words.lower())} & {*Links.model_fields}
    shown = "" if is_identifier(url) else find_link_kind(url)
    return shown if len(kinds) != 1 or (kinds == {"paper"} and is_identifier(url)) else kinds.pop()


def _describe_unknown(url: str) -> str:
    if is_identifier(url):
        return f"{url} is the paper itself: its identifier is the first answer of the form"
    kinds = ", ".join(Links.model_fields)
    return f"the kind of {url} is not certain: write it before the address, such as `project: …` ({kinds})"
