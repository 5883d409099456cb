"""Runs over a part of the links: one service only, or a limited time; the rest is left for another run."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.catalog.catalog import Catalog
from generator.cli import main
from generator.links.answers.verdict import Answer, Target, Verdict
from generator.links.asking.ask import ask_services
from generator.links.asking.service import AnswerCallback, ClientContext
from generator.links.link import LinkOccurrence
from generator.links.plan import make_plan
from generator.links.providers.arxiv import Arxiv
from generator.links.providers.wayback import Wayback
from generator.links.remembering.link_state import read_state
from generator.links.remembering.memory import Memory
from generator.links.run import SAVE_SHARE, LinkRun
from generator.links.services import LINK_SERVICES
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.server import FakeClock, Reply, Request, Server
from tests.links.fakes.world import World
from tests.links.made_list import add_entry, results, run

STATE = "site_docs/data/links.json"


@pytest.mark.parametrize("service", LINK_SERVICES)
def test_every_service_can_be_checked_alone(service: str, two_entries: Path, world: World) -> None:
    shown = results(run(two_entries, world, "--only", service, "--format", "json"))
    assert {result["service"] for result in shown.values()} == {service} & {"arxiv", "github"}


def test_with_only_one_service_the_others_stay_due(two_entries: Path, world: World) -> None:
    shown = results(run(two_entries, world, "--only", "github", "--format", "json"))
    assert set(shown) == {("a1", "links.code"), ("b2", "links.code")}
    assert (world.requests("arxiv"), world.requests("github")) == (0, 1)
    assert run(two_entries, world, "--only", "arxiv", "--only", "github", "--plan").text.splitlines() == [
        "arxiv: 2 due, 1 request",
        "4 links, 2 due, at least 1 request",
    ]


def test_a_run_with_one_service_keeps_the_records_of_the_others(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    before = read_state(two_entries / STATE)
    run(two_entries, world, "--only", "github")
    assert read_state(two_entries / STATE) == before


def test_a_link_that_leads_to_an_unasked_service_is_left_for_another_run(
    two_entries: Path, world: World
) -> None:
    """Two jobs at the same time must not both ask arXiv, which allows one connection."""
    file = add_entry(two_entries, world, "c3", "Third: Thing", "2401.00003", "ada/third")
    publisher = "https://link.springer.com/article/10.5555/gone"
    file.write_text(file.read_text().replace("links:", f"links:\n  paper: {publisher}"))
    result = results(run(two_entries, world, "--only", "doi", "--format", "json"))["c3", "links.paper"]
    assert (result["verdict"], result["detail"]) == (
        "unknown",
        f"leads to web:{publisher}: left for another run",
    )
    assert not (two_entries / STATE).exists()


def test_without_time_nothing_is_asked_and_known_results_are_reported(
    two_entries: Path, world: World
) -> None:
    output = run(two_entries, world, "--minutes", "0")
    assert output.text.endswith("4 links: 4 unknown")
    assert not (two_entries / STATE).exists()
    run(two_entries, world)
    add_entry(two_entries, world, "c3", "Third: Thing", "2401.00003", "ada/third")
    assert run(two_entries, world, "--minutes", "0").text.endswith("6 links: 4 ok, 2 unknown")
    assert (world.requests("arxiv"), world.requests("github")) == (1, 1)


def test_the_next_run_continues_one_whose_time_is_up(project: Path, world: World) -> None:
    for number in range(250):
        add_entry(
            project, world, f"x{number}", f"Work {number}: Thing", f"2401.{number:05}", f"ada/work{number}"
        )
    with held_after_one(world.servers["arxiv"]):
        output = run(project, world, "--only", "arxiv", "--minutes", "0.001")  # less than the first wait
    assert len(read_state(project / STATE).links) == 100
    assert output.text.endswith("250 links: 100 ok, 150 unknown")
    assert run(project, world, "--only", "arxiv").text.endswith("250 links: 250 ok")


@contextmanager
def held_after_one(server: Server) -> Iterator[None]:
    """Within the block the server answers one request; the next ones it answers when the block has ended."""
    answer, first, ended = server.answer, threading.Event(), threading.Event()

    def answer_one(request: Request) -> Reply:
        if first.is_set():
            ended.wait()
        first.set()
        return answer(request)

    server.answer = answer_one
    try:
        yield
    finally:
        server.answer = answer
        ended.set()


def test_what_has_come_by_the_end_of_the_time_is_not_lost(context: ClientContext) -> None:
    """A caller may be busy, with a save for example, while the answers come."""
    ids, left = [f"2401.{number:05}" for number in range(100)], [1.0]
    asked = ask_services({"arxiv": AtOnce(left)}, {"arxiv": ids}, lambda: left[0])
    assert [target.id for target, _ in asked] == ids


class AtOnce:
    """A service that has all answers before the caller takes the first; then the time is up."""

    def __init__(self, left: list[float]) -> None:
        self.left = left

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        for id_ in ids:
            on_answer(id_, Answer(Verdict.OK))
        self.left[0] = 0.0


class SlowMemory(Memory):
    """A memory so large that a save takes two seconds."""

    def __init__(self, file: Path, clock: FakeClock) -> None:
        super().__init__(file)
        self.clock, self.saves = clock, 0

    def save(self) -> None:
        self.saves += 1
        self.clock.sleep(2)


def test_a_large_memory_is_saved_less_often(tmp_path: Path, world: World, context: ClientContext) -> None:
    ids = [f"2401.{number:05}" for number in range(3000)]
    world.papers.update({id_: Paper("Thing", ("Ada Example",)) for id_ in ids})
    links = [
        LinkOccurrence(f"https://arxiv.org/abs/{id_}", Target("arxiv", id_), "page.md", "") for id_ in ids
    ]
    memory, began = SlowMemory(tmp_path / "links.json", world.clock), world.clock.monotonic()
    plan = make_plan(links, {}, world.clock.now(), str)
    LinkRun(plan, Catalog(), memory, {"arxiv": Arxiv(context)}, Wayback(context), world.clock).run()
    seconds = world.clock.monotonic() - began
    assert seconds > 80
    assert memory.saves >= 2
    assert 2 * (memory.saves - 1) <= 1.2 * SAVE_SHARE * seconds  # the last save is at the end of the run


@pytest.mark.parametrize("minutes", ["-1", "inf", "nan", "soon"])
def test_an_invalid_number_of_minutes_is_a_usage_error(
    minutes: str, two_entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--root", str(two_entries), "links", f"--minutes={minutes}"])
    assert caught.value.code == 2
    assert "minutes" in capsys.readouterr().err
