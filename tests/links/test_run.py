"""Complete runs of the command with arXiv, GitHub and the memory."""

import io
import json
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from generator.exits import NOT_SAVED
from generator.files.project import ProjectFileError, write_inside
from generator.links import command, fix
from generator.links.remembering.link_state import read_state
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.work import Work
from tests.links.fakes.world import World
from tests.links.made_list import add_entry, options, pass_days, results, run


def test_a_run_over_correct_entries_finds_nothing(two_entries: Path, world: World) -> None:
    output = run(two_entries, world)
    assert (output.text, output.code) == ("4 links: 4 ok", 0)
    links = read_state(two_entries / "site_docs/data/links.json").links
    assert list(links) == ["arxiv:2401.00001", "arxiv:2401.00002", "github:ada/medfoo", "github:ada/radbar"]


def test_a_fresh_record_is_not_asked_for_again(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    assert run(two_entries, world).text == "4 links: 4 ok"
    assert (world.requests("arxiv"), world.requests("github")) == (1, 1)
    pass_days(world, 9)
    run(two_entries, world)
    assert (world.requests("arxiv"), world.requests("github")) == (2, 2)


def test_a_changed_entry_is_checked_again(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    file = two_entries / "entries/a1.yaml"
    file.write_text(file.read_text().replace("MedFoo: Reading Reports", "Quite Another Title"))
    output = run(two_entries, world)
    assert output.code == 1
    assert "entries/a1.yaml:6:8: error: https://arxiv.org/abs/2401.00001: leads to “MedFoo" in output.text


def test_one_run_is_enough_for_wrong(two_entries: Path, world: World) -> None:
    world.papers["2401.00001"] = Paper("Quite Another", ("X Y",))
    output = run(two_entries, world, "--format", "json")
    assert output.code == 1
    assert results(output)["a1", "arxiv"]["verdict"] == "wrong"
    assert json.loads(output.text)["summary"] == {
        "ok": 3, "moved": 0, "wrong": 1, "degraded": 0, "not compared": 0, "unknown": 0, "dead": 0,
    }  # fmt: skip
    assert run(two_entries, world).code == 1


def test_the_json_report_has_this_shape(two_entries: Path, world: World) -> None:
    document = json.loads(run(two_entries, world, "--format", "json").text)
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


def test_a_link_is_dead_after_three_runs_a_day_apart(two_entries: Path, world: World) -> None:
    del world.papers["2401.00001"]
    verdicts = []
    for _ in range(3):
        output = run(two_entries, world)
        verdicts.append((output.code, output.text.splitlines()[0]))
        pass_days(world, 1)
    assert [code for code, _ in verdicts] == [0, 0, 1]
    assert "notice: https://arxiv.org/abs/2401.00001: failing since 2026-11-24: arXiv knows" in verdicts[0][1]
    assert ": error: https://arxiv.org/abs/2401.00001: arXiv knows no such id" in verdicts[2][1]


def git(project: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True)


def test_a_pull_request_checks_only_changed_files(two_entries: Path, world: World) -> None:
    git(two_entries, "init", "-b", "main")
    git(two_entries, "add", ".")
    git(two_entries, "commit", "-m", "first")
    assert run(two_entries, world, "--changed-since", "main").text == "0 links"
    add_entry(two_entries, world, "c3", "Third: Thing", "2401.00003", "ada/third")
    del world.papers["2401.00003"], world.papers["2401.00001"]
    output = run(two_entries, world, "--changed-since", "main", "--format", "json")
    assert output.code == 1
    assert results(output)["c3", "arxiv"]["verdict"] == "dead"
    assert {entry for entry, _ in results(output)} == {"c3"}
    assert (
        run(two_entries, world, "--changed-since", "main", str(two_entries / "entries/a1.yaml")).text
        == "0 links"
    )


@pytest.mark.parametrize("revision", ["no-such", "--output=/tmp/x", ""])
def test_an_unknown_revision_is_a_usage_error(revision: str, two_entries: Path, world: World) -> None:
    git(two_entries, "init")
    assert run(two_entries, world, f"--changed-since={revision or 'HEAD'}").code == 2


def test_invalid_arguments_and_files_are_usage_errors(
    two_entries: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    (two_entries / "site_docs/data").mkdir(parents=True)
    (two_entries / "site_docs/data/links.json").write_text("{")
    assert run(two_entries, world).code == 2
    for arguments in (["--report", "x.pdf"], ["--format", "odd"], ["no/such/path"], ["/"]):
        with pytest.raises(SystemExit) as caught:
            main(["--root", str(two_entries), "links", *arguments])
        assert caught.value.code == 2
    capsys.readouterr()


def test_the_command_prints_its_plan(
    two_entries: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(two_entries), "links", "--plan"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 links, 4 due, at least 2 requests"
    assert world.requests("arxiv") == 0


def test_a_moved_link_is_fixed_and_nothing_else_changes(two_entries: Path, world: World) -> None:
    world.repos["ada/medfoo"] = Repo("New-Lab/MedFoo", 1)
    file = two_entries / "entries/a1.yaml"
    before = file.read_text()
    output = run(two_entries, world, "--fix")
    assert output.code == 0
    assert (
        "warning: https://github.com/ada/medfoo: renamed to New-Lab/MedFoo"
        " → https://github.com/New-Lab/MedFoo [link-moved]" in output.text
    )
    assert file.read_text() == before.replace(
        "https://github.com/ada/medfoo", "https://github.com/New-Lab/MedFoo"
    )


def test_json_is_nothing_but_json_also_with_a_fix(two_entries: Path, world: World) -> None:
    world.repos["ada/medfoo"] = Repo("New-Lab/MedFoo", 1)
    console = io.StringIO()
    output = command.run(options(two_entries, "--fix", "--format", "json"), console, world.clock)
    assert json.loads(output.text)["results"]
    assert console.getvalue().endswith("entries/a1.yaml: written: https://github.com/New-Lab/MedFoo\n")


def test_a_fix_that_cannot_be_written_fails_the_command_and_costs_no_other(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_first(root: Path, path: str, content: bytes) -> None:
        if path == "entries/a1.yaml":
            raise ProjectFileError(f"`{path}` cannot be written: No space left on device")
        write_inside(root, path, content)

    monkeypatch.setattr(fix, "write_inside", refuse_first)
    for name in ("medfoo", "radbar"):
        world.repos[f"ada/{name}"] = Repo(f"new-lab/{name}", world.repos[f"ada/{name}"].number)
    output = run(two_entries, world, "--fix")
    assert output.code == NOT_SAVED
    assert "a1.yaml: not changed: `entries/a1.yaml` cannot be written: No space left" in output.text
    assert "https://github.com/new-lab/radbar" in (two_entries / "entries/b2.yaml").read_text()


def test_a_proposal_is_written_when_accepted(two_entries: Path, world: World) -> None:
    world.papers["2401.00001"].doi = "10.5555/inv.1"
    file = two_entries / "entries/a1.yaml"
    before = file.read_text()
    output = run(two_entries, world, "--fix")
    assert (
        "notice: https://arxiv.org/abs/2401.00001: now published: doi 10.5555/inv.1 → 10.5555/inv.1"
        in output.text
    )
    assert file.read_text() == before
    run(two_entries, world, "--fix", "--accept", "a1")
    assert file.read_text() == before.replace("# another one\n", "# another one\ndoi: 10.5555/inv.1\n")


def test_a_repository_that_somebody_recreated_is_wrong(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    world.repos["ada/medfoo"] = Repo("ada/medfoo", 999, description="MedFoo")
    pass_days(world, 9)
    for _ in range(2):
        output = run(two_entries, world)
        assert output.code == 1
        assert "another repository has this name now (number 999, before 1)" in output.text
        pass_days(world, 9)


def test_a_repository_of_two_entries_is_reported(two_entries: Path, world: World) -> None:
    world.repos["ada/radbar"] = world.repos["ada/medfoo"]
    output = run(two_entries, world, "--format", "json")
    assert results(output)["a1", "links.code"]["detail"] == "the same repository as in b2"
    assert "the same repository as in a1" in results(output)["b2", "links.code"]["detail"]
    for one, other in (("a1", "b2"), ("b2", "a1")):
        file = two_entries / f"entries/{one}.yaml"
        file.write_text(file.read_text() + f"distinct_from: [{other}]\n")
    output = run(two_entries, world, "--format", "json")
    assert results(output)["a1", "links.code"]["detail"] == ""


@pytest.mark.parametrize(("readme", "is_hint"), [("# dotfiles", True), ("code of MedFoo", False)])
def test_a_repository_unrelated_to_the_entry_gets_a_hint(
    readme: str, is_hint: bool, two_entries: Path, world: World
) -> None:
    repo = Repo("somebody/dotfiles", 7, "my shell", readme=readme)
    world.repos |= {"ada/medfoo": repo, "somebody/dotfiles": repo}
    output = run(two_entries, world, "--format", "json")
    assert output.code == 0
    assert (
        "hint: somebody/dotfiles may be another work's" in results(output)["a1", "links.code"]["detail"]
    ) is is_hint


def test_a_hint_says_what_was_unchecked_without_a_token(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    output = run(two_entries, world)
    assert output.code == 0
    assert output.text.splitlines()[-1] == "hint: set GITHUB_TOKEN: 2 repositories were left unchecked"
    assert "github:ada/medfoo" not in read_state(two_entries / "site_docs/data/links.json").links
    assert world.requests("github") == 0


def test_the_repositories_of_a_pull_request_are_checked_without_a_token(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    git(two_entries, "init", "-b", "main")
    git(two_entries, "commit", "--allow-empty", "-m", "first")
    for number in range(20):
        id_ = f"c{number:02}"
        add_entry(two_entries, world, id_, f"Third {id_}: Thing", f"2401.{number + 10:05}", f"ada/{id_}")
    output = run(two_entries, world, "--changed-since", "main")
    assert output.text.splitlines()[-3:] == [
        "GitHub: 2 of 22 not reached: set GITHUB_TOKEN: GitHub's GraphQL API needs a token",
        "44 links: 42 ok, 2 unknown",
        "hint: set GITHUB_TOKEN: 2 repositories were left unchecked",
    ]
    assert world.requests("github") == 20


def test_another_version_than_that_of_the_doi_is_wrong_at_the_line_of_the_doi(
    two_entries: Path, world: World
) -> None:
    authors = (("Björn", "Muster"), ("Ada", "Example"), *((f"Given{n}", f"Name{n}") for n in range(40)))
    world.works["10.5555/a"] = Work("A foundation model for reports", authors)
    file = two_entries / "entries/a1.yaml"
    text = file.read_text().replace("links:", "doi: 10.5555/a\nvenue: {name: J, year: 2024}\nlinks:")
    file.write_text(text)
    output = run(two_entries, world)
    assert output.code == 1
    assert (
        "entries/a1.yaml:7:6: error: https://doi.org/10.5555/a: leads to “A foundation model for reports”"
    ) in output.text
    world.works["10.5555/a"] = Work("A foundation model for reports", authors[:1])
    pass_days(world, 20)
    assert "doi.org/10.5555/a: not the version of this DOI: write title: “A foundation" in (
        run(two_entries, world).text
    )
