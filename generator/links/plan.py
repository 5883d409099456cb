"""Plan a run: which targets are due, each once, by service."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from generator.links.answers.verdict import UNASKED, Target
from generator.links.link import LinkOccurrence
from generator.links.remembering.link_state import LinkRecord, parse_time

CLOCK_SLACK = timedelta(hours=1)
"""Two machines need not have the same time to the minute."""

MAX_REFRESH = timedelta(days=10)
"""Longer than any record is fresh."""


@dataclass(frozen=True)
class Plan:
    """The links of a run, and by service the ids that it asks for.

    >>> Plan(links=[], due={"arxiv": ["2210.10163"], "github": ["a/b", "a/c"]}).size
    3
    """

    links: Sequence[LinkOccurrence]
    due: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many targets are due."""
        return sum(map(len, self.due.values()))


def make_plan(
    links: Sequence[LinkOccurrence],
    known: Mapping[str, LinkRecord],
    now: datetime,
    fingerprint: Callable[[str], str],
    lacks: Callable[[Target], bool] = lambda target: False,
) -> Plan:
    """Make the plan for `links`.

    A target is not due while its record in `known` is fresh and no entry that links to it has changed,
    unless it `lacks` something that is not in the record.
    """
    due: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        target, seen = link.target, known.get(str(link.target))
        if target.service != UNASKED and (_is_due(link, seen, now, fingerprint) or lacks(target)):
            due[target.service][target.id] = None
    return Plan(links, {service: list(ids) for service, ids in sorted(due.items())})


def _is_due(
    link: LinkOccurrence, seen: LinkRecord | None, now: datetime, fingerprint: Callable[[str], str]
) -> bool:
    if seen is None or parse_time(seen.next) <= now or _is_from_the_future(seen, now):
        return True
    if not link.entry:
        return False
    judged = seen.entries.get(make_occurrence_key(link))
    return judged is None or judged.print != fingerprint(link.entry)


def _is_from_the_future(seen: LinkRecord, now: datetime) -> bool:
    """Whether a clock that was ahead wrote the record: it would be believed until then."""
    return parse_time(seen.checked) > now + CLOCK_SLACK or parse_time(seen.next) > now + MAX_REFRESH


def make_occurrence_key(link: LinkOccurrence) -> str:
    """The key of `link` among those to its target: one entry may link to a repository in two fields."""
    return f"{link.entry} {link.field}"


def count_requests(plan: Plan, batch_of: Callable[[str], int]) -> dict[str, int]:
    """Count the requests that each service gets at least, if nothing fails."""
    return {service: math.ceil(len(ids) / batch_of(service)) for service, ids in plan.due.items()}
