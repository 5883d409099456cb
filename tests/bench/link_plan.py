"""Estimate how long a check of all links takes for each service, and how many workflow runs that is.

    python -m tests.bench.link_plan [COUNT…]

Links are made up like those of the real list: as many per entry for each service, plain pages at the same
hosts. The planner and the paces are the checker's own, with a clock that does not wait; no service is asked.
An answer counts as one second. DOIs that Crossref does not know are asked for at DataCite as well.
"""

# ruff: noqa: T201 - a measurement prints its results

import heapq
import math
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.links.answers.verdict import Target, Verdict
from generator.links.asking.pacing import HostQueue, Pace
from generator.links.gathering.gather import gather_entry_links
from generator.links.link import LinkOccurrence
from generator.links.plan import Plan, make_occurrence_key, make_plan
from generator.links.providers import arxiv, crossref, datacite, doi, github, huggingface, web
from generator.links.remembering.link_state import LinkJudgment, LinkRecord, format_time
from generator.links.remembering.memory import Memory
from generator.links.remembering.record_update import refresh_interval
from tests.bench.lane_clock import LaneClock
from tests.bench.measure import PROJECT, format_table

PRINT = "0123456789ab"
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
ANSWER = 1.0
RUN = 3000.0
"""Seconds of requests in a run of the workflow (`--minutes 50`); the next run continues with the rest."""

OF_DATACITE = ("10.5281/", "10.6084/", "10.7937/", "10.13026/", "10.23698/", "10.34740/", "10.48723/")
"""The DOI prefixes of the real list that are registered with DataCite."""

Ids = Sequence[str]


@dataclass(frozen=True, slots=True)
class Lane:
    """One API with its own pace; a run asks all of them at the same time."""

    name: str
    service: str
    batch: int
    pace: Callable[[LaneClock], Pace]
    limit: str
    holds: Callable[[str], bool] = lambda id_: True

    def requests(self, ids: Ids) -> int:
        """How many requests ask for the `ids` of this lane."""
        return math.ceil(sum(map(self.holds, ids)) / self.batch)

    def seconds(self, ids: Ids, answer: float) -> float:
        """How long that takes if each answer takes `answer` seconds."""
        clock = LaneClock()
        pace = self.pace(clock)
        for _ in range(self.requests(ids)):
            with pace.turn():
                clock.sleep(answer)
        return clock.monotonic()


class WebLane(Lane):
    """Plain pages: many hosts at the same time, each at its own pace."""

    def seconds(self, ids: Ids, answer: float) -> float:
        """The time of the last answer, if HEAD decides for each page."""
        hosts: HostQueue[str] = HostQueue(web.HOST_CONCURRENCY, web.HOST_GAP)
        for url in ids:
            hosts.put(urlsplit(url).netloc, url)
        now, running = 0.0, list[tuple[float, str]]()
        while hosts.waiting or running:
            found = hosts.take(now) if len(running) < web.MAX_WORKERS else math.inf
            if not isinstance(found, float):
                heapq.heappush(running, (now + answer, found[0]))
            elif running and running[0][0] <= now + found:
                now, host = heapq.heappop(running)
                hosts.finish(host)
            else:
                now += found
        return now


def _windowed(most: int, window: float) -> Callable[[LaneClock], Pace]:
    return lambda clock: Pace(clock, limit=most, window=window)


def _spaced(gap: float) -> Callable[[LaneClock], Pace]:
    return lambda clock: Pace(clock, gap)


LANES = (
    Lane(
        "arXiv", arxiv.NAME, arxiv.BATCH, _spaced(arxiv.GAP), "one connection, 3 s apart, over all machines"
    ),
    Lane("Crossref", doi.NAME, crossref.BATCH, _spaced(crossref.GAP), "3 lists a second"),
    Lane(
        *("DataCite", doi.NAME, datacite.BATCH, _windowed(datacite.MAX_REQUESTS, datacite.WINDOW)),
        "500 in 5 minutes an address",
        holds=lambda id_: id_.startswith(OF_DATACITE),
    ),
    Lane(
        "GitHub",
        github.NAME,
        github.SERVICE.batch,
        _windowed(1000, 3600.0),
        "1,000 an hour a repository's token",
    ),
    Lane(
        *("Hugging Face", huggingface.NAME, 1, _windowed(huggingface.MAX_REQUESTS, huggingface.WINDOW)),
        "500 in 5 minutes an address, without a token",
    ),
    WebLane(
        "plain pages",
        web.NAME,
        1,
        _spaced(web.HOST_GAP),
        "2 at once, 50 ms apart at a host; 64 in all",
    ),
)


