"""Find a repository that two entries link to, also under an old name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.catalog.catalog import Catalog
from generator.links.link import LinkOccurrence
from generator.links.providers.github import NAME as GITHUB
from generator.links.remembering.link_state import LinkRecord
from generator.links.result import LinkResult


def note_shared_repositories(
    results: Sequence[LinkResult], known: Mapping[str, LinkRecord], catalog: Catalog
) -> Iterator[LinkResult]:
    """Yield the results, with a note where another entry links to the same repository as its code."""
    owners: dict[int, list[LinkOccurrence]] = {}
    for result in results:
        if number := _find_number(result.link, known):
            owners.setdefault(number, []).append(result.link)
    for result in results:
        others = owners.get(_find_number(result.link, known), [])
        if note := _note(result.link, others, catalog):
            result = replace(result, detail="; ".join(filter(None, (result.detail, note))))
        yield result


def _find_number(link: LinkOccurrence, known: Mapping[str, LinkRecord]) -> int:
    """The number of the repository that `link` gives as an entry's code, or 0.

    A folder within a repository counts 0: several works may share a repository so.
    """
    if link.target.service != GITHUB or link.field != "links.code" or link.target.id.count("/") != 1:
        return 0
    seen = known.get(str(link.target))
    number = seen.observed.get("repository") if seen else None
    return number if isinstance(number, int) else 0


def _note(link: LinkOccurrence, others: Sequence[LinkOccurrence], catalog: Catalog) -> str:
    for other in others:
        if other.entry == link.entry:
            continue
        ours, theirs = catalog.entries[link.entry], catalog.entries[other.entry]
        if other.entry not in ours.distinct_from and link.entry not in theirs.distinct_from:
            return f"the same repository as in {other.entry}"
    return ""
