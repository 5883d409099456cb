"""Whole runs of the command against a made-up world."""

import io
import json
import signal
import subprocess
import sys
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.links import command
from generator.links.memory import read_state
from generator.links.providers.web import Web
from generator.links.state import entry_health, health, load_state
from generator.load import load
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import TOKEN, Repo
from tests.links.fakes.registries import Work
from tests.links.fakes.server import Reply, Request, Server, serving
from tests.links.fakes.world import World

AUTHORS = ("Ada Example", "Björn Muster")
ENTRY = """\
# a comment that stays
title: "{title}"
kind: model
authors: [Ada Example, Björn Muster]
date: 2024-01
arxiv: "{arxiv}"   # another one
links:
  code: {code}
section: x
added: 2026-11-24
"""


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Made up\nrepo_url: https://example.org/list\n")
    return tmp_path


def add(project: Path, world: World, id_: str, title: str, arxiv: str, code: str) -> Path:
    """An entry about which all is true."""
    world.papers[arxiv] = Paper(title, AUTHORS)
    world.repos[code.lower()] = Repo(code, len(world.repos) + 1, description=title)
    file = project / "entries" / f"{id_}.yaml"
    file.write_text(ENTRY.format(title=title, arxiv=arxiv, code=f"https://github.com/{code}"))
    return file


@pytest.fixture
def two(project: Path, world: World) -> Path:
    add(project, world, "a1", "MedFoo: Reading Reports", "2401.00001", "ada/medfoo")
    add(project, world, "b2", "RadBar: Seeing Chests", "2401.00002", "ada/radbar")
    return project


def run(project: Path, world: World, *arguments: str) -> command.Said:
    parsed = _options(project, *arguments)
    return command.run(parsed, io.StringIO(), world.clock)


def _options(project: Path, *arguments: str) -> Any:
    import argparse

    from generator.links.arguments import add_arguments

    parser = argparse.ArgumentParser()
    add_arguments(parser)
    options = parser.parse_args(arguments)
    options.root = project
    return options


def results(said: command.Said) -> dict[tuple[str, str], dict[str, Any]]:
    return {(one["entry"], one["field"]): one for one in json.loads(said.text)["results"]}


def days(world: World, number: float) -> None:
    world.clock.sleep(timedelta(days=number).total_seconds())


def test_all_is_well(two: Path, world: World) -> None:
    said = run(two, world)
    assert (said.text, said.code) == ("4 links: 4 ok", 0)
    links = read_state(two / "site_docs/data/links.json").links
    assert list(links) == ["arxiv:2401.00001", "arxiv:2401.00002", "github:ada/medfoo", "github:ada/radbar"]


def test_what_is_fresh_is_not_asked_again(two: Path, world: World) -> None:
    run(two, world)
    assert run(two, world).text == "4 links: 4 ok"
    assert (world.requests("ARXIV"), world.requests("GITHUB")) == (1, 1)
    days(world, 9)
    run(two, world)
    assert (world.requests("ARXIV"), world.requests("GITHUB")) == (2, 2)


def test_an_entry_that_changed_is_asked_again(two: Path, world: World) -> None:
    run(two, world)
    file = two / "entries/a1.yaml"
    file.write_text(file.read_text().replace("MedFoo: Reading Reports", "Quite Another Title"))
    said = run(two, world)
    assert said.code == 1
    assert "entries/a1.yaml:6:8: wrong: https://arxiv.org/abs/2401.00001: leads to “MedFoo" in said.text


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
    assert (
        "unknown: https://arxiv.org/abs/2401.00001: failing since 2026-11-24: arXiv knows" in verdicts[0][1]
    )
    assert ": dead: https://arxiv.org/abs/2401.00001: arXiv knows no such id" in verdicts[2][1]


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
    assert run(two, world, "no/such/path").code == 2
    (two / "site_docs/data").mkdir(parents=True)
    (two / "site_docs/data/links.json").write_text("{")
    assert run(two, world).code == 2
    for arguments in (["--shard", "0/2"], ["--shard", "x"], ["--report", "x.pdf"], ["--format", "odd"]):
        with pytest.raises(SystemExit) as caught:
            main(["--root", str(two), "links", *arguments])
        assert caught.value.code == 2
    capsys.readouterr()


