"""Find the links of a work's own code, weights and data in what its authors write of it."""

import re
from collections.abc import Iterator

from generator.add.link_kinds import find_link_kind
from generator.links.gathering.recognize import recognize
from generator.links.providers.github import NAME as GITHUB

_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`]+")
_END = re.compile(r"(?<=[.!?;])\s+")
_KINDS = ("code", "project", "weights", "data", "demo")
_OWN = re.compile(
    r"\b(?:our|ours|we|this|here|available|releas\w+|public\w*|open.?sourc\w+|code|source|repo\w*|github"
    r"|implementation|models?|weights|checkpoints?|data|datasets?|benchmark|page|website|project|demo|see"
    r"|accessible|access\w*|found)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:unlike|compar\w+|versus|vs|baselines?|based on|buil[dt]s? (?:up)?on|building (?:up)?on|extend\w*"
    r"|adapt\w+|borrow\w+|fork\w*|following|than|others?'?|existing|prior|previous|original"
    r"|outperform\w*|instead of|such as|derived from|taken from|provided by|using|evaluated on|trained on)\b",
    re.IGNORECASE,
)


def read_own_links(*texts: str) -> tuple[dict[str, str], list[str]]:
    """Return the work's own links by kind, and notes on those of which it is not sure whose they are.

    >>> read_own_links("Code: https://github.com/owner/name.")
    ({'code': 'https://github.com/owner/name'}, [])
    """
    found: dict[str, dict[str, bool]] = {}
    for text in texts:
        for url, is_own in _find_addresses(text):
            kind = find_link_kind(url)
            if kind in _KINDS:
                named = found.setdefault(kind, {})
                named[url] = named.get(url, True) and is_own
    links, notes = {}, []
    for kind, named in found.items():
        if len(named) == 1 and all(named.values()):
            links[kind] = next(iter(named))
        else:
            notes.append(_ask(kind, list(named)))
    return links, notes


def _ask(kind: str, urls: list[str]) -> str:
    listed = " and ".join(urls[:3])
    which = "whether it is" if len(urls) == 1 else "which is"
    return f"the authors name {listed}; not sure {which} the work's own: write it as `links.{kind}` if it is"


def _find_addresses(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each address of `text`, and whether its sentence says that it is the work's own."""
    for sentence in _END.split(text):
        words = _ADDRESS.sub(" ", sentence)
        is_bare = not re.search(r"[^\W\d_]{2}", words)
        is_own = is_bare or bool(_OWN.search(words) and not _OTHERS.search(words))
        for match in _ADDRESS.findall(sentence):
            yield _trim_address(match), is_own


def _trim_address(address: str) -> str:
    """Return the address without the marks of its sentence; that of a repository without what is below it."""
    url = address.rstrip(".,;:!?)]").replace("http://github.com", "https://github.com")
    target = recognize(url)
    if target.service != GITHUB:
        return url
    owner, name = target.id.split("/")[:2]
    return f"https://github.com/{owner}/{name}"
