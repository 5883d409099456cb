"""Plant errors in a copy of the real list, and count how many of them the link checker finds.

    python -m tests.bench.planted [FACTS.jsonl]

The services are servers on this machine that answer from the list as it is. For papers in FACTS (one record
per line, with `title`, `authors` and `arxiv` or `doi`) they answer from there. No plain page is requested.
"""

# ruff: noqa: T201 - a measurement prints its results

import json
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.entry.model import Entry
from generator.links.answers.verdict import UNASKED, Verdict, ok
from generator.links.asking.service import AnswerCallback, ClientContext
from generator.links.compare.comparison import fingerprint
from generator.links.gathering.gather import gather_entry_links, gather_links
from generator.links.gathering.recognize import recognize
from generator.links.plan import make_plan
from generator.links.providers.wayback import Wayback
from generator.links.providers.web import NAME as WEB
from generator.links.remembering.memory import Memory
from generator.links.result import LinkResult, RunOutcome
from generator.links.run import LinkRun
from generator.links.services import LINK_SERVICES
from tests.bench.lane_clock import LaneClock
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import TOKEN
from tests.links.fakes.work import Work
from tests.links.fakes.world import World
from tests.paths import PROJECT

EntryField = tuple[str, str]
ALARMS = frozenset({Verdict.WRONG, Verdict.DEAD, Verdict.MOVED, Verdict.DEGRADED})


@dataclass
class PlantedList:
    """The world, the list with errors in it, and the verdict that each error should get."""

    world: World
    entries: dict[str, Entry]
    expected: dict[EntryField, tuple[str, Verdict]] = field(default_factory=dict)

    def plant(self, id_: str, name: str, error: str, verdict: Verdict, **changes: Any) -> None:
        self.entries[id_] = self.entries[id_].model_copy(update=changes)
        self.expected[id_, name] = (error, verdict)


class WorkingWeb:
    """A plain web in which every page works."""

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        for id_ in ids:
            on_answer(id_, ok())


def world_of(catalog: Catalog, facts: dict[str, dict[str, Any]]) -> World:
    """A world in which the list is correct, or the facts if there are some."""
    world = World(enforce=False)
    for entry in catalog:
        truth = facts.get(entry.arxiv or "") or facts.get((entry.doi or "").lower()) or {}
        title, authors = truth.get("title", entry.title), tuple(truth.get("authors") or entry.authors)
        if entry.arxiv:
            world.papers[entry.arxiv] = Paper(title, authors)
        if entry.doi:
            people = tuple((given, family) for given, _, family in (name.rpartition(" ") for name in authors))
            world.works[entry.doi.lower()] = Work(title, people, _year(entry))
        for link in gather_links(Catalog({entry.id: entry}, {}, {entry.id: ""}), Path("/nonexistent")):
            if link.target.service != UNASKED:
                world.fakes[link.target.service].add(link.target.id, entry)
    return world


def _year(entry: Entry) -> tuple[int]:
    return (int((entry.date or "2100")[:4]),)


def plant(planted: PlantedList, seed: int) -> None:
    """Plant fifty errors, no two in one entry."""
    chance = random.Random(seed)
    left = sorted(planted.entries)
    chance.shuffle(left)

    def take(count: int, fits: Any) -> list[str]:
        found = [id_ for id_ in left if fits(planted.entries[id_])][:count]
        assert len(found) == count, "the list is too short for this"
        for id_ in found:
            left.remove(id_)
        return found

    def with_arxiv(entry: Entry) -> bool:
        return bool(entry.arxiv and len(entry.authors) > 2)

    _plant_papers(planted, take, with_arxiv)
    _plant_repositories(planted, take)


def _plant_papers(planted: PlantedList, take: Any, with_arxiv: Any) -> None:
    entries, world = planted.entries, planted.world
    swapped = take(10, with_arxiv)
    for one, other in zip(swapped[::2], swapped[1::2], strict=True):
        ids = entries[one].arxiv, entries[other].arxiv
        planted.plant(one, "arxiv", "swapped arXiv id", Verdict.WRONG, arxiv=ids[1])
        planted.plant(other, "arxiv", "swapped arXiv id", Verdict.WRONG, arxiv=ids[0])
    for number, id_ in enumerate(take(5, with_arxiv)):
        typo = f"1999.{number:05}".replace("1999", "1912")
        world.papers[typo] = Paper(
            f"Quite another subject, number {number}", ("Someone Else", "Nobody Known")
        )
        planted.plant(id_, "arxiv", "arXiv id of another paper", Verdict.WRONG, arxiv=typo)
    for number, id_ in enumerate(take(3, with_arxiv)):
        planted.plant(id_, "arxiv", "arXiv id that does not exist", Verdict.DEAD, arxiv=f"1911.9{number:04}")
    ordered = sorted(entries)
    for id_ in take(10, with_arxiv):
        position = ordered.index(id_)
        others = (entries[other] for other in ordered[position - 1 :: -1] + ordered[position + 1 :])
        neighbor = next(one for one in others if one.authors and one.authors != entries[id_].authors)
        planted.plant(id_, "arxiv", "authors of another entry", Verdict.WRONG, authors=neighbor.authors)
    swapped = take(4, lambda entry: entry.doi and entry.authors)
    for one, other in zip(swapped[::2], swapped[1::2], strict=True):
        dois = entries[one].doi, entries[other].doi
        planted.plant(one, "doi", "swapped DOI", Verdict.WRONG, doi=dois[1])
        planted.plant(other, "doi", "swapped DOI", Verdict.WRONG, doi=dois[0])
    for id_ in take(2, lambda entry: entry.doi):
        planted.plant(id_, "doi", "DOI that does not exist", Verdict.DEAD, doi=f"10.5555/none.{id_}")


