"""An arXiv id, a DOI, a code repository and a title belong to one entry each.

Two works may share a repository if one names the other in `distinct_from`; then a folder of it
is the better link where there is one.

Passes:
    arxiv: "2401.99999"

Fails:
    arxiv: "2401.00001"  # another entry has it
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.catalog import Catalog
from generator.model import Entry
from generator.rules.finding import Finding
from generator.text import key, quoted
from generator.yamlfile import Keys

_Identifier = tuple[str, str]


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Name the other entry that bears one of this entry's identifiers."""
    owners = catalog.index(_owners)
    for (kind, text), keys in _identifiers(entry):
        for other in owners[kind, text]:
            shared_on_purpose = kind == "code repository" and _told_apart(entry, catalog.entries[other])
            if other != entry.id and not shared_on_purpose:
                what = kind if kind == "title" else f"{kind} {quoted(text)}"
                message = f"the {what} stands in {catalog.paths[other]} too: {_mend(kind)}"
                yield Finding(keys, message)


def _mend(kind: str) -> str:
    if kind == "code repository":
        return "link a folder of it, or name the other entry in `distinct_from`"
    return "one work is one entry"


def _told_apart(entry: Entry, other: Entry) -> bool:
    return other.id in entry.distinct_from or entry.id in other.distinct_from


def _identifiers(entry: Entry) -> Iterator[tuple[_Identifier, Keys]]:
    if entry.arxiv:
        yield ("arXiv id", entry.arxiv), ("arxiv",)
    if entry.doi:
        yield ("DOI", entry.doi.lower()), ("doi",)
    for index, url in enumerate(entry.links.code):
        yield ("code repository", _bare(url)), ("links", "code", index)
    if title := key(entry.title):
        yield ("title", title), ("title",)


def _bare(url: str) -> str:
    address = url.partition("://")[2].lower().removeprefix("www.")
    return address.partition("#")[0].rstrip("/").removesuffix(".git")


def _owners(catalog: Catalog) -> dict[_Identifier, list[str]]:
    owners: dict[_Identifier, list[str]] = defaultdict(list)
    for entry in catalog:
        for identifier, _ in _identifiers(entry):
            owners[identifier].append(entry.id)
    return owners