def test_the_command_itself(two: Path, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(two), "links", "--plan"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 links, 4 due, at least 2 requests"
    assert main(["--root", str(two), "links", str(two / "none")]) == 2
    assert "there is no" in capsys.readouterr().err
    assert world.requests("ARXIV") == 0


def test_shards_share_the_links(two: Path, world: World) -> None:
    shown: list[tuple[str, str]] = []
    for index in (1, 2):
        shown += results(run(two, world, "--shard", f"{index}/2", "--format", "json"))
    assert sorted(shown) == [("a1", "arxiv"), ("a1", "links.code"), ("b2", "arxiv"), ("b2", "links.code")]
    assert world.requests("ARXIV") == 1


def test_moved_is_fixed_and_nothing_else_is_touched(two: Path, world: World) -> None:
    world.repos["ada/medfoo"] = Repo("New-Lab/MedFoo", 1)
    file = two / "entries/a1.yaml"
    before = file.read_text()
    said = run(two, world, "--fix")
    assert said.code == 0
    assert (
        "moved: https://github.com/ada/medfoo: renamed to New-Lab/MedFoo → https://github.com/New-Lab/MedFoo"
        in said.text
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
        "ok: https://arxiv.org/abs/2401.00001: now published: doi 10.5555/inv.1 → 10.5555/inv.1" in said.text
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
    world.fakes["GITHUB"].unauthorised_left = 0
    said = run(two, world)
    assert said.code == 0
    assert said.text.splitlines()[-1] == "hint: set GITHUB_TOKEN: 2 repositories were left unchecked"
    assert "github:ada/medfoo" not in read_state(two / "site_docs/data/links.json").links
    world.fakes["GITHUB"].unauthorised_left = 1
    assert run(two, world).text.splitlines()[-1] == "hint: set GITHUB_TOKEN: 1 repository was left unchecked"


@pytest.fixture
def web() -> Iterator[Server]:
    pages: dict[str, Reply] = {
        "/ok": Reply(200),
        "/moved": Reply(301, b"", {"Location": "/ok"}),
        "/to-code": Reply(302, b"", {"Location": "https://github.com/ada/medfoo"}),
        "/moved-to-code": Reply(301, b"", {"Location": "https://github.com/ada/medfoo"}),
        "/to-nothing": Reply(302, b"", {"Location": "https://github.com/no/thing"}),
    }

    def answer(request: Request) -> Reply:
        return pages.get(request.path, Reply(404))

    with serving(answer) as server:
        yield server


def with_project_link(project: Path, url: str) -> None:
    file = project / "entries/a1.yaml"
    file.write_text(file.read_text().replace("links:\n", f"links:\n  project: {url}\n"))


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/ok", "ok"),
        ("/moved", "moved"),
        ("/to-code", "ok"),
        ("/moved-to-code", "moved"),
        ("/to-nothing", "unknown"),
    ],
)
def test_plain_web_links(path: str, verdict: str, two: Path, world: World, web: Server) -> None:
    with_project_link(two, web.url + path)
    system = command.SystemClock()
    found = results(command.run(_options(two, "--format", "json", "--allow-private"), io.StringIO(), system))
    assert found["a1", "links.project"]["verdict"] == verdict


