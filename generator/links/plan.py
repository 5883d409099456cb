"""What this run asks: the targets that are due, each once, by service."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from generator.links.link import Link
from generator.links.memory import Seen, read_time
from generator.links.verdict import UNASKED


@dataclass(frozen=True)
class Plan:
    """The links of this run, and the ids that are due by service."""

    links: Sequence[Link]
    due: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many targets are due."""
        return sum(map(len, self.due.values()))


def make_plan(
    links: Sequence[Link],
    known: Mapping[str, Seen],
    now: datetime,
    fingerprint: Callable[[str], str],
) -> Plan:
    """The plan for `links`; what is known and fresh, in an entry that has not changed, is not due."""
    due: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        if link.target.service != UNASKED and _is_due(link, known.get(str(link.target)), now, fingerprint):
            due[link.target.service][link.target.id] = None
    return Plan(links, {service: list(ids) for service, ids in sorted(due.items())})


def _is_due(link: Link, seen: Seen | None, now: datetime, fingerprint: Callable[[str], str]) -> bool:
    if seen is None or read_time(seen.next) <= now:
        return True
    if not link.entry:
        return False
    judged = seen.entries.get(slot(link))
    return judged is None or judged.print != fingerprint(link.entry)


def slot(link: Link) -> str:
    """What tells one place of a target from another: one entry may name a repository in two fields."""
    return f"{link.entry} {link.field}"


def requests_of(plan: Plan, batch_of: Callable[[str], int]) -> dict[str, int]:
    """How many requests each service gets at least, when nothing fails."""
    return {service: math.ceil(len(ids) / batch_of(service)) for service, ids in plan.due.items()}
