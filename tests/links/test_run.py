"""Whole runs of the command over arXiv, GitHub and the memory."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from generator.links.memory import read_state
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.world import World
from tests.links.made_list import add, days, results, run


def test_all_is_well(two: Path, world: World) -> None:
    said = run(two, world)
    assert (said.text, said.code) == ("4 links: 4 ok", 0)
    links = read_state(two / "site_docs/data/links.json").links
    assert list(links) == ["arxiv:2401.00001", "arxiv:2401.00002", "github:ada/medfoo", "github:ada/radbar"]


def test_what_is_fresh_is_not_asked_again(two: Path, world: World) -> None:
    run(two, world)
    assert run(two, world).text == "4 links: 4 ok"
    assert (world.requests("arxiv"), world.requests("github")) == (1, 1)
    days(world, 9)
    run(two, world)
    assert (world.requests("arxiv"), world.requests("github")) == (2, 2)


def test_an_entry_that_changed_is_asked_again(two: Path, world: World) -> None:
    run(two, world)
    file = two / "entries/a1.yaml"
    file.write_text(file.read_text().replace("MedFoo: Reading Reports", "Quite Another Title"))
    said = run(two, world)
    assert said.code == 1
    assert "entries/a1.yaml:6:8: error: https://arxiv.org/abs/2401.00001: leads to “MedFoo" in said.text


def test_wrong_needs_no_streak(two: Path, world: World) -> None:
    world.papers["2401.00001"] = Paper("Quite Another", ("X Y",))
    said = run(two, world, "--format", "json")
    assert said.code == 1
    assert results(said)["a1", "arxiv"]["verdict"] == "wrong"
    assert json.loads(said.text)["summary"] == {
        "ok": 3, "moved": 0, "wrong": 1, "degraded": 0, "unknown": 0, "dead": 0,
    }  # fmt: skip
    assert run(two, world).code == 1


def test_the_shape_of_json(two: Path, world: World) -> None:
    document = json.loads(run(two, world, "--format", "json").text)
    assert document["version"] == 1
    assert document["results"][0] == {
        "entry": "a1",
        "path": "entries/a1.yaml",
        "line": 6,
        "column": 8,
        "field": "arxiv",
        "url": "https://arxiv.org/abs/2401.00001",
        "service": "arxiv",
        "verdict": "ok",
        "detail": "",
        "suggestion": None,
    }


def test_dead_after_three_runs_a_day_apart(two: Path, world: World) -> None:
    del world.papers["2401.00001"]
    verdicts = []
    for _ in range(3):
        said = run(two, world)
        verdicts.append((said.code, said.text.splitlines()[0]))
        days(world, 1)
    assert [code for code, _ in verdicts] == [0, 0, 1]
    assert "notice: https://arxiv.org/abs/2401.00001: failing since 2026-11-24: arXiv knows" in verdicts[0][1]
    assert ": error: https://arxiv.org/abs/2401.00001: arXiv knows no such id" in verdicts[2][1]


def git(project: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True)


def test_a_pull_request_looks_at_what_it_changed(two: Path, world: World) -> None:
    git(two, "init", "-b", "main")
    git(two, "add", ".")
    git(two, "commit", "-m", "first")
    assert run(two, world, "--changed-since", "main").text == "0 links"
    add(two, world, "c3", "Third: Thing", "2401.00003", "ada/third")
    del world.papers["2401.00003"], world.papers["2401.00001"]
    said = run(two, world, "--changed-since", "main", "--format", "json")
    assert said.code == 1
    assert results(said)["c3", "arxiv"]["verdict"] == "dead"
    assert {entry for entry, _ in results(said)} == {"c3"}
    assert run(two, world, "--changed-since", "main", str(two / "entries/a1.yaml")).text == "0 links"


@pytest.mark.parametrize("revision", ["no-such", "--output=/tmp/x", ""])
def test_no_such_revision(revision: str, two: Path, world: World) -> None:
    git(two, "init")
    assert run(two, world, f"--changed-since={revision or 'HEAD'}").code == 2


def test_wrong_usage(two: Path, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    (two / "site_docs/data").mkdir(parents=True)
    (two / "site_docs/data/links.json").write_text("{")
    assert run(two, world).code == 2
    for arguments in (["--report", "x.pdf"], ["--format", "odd"], ["no/such/path"], ["/"]):
        with pytest.raises(SystemExit) as caught:
            main(["--root", str(two), "links", *arguments])
        assert caught.value.code == 2
    capsys.readouterr()


def test_the_command_itself(two: Path, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(two), "links", "--plan"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 links, 4 due, at least 2 requests"
    assert world.requests("arxiv") == 0


def test_moved_is_fixed_and_nothing_else_is_touched(two: Path, world: World) -> None:
    world.repos["ada/medfoo"] = Repo("New-Lab/MedFoo", 1)
    file = two / "entries/a1.yaml"
    before = file.read_text()
    said = run(two, world, "--fix")
    assert said.code == 0
    assert (
        "warning: https://github.com/ada/medfoo: renamed to New-Lab/MedFoo"
        " → https://github.com/New-Lab/MedFoo [link-moved]" in said.text
    )
    assert file.read_text() == before.replace(
        "https://github.com/ada/medfoo", "https://github.com/New-Lab/MedFoo"
    )


def test_a_proposal_is_written_when_accepted(two: Path, world: World) -> None:
    world.papers["2401.00001"].doi = "10.5555/inv.1"
    file = two / "entries/a1.yaml"
    before = file.read_text()
    said = run(two, world, "--fix")
    assert (
        "notice: https://arxiv.org/abs/2401.00001: now published: doi 10.5555/inv.1 → 10.5555/inv.1"
        in said.text
    )
    assert file.read_text() == before
    run(two, world, "--fix", "--accept", "a1")
    assert file.read_text() == before.replace("# another one\n", "# another one\ndoi: 10.5555/inv.1\n")


def test_a_repository_recreated_by_another(two: Path, world: World) -> None:
    run(two, world)
    world.repos["ada/medfoo"] = Repo("ada/medfoo", 999, description="MedFoo")
    days(world, 9)
    for _ in range(2):
        said = run(two, world)
        assert said.code == 1
        assert "another repository bears this name now (number 999, it was 1)" in said.text
        days(world, 9)


def test_one_repository_under_two_entries(two: Path, world: World) -> None:
    world.repos["ada/radbar"] = world.repos["ada/medfoo"]
    said = run(two, world, "--format", "json")
    assert results(said)["a1", "links.code"]["detail"] == "the same repository as in b2"
    assert "the same repository as in a1" in results(said)["b2", "links.code"]["detail"]
    for one, other in (("a1", "b2"), ("b2", "a1")):
        file = two / f"entries/{one}.yaml"
        file.write_text(file.read_text() + f"distinct_from: [{other}]\n")
    said = run(two, world, "--format", "json")
    assert results(said)["a1", "links.code"]["detail"] == ""


@pytest.mark.parametrize(("readme", "is_hint"), [("# dotfiles", True), ("code of MedFoo", False)])
def test_a_repository_that_names_nothing_of_the_entry(
    readme: str, is_hint: bool, two: Path, world: World
) -> None:
    repo = Repo("somebody/dotfiles", 7, "my shell", readme=readme)
    world.repos |= {"ada/medfoo": repo, "somebody/dotfiles": repo}
    said = run(two, world, "--format", "json")
    assert said.code == 0
    assert (
        "hint: somebody/dotfiles may be another work's" in results(said)["a1", "links.code"]["detail"]
    ) is is_hint


def test_without_a_token_the_hint_says_so(two: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    world.fakes["github"].unauthorized_left = 0
    said = run(two, world)
    assert said.code == 0
    assert said.text.splitlines()[-1] == "hint: set GITHUB_TOKEN: 2 repositories were left unchecked"
    assert "github:ada/medfoo" not in read_state(two / "site_docs/data/links.json").links
    world.fakes["github"].unauthorized_left = 1
    assert run(two, world).text.splitlines()[-1] == "hint: set GITHUB_TOKEN: 1 repository was left unchecked"
