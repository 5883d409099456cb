"""Runs in trouble: no network, a full disk, a clock that was ahead, a registry or a service that is down."""

import errno
import json
from pathlib import Path

import pytest

from generator.exits import NO_NETWORK, NOT_SAVED
from generator.links.remembering.link_state import BrokenState, read_state
from generator.links.remembering.memory import Memory
from generator.links.showing.observations import load_observations
from generator.links.showing.observed_facts import list_observed_facts
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.server import Reply
from tests.links.fakes.work import Work
from tests.links.fakes.world import World
from tests.links.made_list import add_entry, pass_days, results, run
from tests.links.test_run import git

STATE = "site_docs/data/links.json"
RECORD = {
    "verdict": "ok",
    "since": "2026-01-01T00:00:00Z",
    "checked": "2026-01-01T00:00:00Z",
    "next": "2026-01-01T00:00:00Z",
}


def test_a_second_run_for_a_pull_request_remembers_what_is_dead(two_entries: Path, world: World) -> None:
    git(two_entries, "init", "-b", "main")
    git(two_entries, "commit", "--allow-empty", "-m", "first")
    del world.papers["2401.00001"]
    arguments = ("--changed-since", "main", "--state", str(two_entries / "state.json"), "--format", "json")
    first, second = (run(two_entries, world, *arguments) for _ in range(2))
    assert (first.code, second.code) == (1, 1)
    assert results(second)["a1", "arxiv"]["verdict"] == "dead"
    assert world.requests("arxiv") == 2