def test_a_doi_read_out_of_an_address_may_be_misread(
    two: Path, world: World, web: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.links.providers.web.SECOND_LOOK", 0.0)
    with_project_link(two, f"{web.url}/doi/10.5555/none")
    said = command.run(
        _options(two, "--format", "json", "--allow-private"), io.StringIO(), command.SystemClock()
    )
    project = results(said)["a1", "links.project"]
    assert project["service"] == "doi"
    assert project["detail"] == "failing since " + project["detail"][14:24] + ": answers 404"
    assert any(request.path == "/doi/10.5555/none" for request in web.requests)


def test_a_copy_of_what_is_dead(two: Path, world: World) -> None:
    del world.papers["2401.00001"]
    world.copies.add("https://arxiv.org/abs/2401.00001")
    for _ in range(3):
        said = run(two, world)
        days(world, 1)
    assert "→ https://web.archive.org/web/20240102030405/https://arxiv.org/abs/2401.00001" in said.text
    assert world.requests("WAYBACK") == 1


def test_pages_of_the_site(two: Path, world: World) -> None:
    page = two / "site_docs" / "about.md"
    page.parent.mkdir()
    page.write_text(
        "# About\n\nSee [a paper](https://arxiv.org/abs/2401.00001) and https://github.com/no/thing.\n"
    )
    said = run(two, world, str(page), "--format", "json")
    found = {one["url"]: one for one in json.loads(said.text)["results"]}
    assert found["https://arxiv.org/abs/2401.00001"]["verdict"] == "ok"
    missing = found["https://github.com/no/thing"]
    assert (missing["line"], missing["column"], missing["entry"]) == (3, 53, None)


def test_a_page_that_is_not_asked(two: Path, world: World) -> None:
    with_project_link(two, "https://github.com/topics/x")
    said = run(two, world, "--format", "json")
    assert results(said)["a1", "links.project"]["verdict"] == "unknown"


def test_a_service_that_is_down_fails_nothing(two: Path, world: World) -> None:
    run(two, world)
    world.servers["ARXIV"].answer = lambda request: Reply(500)
    days(world, 9)
    said = run(two, world, "--format", "json")
    assert said.code == 0
    assert results(said)["a1", "arxiv"]["verdict"] == "unknown"
    seen = read_state(two / "site_docs/data/links.json").links["arxiv:2401.00001"]
    assert (seen.errors, seen.fine) == (1, "2026-11-24T08:00:00Z")


def test_interrupted_what_was_learnt_is_saved(
    two: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(Web):
        def check(self, ids: Any, tell: Any) -> None:
            while "arxiv:2401.00001" not in learnt:
                world.clock.sleep(0)
            raise KeyboardInterrupt

    learnt: set[str] = set()
    with_project_link(two, "https://x.org/")
    from generator.links import registry
    from generator.links.memory import Memory

    original = Memory.learn
    monkeypatch.setattr(
        Memory, "learn", lambda self, key, seen: (original(self, key, seen), learnt.add(key))[0]
    )
    monkeypatch.setitem(registry.SERVICES, "web", Interrupted)
    said = run(two, world)
    assert said.code == 130
    assert "arxiv:2401.00001" in read_state(two / "site_docs/data/links.json").links


def test_control_c(two: Path, world: World) -> None:
    """A real signal, while a server does not answer."""
    hold, asked = threading.Event(), threading.Event()

    def hang(request: Request) -> Reply:
        asked.set()
        hold.wait(30)
        return Reply(500)

    world.servers["GITHUB"].answer = hang
    program = [sys.executable, "-m", "generator", "--root", str(two), "links"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        lines = iter(process.stderr)
        while "arxiv: 2 of 2" not in next(lines):
            pass
        assert asked.wait(30)
        process.send_signal(signal.SIGINT)
        assert process.stdout
        shown = process.stdout.read()
    hold.set()
    assert process.returncode == 130
    assert shown.startswith("interrupted")
    assert list(read_state(two / "site_docs/data/links.json").links) == [
        "arxiv:2401.00001",
        "arxiv:2401.00002",
    ]


def test_what_nothing_links_to_is_forgotten(two: Path, world: World) -> None:
    run(two, world)
    (two / "entries/b2.yaml").unlink()
    run(two, world, str(two / "entries/a1.yaml"))
    assert len(read_state(two / "site_docs/data/links.json").links) == 4
    run(two, world)
    assert list(read_state(two / "site_docs/data/links.json").links) == [
        "arxiv:2401.00001",
        "github:ada/medfoo",
    ]


def test_reports_in_files(two: Path, world: World) -> None:
    del world.papers["2401.00001"]
    world.papers["2401.00002"] = Paper("Quite <b>Another</b> | @somebody", ("X Y",))
    world.repos["ada/radbar"] = Repo("ada/new", 9, archived=True)
    files = {suffix: two / f"report{suffix}" for suffix in (".md", ".json", ".xml", ".sarif", ".txt")}
    arguments = [part for file in files.values() for part in ("--report", str(file))]
    said = run(two, world, *arguments)
    assert files[".txt"].read_text() == said.text + "\n"
    assert json.loads(files[".json"].read_text())["summary"]["wrong"] == 1
    sarif = json.loads(files[".sarif"].read_text())["runs"][0]["results"]
    assert [(one["ruleId"], one["level"]) for one in sarif] == [
        ("link-unknown", "note"), ("link-wrong", "error"), ("link-moved", "warning"),
    ]  # fmt: skip
    suite = ElementTree.parse(files[".xml"]).getroot()[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "1", "1")
    markdown = files[".md"].read_text()
    assert markdown.index("## Wrong or dead (1)") < markdown.index("## Moved, degraded and proposals (1)")
    assert "<details><summary>Blocked or unknown (1)</summary>" in markdown
    assert "<b>" not in markdown
    assert "@somebody" not in markdown
    github = run(two, world, "--format", "github").text
    assert "::error file=entries/b2.yaml,line=6,col=8,title=link wrong::" in github
    assert "::notice file=entries/a1.yaml" in github


def test_what_the_site_shows(two: Path, world: World) -> None:
    world.repos["ada/radbar"] = Repo("ada/radbar", 9, "RadBar", archived=True, stars=7)
    world.papers["2401.00001"].comment = "withdrawn by the authors"
    world.papers["2401.00002"].doi = "10.5555/x"
    run(two, world)
    catalog, state = load(two).catalog, load_state(two)
    ours = entry_health(catalog.entries["b2"], state)
    assert [(mark.kind, mark.field) for mark in ours.marks] == [("archived", "links.code")]
    assert (ours.checked, ours.stars, ours.pushed, ours.license) == ("2026-11-24", 7, "2026-10-01", "MIT")
    assert [mark.kind for mark in entry_health(catalog.entries["a1"], state).marks] == ["withdrawn"]
    whole = health(catalog, state)
    assert [service.service for service in whole.services] == ["arxiv", "github"]
    assert whole.services[0].verdicts["degraded"] == 1
    assert (whole.total, whole.unchecked, whole.oldest) == (4, 0, "2026-11-24")
    assert [(one.entry, one.detail) for one in whole.proposals] == [("b2", "now published: doi 10.5555/x")]
    assert whole.faults == ()


def test_a_site_without_any_check(two: Path) -> None:
    catalog, state = load(two).catalog, load_state(two)
    assert entry_health(catalog.entries["a1"], state).checked == ""
    assert health(catalog, state).unchecked == 4


def test_dois_and_pubmed(two: Path, world: World) -> None:
    file = two / "entries/a1.yaml"
    text = file.read_text().replace('arxiv: "2401.00001"', "doi: 10.5555/A")
    file.write_text(text.replace("links:\n", "links:\n  paper: https://pubmed.ncbi.nlm.nih.gov/123/\n"))
    world.works["10.5555/a"] = Work("MedFoo: Reading Reports")
    world.articles["123"] = Work("Quite Another", (("X", "Y"),))
    found = results(run(two, world, "--format", "json"))
    assert found["a1", "doi"]["verdict"] == "ok"
    assert found["a1", "links.paper"]["verdict"] == "wrong"
