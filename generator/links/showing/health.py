"""The health of the links as the site shows it: read from the memory; nothing is asked or compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.answers.verdict import UNASKED, Verdict
from generator.links.gathering.gather import gather_entry_links
from generator.links.link import LinkOccurrence
from generator.links.plan import make_occurrence_key
from generator.links.remembering.link_state import LinkRecord, LinkState
from generator.links.result import LinkResult, count_verdicts, make_result
from generator.links.showing.observed_facts import (
    ObservedFact,
    find_gated_parts,
    group_by_day,
    list_facts_of_links,
)

LINK_WARNINGS = ("withdrawn", "retracted", "archived", "gated")
"""What the entry page warns its reader of, the most serious first."""


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """A link of an entry; `checked` and `fine` are days (YYYY-MM-DD), empty for never."""

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
    """The address of an archived copy, for a dead link."""
    is_failing: bool = False
    """Whether the last run did not find it."""


@dataclass(frozen=True, slots=True)
class LinkWarning:
    """A warning for readers about the link in `field`; `kind` is one of `LINK_WARNINGS`."""

    kind: str
    field: str
    url: str


@dataclass(frozen=True, slots=True)
class EntryHealth:
    """What the memory holds about one entry."""

    warnings: tuple[LinkWarning, ...] = ()
    facts: Mapping[str, Sequence[ObservedFact]] = field(default_factory=dict)
    """What services said of its works, code and weights, by day."""
    gated: Mapping[str, str] = field(default_factory=dict)
    """The parts that were observed to be gated, such as `weights`, each with the day."""


@dataclass(frozen=True, slots=True)
class ServiceHealth:
    """The number of links of one service by verdict; every verdict has a number."""

    service: str
    total: int
    verdicts: dict[str, int]
    unchecked: int
    oldest: str
    """The day of the check that is longest ago."""


@dataclass(frozen=True, slots=True)
class ListHealth:
    """The state of all links of the list."""

    services: tuple[ServiceHealth, ...] = ()
    total: int = 0
    verdicts: dict[str, int] | None = None
    unchecked: int = 0
    oldest: str = ""
    newest: str = ""
    broken: tuple[CheckedLink, ...] = ()
    """Wrong or dead links, in the order of entries."""
    failing: tuple[CheckedLink, ...] = ()
    """Links that the last runs did not find: they may be dead."""
    proposals: tuple[CheckedLink, ...] = ()
    """Links that a person should read about: moved, published, a hint; `detail` says what."""


def summarize_entry_health(entry: Entry, state: LinkState) -> EntryHealth:
    """Summarize what the memory holds about `entry`."""
    if not state.links:
        return EntryHealth()
    links = gather_entry_links(entry, "")
    records = {link: found for link in links if (found := state.links.get(str(link.target)))}
    return EntryHealth(
        warnings=tuple(
            sorted(_list_warnings(records), key=lambda warning: LINK_WARNINGS.index(warning.kind))
        ),
        facts=group_by_day(list_facts_of_links(links, state).values()),
        gated=find_gated_parts(links, state),
    )


def summarize_health(catalog: Catalog, state: LinkState) -> ListHealth:
    """Summarize the links of all entries, in the order of services and entries."""
    links = [_make_checked_link(link, state) for entry in catalog for link in gather_entry_links(entry, "")]
    links = [link for link in links if link.service != UNASKED]
    by_service: dict[str, list[CheckedLink]] = defaultdict(list)
    for link in links:
        by_service[link.service].append(link)
    days = [link.checked for link in links if link.checked]
    return ListHealth(
        services=tuple(_summarize_service(name, by_service[name]) for name in sorted(by_service)),
        total=len(links),
        verdicts=_count_verdicts(links),
        unchecked=sum(not link.checked for link in links),
        oldest=min(days, default=""),
        newest=max(days, default=""),
        broken=tuple(link for link in links if link.verdict in (Verdict.WRONG, Verdict.DEAD)),
        failing=tuple(link for link in links if link.is_failing),
        proposals=tuple(link for link in links if _is_proposal(link)),
    )


def find_newest_check(catalog: Catalog, state: LinkState) -> str:
    """Find the day on which a link of the list was checked last; empty before the first check."""
    last = max((record.checked[:10] for record in state.links.values()), default="")
    newest = ""
    for day in _list_days(catalog, state) if last else ():
        newest = max(newest, day)
        if newest == last:  # mostly found at once: the memory forgets what the list no longer links to
            break
    return newest


def _list_days(catalog: Catalog, state: LinkState) -> Iterator[str]:
    for entry in catalog:
        for link in gather_entry_links(entry, ""):
            record = state.links.get(str(link.target))
            if record and link.target.service != UNASKED:
                yield record.checked[:10]


def _summarize_service(name: str, links: list[CheckedLink]) -> ServiceHealth:
    days = [link.checked for link in links if link.checked]
    return ServiceHealth(
        name, len(links), _count_verdicts(links), len(links) - len(days), min(days, default="")
    )


def _count_verdicts(links: list[CheckedLink]) -> dict[str, int]:
    return count_verdicts(link.verdict for link in links if link.checked)


def _is_proposal(link: CheckedLink) -> bool:
    return link.verdict is Verdict.MOVED or (link.verdict is Verdict.OK and bool(link.detail))


def _make_checked_link(link: LinkOccurrence, state: LinkState) -> CheckedLink:
    record = state.links.get(str(link.target))
    if record is None:
        return CheckedLink(link.entry, link.field, link.url, link.target.service, Verdict.UNKNOWN)
    result: LinkResult = make_result(link, record, record.entries.get(make_occurrence_key(link)))
    return CheckedLink(
        *(link.entry, link.field, link.url, link.target.service),
        *(result.verdict, result.detail, result.suggestion),
        *(record.checked[:10], (record.fine or "")[:10], record.archived),
        is_failing=bool(record.failing_day),
    )


def _list_warnings(records: dict[LinkOccurrence, LinkRecord]) -> Iterator[LinkWarning]:
    for link, record in records.items():
        for kind in LINK_WARNINGS:
            if record.observed.get(kind):
                yield LinkWarning(kind, link.field, link.url)