def test_without_a_network_nothing_is_learned(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("arxiv", "github", "semanticscholar"):
        monkeypatch.setenv(f"MEDVLM_{name.upper()}_API", "http://127.0.0.1:1")
    output = run(two_entries, world)
    assert output.code == NO_NETWORK
    assert output.text.startswith("medvlm links: nothing answered at all (")
    assert not (two_entries / STATE).exists()


def test_one_silent_service_is_named_with_numbers(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.servers["github"].answer = lambda request: Reply(500)
    output = run(two_entries, world, "--format", "json")
    assert json.loads(output.text)["unreached"] == ["GitHub: 2 of 2 not reached: GitHub answers 500"]
    assert "GitHub: 2 of 2 not reached" in run(two_entries, world).text
    assert "github:ada/medfoo" not in read_state(two_entries / STATE).links


def test_what_the_time_did_not_allow_is_named(two_entries: Path, world: World) -> None:
    output = run(two_entries, world, "--minutes", "0")
    assert output.text.splitlines()[-3:] == [
        "arXiv: 2 of 2 not reached: the time was up",
        "GitHub: 2 of 2 not reached: the time was up",
        "4 links: 4 unknown",
    ]


def test_the_minutes_are_kept_while_a_service_waits(two_entries: Path, world: World) -> None:
    world.servers["github"].answer = lambda request: Reply(503, b"", {"Retry-After": "50"})
    output = run(two_entries, world, "--minutes", "0.5")
    assert "GitHub: 2 of 2 not reached: " in output.text


def test_a_memory_that_cannot_be_written_costs_no_report(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(memory: Memory) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", STATE)

    monkeypatch.setattr(Memory, "save", refuse)
    world.papers["2401.00001"] = Paper("Quite Another", ("X Y",))
    report = two_entries / "report.json"
    output = run(two_entries, world, "--report", str(report))
    assert output.code == NOT_SAVED
    assert "leads to “Quite Another”" in output.text
    said = f"what was learned could not be saved: {STATE}: No space left on device; make room there"
    assert said in output.text.splitlines()[-1]
    assert json.loads(report.read_text())["summary"]["wrong"] == 1


def test_what_cannot_be_forgotten_costs_no_report(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", STATE)

    run(two_entries, world)
    (two_entries / "entries/b2.yaml").unlink()
    monkeypatch.setattr("generator.links.remembering.memory._replace", refuse)
    output = run(two_entries, world)
    assert output.code == NOT_SAVED
    assert "2 links: 2 ok" in output.text
    assert f"what was learned could not be saved: {STATE}: No space left" in output.text


def test_a_record_from_the_future_is_asked_for_again(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    state = two_entries / STATE
    for old, new in (('"next": "2026', '"next": "2036'), ('"2026-', '"2036-')):
        state.write_text(state.read_text().replace(old, new))
        world.clock.sleep(5)  # what arXiv asks for between two requests
        before = world.requests("arxiv")
        run(two_entries, world)
        assert world.requests("arxiv") == before + 1


def test_a_doi_that_could_not_be_compared_is_asked_for_on_the_next_day(project: Path, world: World) -> None:
    file = add_entry(project, world, "a1", "MedFoo: Reading Reports", "2401.00001", "ada/medfoo")
    file.write_text(file.read_text().replace("links:", "doi: 10.5555/a\nlinks:"))
    world.works["10.5555/a"] = Work("Quite Another")
    world.handles |= {"10.5555/a"}
    fake = world.fakes["crossref"]
    world.servers["crossref"].answer = lambda request: Reply(500)
    output = run(project, world)
    assert output.code == 0
    assert "notice: https://doi.org/10.5555/a: not compared: it exists, but Crossref" in output.text
    assert "[link-not-compared]" in output.text
    assert "1 not compared" in output.text
    pass_days(world, 1)
    world.servers["crossref"].answer = fake
    assert run(project, world).code == 1
    pass_days(world, 9)
    world.servers["crossref"].answer = lambda request: Reply(500)
    assert run(project, world).code == 1, "what was wrong stays wrong while nobody can compare it"


def test_what_was_compared_stays_so_while_the_registry_is_down(project: Path, world: World) -> None:
    file = add_entry(project, world, "a1", "MedFoo: Reading Reports", "2401.00001", "ada/medfoo")
    file.write_text(file.read_text().replace("links:", "doi: 10.5555/a\nlinks:"))
    world.works["10.5555/a"] = Work("MedFoo: Reading Reports")
    world.handles |= {"10.5555/a"}
    assert run(project, world).text == "3 links: 3 ok"
    pass_days(world, 9)
    world.servers["crossref"].answer = lambda request: Reply(500)
    assert run(project, world).text == "3 links: 3 ok"
    requests = world.requests("doi")
    pass_days(world, 1)
    run(project, world)
    assert world.requests("doi") == requests + 1


def test_an_entry_with_an_error_is_not_compared(two_entries: Path, world: World) -> None:
    file = two_entries / "entries/a1.yaml"
    file.write_text(file.read_text().replace('"MedFoo: Reading Reports"', '"0"'))
    found = results(run(two_entries, world, "--format", "json"))["a1", "arxiv"]
    assert (found["verdict"], found["detail"]) == ("not compared", "the entry has an error in `title`")


@pytest.mark.parametrize(
    ("below", "host"),
    [
        ("/releases/download/v1/weights.zip", "https://github.com"),
        ("/wiki/Data#model-zoo", "https://github.com"),
        ("/issues/12?q=is%3Aopen", "https://github.com"),
        ("/main/data/a.csv", "https://raw.githubusercontent.com"),
    ],
)
def test_a_fix_keeps_what_the_link_has_below_a_renamed_repository(
    below: str, host: str, two_entries: Path, world: World
) -> None:
    world.repos["ada/medfoo"] = Repo("New-Lab/MedFoo", 1, "MedFoo", files=frozenset({"main:data/a.csv"}))
    file = two_entries / "entries/a1.yaml"
    file.write_text(file.read_text().replace("https://github.com/ada/medfoo", f"{host}/ada/medfoo{below}"))
    run(two_entries, world, "--fix")
    assert f"{host}/New-Lab/MedFoo{below}" in file.read_text()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"archived": "javascript:alert(1)"}, "links/web:x/archived"),
        ({"archived": "data:text/html,x"}, "links/web:x/archived"),
        ({"moved_to": "javascript:alert(1)"}, "links/web:x/moved_to"),
        ({"detail": "two\nlines"}, "links/web:x/detail"),
        ({"observed": {"stars": "x"}}, "`stars` must be a whole number"),
        ({"observed": {"stars": {"a": 1}}}, "`stars` must be a whole number"),
        ({"observed": {"stars": -1}}, "`stars` must be a count"),
        ({"observed": {"pushed": "yesterday"}}, "`pushed` must be a day"),
        ({"observed": {"odd": 1}}, "`odd` is no observation"),
        ({"failures": -1}, "links/web:x/failures"),
    ],
)
def test_a_memory_with_an_odd_value_is_refused_with_place_and_remedy(
    change: dict[str, object], message: str, project: Path, world: World
) -> None:
    (project / STATE).parent.mkdir(parents=True)
    (project / STATE).write_text(json.dumps({"links": {"web:x": RECORD | change}}))
    output = run(project, world)
    assert output.code == 2
    assert message in output.text
    assert output.text.endswith("delete it: then the next run asks about every link again")


def test_a_memory_with_a_merge_conflict_is_refused_with_its_line(project: Path, world: World) -> None:
    (project / STATE).parent.mkdir(parents=True)
    (project / STATE).write_text('{\n<<<<<<< HEAD\n "links": {}\n=======\n')
    assert "links.json:2: two versions are merged here" in run(project, world).text
    (project / STATE).unlink()
    (project / STATE).mkdir()
    with pytest.raises(BrokenState, match="cannot be read"):
        load_observations(project)


def test_a_count_without_its_day_has_the_day_of_the_check(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    state = read_state(two_entries / STATE)
    record = state.links["arxiv:2401.00001"].model_copy(update={"observed": {"citations": 3}})
    links = {**state.links, "arxiv:2401.00001": record}
    from generator.checking.load import load

    entry = load(two_entries).catalog.entries["a1"]
    facts = list_observed_facts(entry, state.model_copy(update={"links": links}))
    assert facts["citations"].day == "2026-11-24"
