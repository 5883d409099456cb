"""Observe how often the listed works are cited: five hundred works per request, every two weeks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from generator.links.answers.verdict import Target
from generator.links.link import LinkOccurrence
from generator.links.remembering.link_state import LinkRecord

ASK_AFTER = timedelta(days=14)
"""Counts grow slowly, and without a key everybody shares one rate of the service."""

COUNT, DAY = "citations", "citations_day"
"""The keys of the count, and of the day on which the service was asked, among the observations."""

_PREFIXES = {"arxiv": "ARXIV:", "doi": "DOI:"}
"""The services whose ids name a work, with what Semantic Scholar writes before them; the best first."""


class CitationCounter(Protocol):
    """The service that knows how often works are cited."""

    def count_citations(self, ids: Sequence[str]) -> Mapping[str, int | None]:
        """Count the citations of `ids`; None for a work that it does not know. Silence is no answer."""


def observe_citations(
    links: Iterable[LinkOccurrence],
    known: Mapping[str, LinkRecord],
    counter: CitationCounter,
    now: datetime,
    learn: Callable[[str, LinkRecord], None],
) -> None:
    """Ask for the works that are due, and `learn` their records with the count and the day."""
    by_id = {_PREFIXES[target.service] + target.id: str(target) for target in _list_works(links)}
    due = [id_ for id_, key in by_id.items() if key in known and _is_due(known[key], now.date())]
    for id_, count in counter.count_citations(due).items():
        record = known[by_id[id_]]
        kept = {key: value for key, value in record.observed.items() if key != COUNT}
        found = {} if count is None else {COUNT: count}
        observed = kept | found | {DAY: now.date().isoformat()}
        learn(by_id[id_], record.model_copy(update={"observed": observed}))


def _list_works(links: Iterable[LinkOccurrence]) -> Iterator[Target]:
    """One identifier of each entry, as Semantic Scholar joins preprint and published version."""
    by_entry: dict[str, dict[str, Target]] = {}
    for link in links:
        if link.entry and link.target.service in _PREFIXES and link.field == link.keys[0]:
            by_entry.setdefault(link.entry, {}).setdefault(link.target.service, link.target)
    for found in by_entry.values():
        yield next(found[service] for service in _PREFIXES if service in found)


def _is_due(record: LinkRecord, today: date) -> bool:
    asked = record.observed.get(DAY)
    return not asked or date.fromisoformat(asked) + ASK_AFTER <= today