def made_links(real: Catalog, count: int) -> list[LinkOccurrence]:
    """The links of `count` entries, each like those of a random real entry, but to made-up targets."""
    chance = random.Random(1)
    patterns = [gather_entry_links(entry, "") for entry in real]
    return [
        LinkOccurrence("", _made(link.target, number), "", link.field, f"made{number}")
        for number in range(count)
        for link in chance.choice(patterns)
    ]


def _made(like: Target, number: int) -> Target:
    """A made-up target of the same service, with the prefix, kind or host of `like`."""
    first = like.id.partition("/")[0]
    ids = {
        arxiv.NAME: f"{number % 100:02}{1 + number % 12:02}.{number:05}",
        github.NAME: f"made{number}/{like.id.rpartition('/')[2]}",
        web.NAME: f"https://{urlsplit(like.id).netloc}/{number}/{urlsplit(like.id).path}",
    }
    return Target(like.service, ids.get(like.service, f"{first}/made{number}/{like.id[-20:]}"))


def make_records(links: Iterable[LinkOccurrence]) -> dict[str, LinkRecord]:
    """The records after a check of all links, each checked at another time and still fresh."""
    chance = random.Random(2)
    known: dict[str, LinkRecord] = {}
    for link in links:
        key = str(link.target)
        checked = NOW - chance.random() * refresh_interval(key)
        observed = {"license": "MIT", "pushed": "2026-10-01", "repository": 123456789, "stars": 42}
        known[key] = LinkRecord(
            verdict=Verdict.OK,
            since="2026-11-24T08:00:00Z",
            checked=format_time(checked),
            fine=format_time(checked),
            next=format_time(checked + refresh_interval(key)),
            observed=observed if link.target.service == github.NAME else {},
            entries={make_occurrence_key(link): LinkJudgment(print=PRINT)},
        )
    return known


def runs(seconds: float) -> int:
    """How many runs of the workflow `seconds` of requests take."""
    return math.ceil(seconds / RUN)


def rows(first: Plan, daily: Plan) -> Iterable[list[object]]:
    """A row for each lane: the first check of all links, and the daily check after that."""
    for lane in LANES:
        ids, due = first.due.get(lane.service, ()), daily.due.get(lane.service, ())
        at_first, in_a_day = lane.seconds(ids, ANSWER), lane.seconds(due, ANSWER)
        yield [
            f"{lane.name}: {lane.limit}",
            sum(map(lane.holds, ids)),
            lane.requests(ids),
            minutes(lane.seconds(ids, 0)),
            minutes(at_first),
            runs(at_first),
            lane.requests(due),
            minutes(in_a_day),
            runs(in_a_day),
        ]


HEAD = [
    *("service and limit", "targets", "requests", "min of waits", "min", "runs"),
    *("requests a day", "min a day", "runs a day"),
]


def minutes(seconds: float) -> str:
    """`seconds` as minutes, for the table."""
    return f"{seconds / 60:.1f}"


def state(known: dict[str, LinkRecord]) -> list[object]:
    """Number of links, megabytes, bytes per link, and seconds to write and to read a memory of `known`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "links.json"
        memory = Memory(file)
        for key, seen in known.items():
            memory.learn(key, seen)
        start = time.perf_counter()
        memory.save()
        saved = time.perf_counter()
        Memory(file)
        size = file.stat().st_size
        return [len(known), size / 1e6, size / len(known), saved - start, time.perf_counter() - saved]


def main(counts: list[int]) -> None:
    real = load(PROJECT).catalog
    states = []
    for count in counts:
        links = made_links(real, count)
        known = make_records(links)
        first = make_plan(links, {}, NOW, lambda entry: PRINT)
        daily = make_plan(links, known, NOW + timedelta(days=1), lambda entry: PRINT)
        print(f"\n{count} entries, {len(links)} links, {first.size} due at first, {daily.size} a day\n")
        print(format_table(HEAD, list(rows(first, daily))), flush=True)
        states.append([count, *state(known)])
    print()
    print(
        format_table(
            ["entries", "identifiers", "MB of memory", "bytes each", "s to write", "s to read"], states
        )
    )


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1000, 10_000, 100_000])
