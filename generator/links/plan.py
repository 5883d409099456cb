"""What this run asks: the targets that are due, each once, by service, for one shard of several."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from generator.links.link import Link
from generator.links.memory import Seen, read_time
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.verdict import UNASKED, Target


@dataclass(frozen=True, slots=True)
class Shard:
    """One of `count` runs side by side, from 1."""

    index: int = 1
    count: int = 1

    def holds(self, target: Target) -> bool:
        """Whether this run asks about `target`; all of arXiv is the first's, as one connection is allowed."""
        if target.service == ARXIV:
            return self.index == 1
        digest = hashlib.sha256(str(target).encode()).digest()
        return int.from_bytes(digest[:4]) % self.count == self.index - 1


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
    shard: Shard,
    fingerprint: Callable[[str], str],
) -> Plan:
    """The plan for `links`; what is known and fresh, in an entry that has not changed, is not due."""
    mine = [link for link in links if shard.holds(link.target)]
    due: dict[str, dict[str, None]] = defaultdict(dict)
    for link in mine:
        if link.target.service != UNASKED and _is_due(link, known.get(str(link.target)), now, fingerprint):
            due[link.target.service][link.target.id] = None
    return Plan(mine, {service: list(ids) for service, ids in sorted(due.items())})


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
