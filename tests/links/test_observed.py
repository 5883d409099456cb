"""What a run observes beside the verdicts: citations, counts of the hub, and abstracts."""

import io
import json
from pathlib import Path

import pytest

from generator.links import command
from generator.links.asking.service import ClientContext
from generator.links.providers.huggingface import HuggingFace
from generator.links.remembering.abstracts import ABSTRACTS_FILE, Abstracts, read_abstracts
from generator.links.remembering.link_state import read_state
from tests.links.conftest import Answers
from tests.links.fakes.work import Work
from tests.links.fakes.world import World
from tests.links.made_list import options, pass_days, run

STATE = "site_docs/data/links.json"


def observed(project: Path, key: str) -> dict[str, object]:
    return read_state(project / STATE).links[key].observed


def test_a_run_keeps_how_often_works_are_cited_and_the_day(two_entries: Path, world: World) -> None:
    world.papers["2401.00001"].citations = 12
    run(two_entries, world)
    assert observed(two_entries, "arxiv:2401.00001") == {
        "citations": 12,
        "citations_day": world.clock.now().date().isoformat(),
    }


def test_citations_are_asked_for_every_two_weeks(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    pass_days(world, 10)
    run(two_entries, world)
    assert world.requests("semanticscholar") == 1
    pass_days(world, 5)
    world.papers["2401.00001"].citations = 3
    run(two_entries, world)
    assert world.requests("semanticscholar") == 2
    assert observed(two_entries, "arxiv:2401.00001")["citations"] == 3


def test_a_check_of_the_link_keeps_the_citations(two_entries: Path, world: World) -> None:
    world.papers["2401.00001"].citations = 12
    run(two_entries, world)
    pass_days(world, 10)
    run(two_entries, world)
    assert observed(two_entries, "arxiv:2401.00001")["citations"] == 12


def test_a_work_that_the_service_does_not_know_has_no_count(two_entries: Path, world: World) -> None:
    del world.papers["2401.00002"]
    run(two_entries, world)
    assert "citations" not in observed(two_entries, "arxiv:2401.00002")


def test_a_work_with_doi_alone_is_asked_for_by_doi(two_entries: Path, world: World) -> None:
    file = two_entries / "entries/a1.yaml"
    file.write_text(file.read_text().replace('arxiv: "2401.00001"   # another one', "doi: 10.5555/one"))
    world.works["10.5555/one"] = Work(
        "MedFoo: Reading Reports", (("Ada", "Example"), ("Björn", "Muster")), citations=7
    )
    world.handles.add("10.5555/one")
    run(two_entries, world)
    assert observed(two_entries, "doi:10.5555/one")["citations"] == 7


def test_a_silent_service_leaves_no_count_and_no_day(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDVLM_SEMANTICSCHOLAR_API", f"{world.servers['github'].url}/nothing")
    run(two_entries, world)
    assert observed(two_entries, "arxiv:2401.00001") == {}


def test_a_run_over_one_service_asks_for_no_citations(two_entries: Path, world: World) -> None:
    run(two_entries, world, "--only", "arxiv")
    assert world.requests("semanticscholar") == 0


def test_downloads_and_likes_of_the_hub_are_observed(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.hub["models/ada/medfoo"] = {"downloads": 1234, "likes": 5, "gated": "auto"}
    HuggingFace(context).check(["models/ada/medfoo"], answers)
    assert answers["models/ada/medfoo"].observed == {"downloads": 1234, "likes": 5, "gated": True}


def test_abstracts_are_kept_in_a_file_of_their_own(two_entries: Path, world: World) -> None:
    world.papers["2401.00001"].summary = "We read\n  reports."
    run(two_entries, world)
    assert read_abstracts(two_entries / ABSTRACTS_FILE) == {
        "2401.00001": "We read reports.",
        "2401.00002": "Invented abstract.",
    }
    assert "reports" not in (two_entries / STATE).read_text()


def test_a_lost_file_of_abstracts_is_filled_again(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    (two_entries / ABSTRACTS_FILE).unlink()
    world.clock.sleep(3600)
    run(two_entries, world)
    assert len(read_abstracts(two_entries / ABSTRACTS_FILE)) == 2


def test_the_abstract_of_a_removed_entry_is_forgotten(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    (two_entries / "entries/b2.yaml").unlink()
    command.run(options(two_entries), io.StringIO(), world.clock)
    assert list(read_abstracts(two_entries / ABSTRACTS_FILE)) == ["2401.00001"]


def test_a_damaged_file_of_abstracts_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "abstracts.json"
    no_id, no_text = {"abstracts": {"<b>": "x"}}, {"abstracts": {"2401.00001": 2}}
    for text in ("{", "[]", '{"version": 2}', json.dumps(no_id), json.dumps(no_text)):
        file.write_text(text)
        assert read_abstracts(file) == {}


def test_two_runs_may_learn_abstracts_at_the_same_time(tmp_path: Path) -> None:
    file = tmp_path / "abstracts.json"
    one, other = Abstracts(file), Abstracts(file)
    one.learn("2401.00001", "One.")
    other.learn("2401.00002", "Two.")
    one.save()
    other.save()
    assert read_abstracts(file) == {"2401.00001": "One.", "2401.00002": "Two."}