def _plant_repositories(planted: PlantedList, take: Any) -> None:
    world = planted.world

    linked = Counter(
        link.target.id.lower() for entry in planted.entries.values() for link in gather_entry_links(entry, "")
    )

    def code_of(entry: Entry) -> str:
        """The repository that only this entry links to, or an empty text."""
        url = entry.links.code[0] if entry.links.code else ""
        name = url.removeprefix("https://github.com/").lower()
        return name if name in world.repos and linked[name] == 1 else ""

    for id_ in take(3, code_of):
        world.repos.pop(code_of(planted.entries[id_]))
        planted.plant(id_, "links.code", "dead repository", Verdict.DEAD)
    for id_ in take(8, code_of):
        repo = world.repos[code_of(planted.entries[id_])]
        repo.name = f"moved-away/{repo.name.partition('/')[2]}-next"
        world.repos[repo.name.lower()] = repo
        planted.plant(id_, "links.code", "renamed repository", Verdict.MOVED)
    for id_ in take(5, code_of):
        world.repos[code_of(planted.entries[id_])].archived = True
        planted.plant(id_, "links.code", "archived repository", Verdict.DEGRADED)


def check(catalog: Catalog, folder: Path) -> RunOutcome:
    clock = LaneClock()
    context = ClientContext(clock, "medvlm-links/bench", recognize, token=TOKEN)
    memory = Memory(folder / "links.json")
    prints = {entry.id: fingerprint(entry) for entry in catalog}
    plan = make_plan(gather_links(catalog, folder), {}, clock.now(), prints.__getitem__)
    providers = {name: service.provider(context) for name, service in LINK_SERVICES.items()} | {
        WEB: WorkingWeb()
    }
    return LinkRun(plan, catalog, memory, providers, Wayback(context), clock, strict=True).run()


def run(catalog: Catalog, world: World) -> RunOutcome:
    with world.served() as environment, tempfile.TemporaryDirectory() as folder:
        os.environ.update(environment)
        return check(catalog, Path(folder))


def facts_of(file: str) -> dict[str, dict[str, Any]]:
    """Records by arXiv id and by DOI.

    Records of datasets are left out: their title is the dataset's name, not the paper's title.
    """
    records = [json.loads(line) for line in Path(file).read_text("utf-8").splitlines()]
    papers = [record for record in records if record["kind"] not in ("dataset", "benchmark")]
    return {
        str(record[key]).lower(): record for record in papers for key in ("arxiv", "doi") if record.get(key)
    }


def compare(planted: PlantedList, outcome: RunOutcome) -> tuple[set[EntryField], list[LinkResult]]:
    """The fields of the errors that were found, and the false alarms."""
    hit, false = set(), []
    changed = {entry for entry, _ in planted.expected}
    for result in outcome.results:
        field_key = (result.link.entry, result.link.field)
        if field_key in planted.expected and result.verdict is planted.expected[field_key][1]:
            hit.add(field_key)
        elif result.verdict in ALARMS and result.link.entry not in changed:
            false.append(result)
    return hit, false


def report(planted: PlantedList, outcome: RunOutcome) -> None:
    hit, false = compare(planted, outcome)
    wanted = Counter(error for error, _ in planted.expected.values())
    found = Counter(planted.expected[field_key][0] for field_key in hit)
    print("| planted | number | found |\n| --- | --- | --- |")
    for error, number in wanted.items():
        print(f"| {error} | {number} | {found[error]} |")
    missed = sorted(set(planted.expected) - hit)
    print(f"\nplanted {wanted.total()}, missed {missed or 'none'}, false alarms {len(false)}")
    for result in false:
        print(f"  {result.link.entry} {result.link.field}: {result.verdict}: {result.detail}")


def main(arguments: list[str]) -> None:
    catalog = load(PROJECT).catalog
    facts = facts_of(arguments[0]) if arguments else {}
    before = run(catalog, world_of(catalog, facts))
    print(f"{len(catalog.entries)} entries, {len(before.results)} links; as it is: {before.summary}")
    for result in before.results:
        if not result.is_quiet and result.verdict is not Verdict.UNKNOWN:
            print(f"  {result.link.entry} {result.link.field}: {result.verdict}: {result.detail}")
    for seed in (1, 2, 3):
        planted = PlantedList(world_of(catalog, facts), dict(catalog.entries))
        plant(planted, seed)
        outcome = run(Catalog(planted.entries, catalog.vocabularies, catalog.paths), planted.world)
        print(f"\nseed {seed}")
        report(planted, outcome)


if __name__ == "__main__":
    main(sys.argv[1:])
