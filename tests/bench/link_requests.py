"""Measure requests and time for lists of entries with one arXiv, one GitHub and one DOI link each.

    python -m tests.bench.link_requests [COUNT…]

The services are servers on this machine that answer in the documented shapes. Waits are added up for each
service instead of waited for; the time of real answers (about a second each) would come on top.
"""

# ruff: noqa: T201 - a measurement prints its results

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.asking.service import ClientContext
from generator.links.compare.comparison import fingerprint
from generator.links.gathering.gather import gather_links
from generator.links.gathering.recognize import recognize
from generator.links.plan import make_plan
from generator.links.providers.wayback import Wayback
from generator.links.remembering.memory import Memory
from generator.links.result import RunOutcome
from generator.links.run import LinkRun
from generator.links.services import LINK_SERVICES
from tests.bench.lane_clock import LaneClock
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import TOKEN, Repo
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

PEOPLE = (("Ada", "Example"), ("Björn", "Muster"))
AUTHORS = tuple(" ".join(person) for person in PEOPLE)


def add(world: World, number: int) -> Entry:
    """Add to the world the facts of a correct entry, and return the entry."""
    title = f"MadeUp{number}: A Model of Things"
    arxiv = f"{2001 + number // 10_000 % 12:04}.{number % 10_000 + 1:05}"
    doi, code = f"10.5555/made.{number}", f"ada-example/madeup{number}"
    world.papers[arxiv] = Paper(title, AUTHORS, "2020-01-01")
    world.works[doi] = Work(title, PEOPLE, (2020, 1))
    world.repos[code] = Repo(code, number + 1, title)
    fields = {
        "title": title,
        "kind": "model",
        "authors": AUTHORS,
        "date": "2020-01",
        "arxiv": arxiv,
        "doi": doi,
    }
    links = {"code": f"https://github.com/{code}"}
    return Entry.model_validate(
        {"id": f"made{number}", "section": "x", "added": "2026", "links": links} | fields
    )


def check(catalog: Catalog, clock: LaneClock, folder: Path) -> RunOutcome:
    context = ClientContext(clock, "medvlm-links/bench", recognize, token=TOKEN)
    links = gather_links(catalog, folder)
    memory = Memory(folder / "links.json")
    prints = {entry.id: fingerprint(entry) for entry in catalog}
    plan = make_plan(links, memory.links, clock.now(), prints.__getitem__)
    providers = {name: service.provider(context) for name, service in LINK_SERVICES.items()}
    return LinkRun(plan, catalog, memory, providers, Wayback(context), clock).run()


@dataclass(frozen=True)
class Measurement:
    """The requests and the time of a run over `entries` entries."""

    entries: int
    asked: dict[str, int]
    wall: float
    seconds: float
    size: int

    @property
    def requests(self) -> int:
        return sum(self.asked.values())

    def __str__(self) -> str:
        services = [self.asked[name] for name in ("arxiv", "github", "crossref")]
        counts = [self.entries, *services, self.requests - sum(services), self.requests]
        rest = [f"{self.wall:.0f}", f"{self.seconds:.1f}", f"{self.size / 1e6:.1f}"]
        return f"| {' | '.join([*map(str, counts), *rest])} |"


def measure(count: int) -> Measurement:
    """Check `count` made-up entries."""
    world, clock = World(enforce=False), LaneClock()
    entries = {entry.id: entry for entry in (add(world, number) for number in range(count))}
    catalog = Catalog(entries, {}, {id_: f"entries/{id_}.yaml" for id_ in entries})
    with world.served() as environment, tempfile.TemporaryDirectory() as folder:
        os.environ.update(environment)
        began = time.monotonic()
        outcome = check(catalog, clock, Path(folder))
        seconds, size = time.monotonic() - began, (Path(folder) / "links.json").stat().st_size
    assert outcome.summary["ok"] == 3 * count, outcome.summary
    asked = {name: world.requests(name) for name in world.servers}
    return Measurement(count, asked, clock.wall, seconds, size)


def main(counts: list[int]) -> None:
    print(
        "| entries | arXiv | GitHub | Crossref | others | requests | simulated wall s | here s | state MB |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for count in counts:
        print(measure(count), flush=True)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1000, 10_000])
