"""What the site shows of the links: read from the memory, nothing is asked or compared."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.gather import gather_entry_links
from generator.links.link import LinkOccurrence
from generator.links.memory import STATE_FILE, LinkRecord, LinkState, read_state
from generator.links.plan import occurrence_key
from generator.links.result import LinkResult, count_verdicts, make_result
from generator.links.verdict import UNASKED, Verdict

LINK_WARNINGS = ("withdrawn", "retracted", "archived", "gated")
"""What may be marked on an entry, the gravest first."""


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """A link of an entry; `checked` and `fine` are days (YYYY-MM-DD), empty where it never was."""

    entry: str
    field: str
    url: str
    service: str
    verdict: Verdict
    detail: str = ""
    suggestion: str = ""
    checked: str = ""
    fine: str = ""
    copy: str = ""
    """An archived copy of what is dead."""


@dataclass(frozen=True, slots=True)
class LinkWarning:
    """A reader's warning, one of `MARKS`, about the link in `field`."""

    kind: str
    field: str
    url: str


@dataclass(frozen=True, slots=True)
class EntryHealth:
    """All that the memory says of one entry."""

    links: tuple[CheckedLink, ...] = ()
    warnings: tuple[LinkWarning, ...] = ()
    checked: str = ""
    """The day on which the last of its links was looked at; the entry's last check."""
    stars: int | None = None
    pushed: str = ""
    """The day of the last push to its code."""
    license: str = ""
    """The licence of its code, as the code's host names it."""


@dataclass(frozen=True, slots=True)
class ServiceHealth:
    """The links of one service, by verdict; every verdict is there."""

    service: str
    total: int
    verdicts: dict[str, int]
    unchecked: int
    oldest: str
    """The day of the oldest check among them."""


@dataclass(frozen=True, slots=True)
class ListHealth:
    """The whole list's links."""

    services: tuple[ServiceHealth, ...] = ()
    total: int = 0
    verdicts: dict[str, int] | None = None
    unchecked: int = 0
    oldest: str = ""
    newest: str = ""
    broken: tuple[CheckedLink, ...] = ()
    """Wrong or dead links, by entry."""
    failing: tuple[CheckedLink, ...] = ()
    """Links that were not found in the last runs, and may be dead."""
    proposals: tuple[CheckedLink, ...] = ()
    """Links with something to do: moved, published, a hint; `detail` says what."""


def load_link_state(root: Path) -> LinkState:
    """The memory of the list at `root`, empty where nothing was checked yet; `BrokenState` for a bad file."""
    return read_state(root / STATE_FILE)


def summarize_entry_health(entry: Entry, state: LinkState) -> EntryHealth:
    """What the memory says of `entry`."""
    links = gather_entry_links(entry, "")
    seen = {link: found for link in links if (found := state.links.get(str(link.target)))}
    code = next(
        (
            one.observed
            for link, one in seen.items()
            if link.field == "links.code" and "stars" in one.observed
        ),
        {},
    )
    return EntryHealth(
        links=tuple(_checked(link, state) for link in links),
        warnings=tuple(sorted(_warnings(seen), key=lambda warning: LINK_WARNINGS.index(warning.kind))),
        checked=max((one.checked[:10] for one in seen.values()), default=""),
        stars=code.get("stars"),
        pushed=code.get("pushed", ""),
        license=code.get("license", ""),
    )


def summarize_health(catalog: Catalog, state: LinkState) -> ListHealth:
    """The figures and lists of the whole catalogue, in the order of services and entries."""
    links = [_checked(link, state) for entry in catalog for link in gather_entry_links(entry, "")]
    links = [link for link in links if link.service != UNASKED]
    by_service: dict[str, list[CheckedLink]] = defaultdict(list)
    for link in links:
        by_service[link.service].append(link)
    days = [link.checked for link in links if link.checked]
    return ListHealth(
        services=tuple(_service(name, by_service[name]) for name in sorted(by_service)),
        total=len(links),
        verdicts=_verdicts(links),
        unchecked=sum(not link.checked for link in links),
        oldest=min(days, default=""),
        newest=max(days, default=""),
        broken=tuple(link for link in links if link.verdict in (Verdict.WRONG, Verdict.DEAD)),
        failing=tuple(link for link in links if link.detail.startswith("failing since")),
        proposals=tuple(link for link in links if _is_proposal(link)),
    )


def _service(name: str, links: list[CheckedLink]) -> ServiceHealth:
    days = [link.checked for link in links if link.checked]
    return ServiceHealth(name, len(links), _verdicts(links), len(links) - len(days), min(days, default=""))


def _verdicts(links: list[CheckedLink]) -> dict[str, int]:
    return count_verdicts(link.verdict for link in links if link.checked)


def _is_proposal(link: CheckedLink) -> bool:
    return link.verdict is Verdict.MOVED or (link.verdict is Verdict.OK and bool(link.detail))


def _checked(link: LinkOccurrence, state: LinkState) -> CheckedLink:
    seen = state.links.get(str(link.target))
    if seen is None:
        return CheckedLink(link.entry, link.field, link.url, link.target.service, Verdict.UNKNOWN)
    result: LinkResult = make_result(link, seen, seen.entries.get(occurrence_key(link)))
    return CheckedLink(
        *(link.entry, link.field, link.url, link.target.service),
        *(result.verdict, result.detail, result.suggestion),
        *(seen.checked[:10], (seen.fine or "")[:10], seen.archived),
    )


def _warnings(seen: dict[LinkOccurrence, LinkRecord]) -> Iterator[LinkWarning]:
    for link, one in seen.items():
        for kind in LINK_WARNINGS:
            if one.observed.get(kind):
                yield LinkWarning(kind, link.field, link.url)
