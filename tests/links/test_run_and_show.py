"""Complete and interrupted runs with plain pages and other services, and what the site shows of them."""

import io
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.checking.check import check
from generator.checking.load import load
from generator.links import command
from generator.links.health import summarize_entry_health, summarize_health
from generator.links.memory import read_state
from generator.links.observations import load_observations
from generator.links.providers.web import Web
from tests.interrupting import accepting_interrupts
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.server import Reply, Request, Server, serving
from tests.links.fakes.work import Work
from tests.links.fakes.world import World
from tests.links.made_list import options, pass_days, results, run
from tests.refusing import refuse_folder


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
def test_plain_web_links_are_checked(
    path: str, verdict: str, two_entries: Path, world: World, web: Server
) -> None:
    with_project_link(two_entries, web.url + path)
    system = command.SystemClock()
    found = results(
        command.run(options(two_entries, "--format", "json", "--allow-private"), io.StringIO(), system)
    )
    assert found["a1", "links.project"]["verdict"] == verdict


def test_a_doi_that_was_guessed_wrongly_is_checked_as_a_page(
    two_entries: Path, world: World, web: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.links.providers.web.RETRY_DELAY", 0.0)
    with_project_link(two_entries, f"{web.url}/doi/10.5555/none")
    output = command.run(
        options(two_entries, "--format", "json", "--allow-private"), io.StringIO(), command.SystemClock()
    )
    project = results(output)["a1", "links.project"]
    assert project["service"] == "doi"
    assert project["detail"] == "failing since " + project["detail"][14:24] + ": answers 404"
    assert any(request.path == "/doi/10.5555/none" for request in web.requests)


def test_an_archived_copy_of_a_dead_link_is_suggested(two_entries: Path, world: World) -> None:
    del world.papers["2401.00001"]
    world.copies.add("https://arxiv.org/abs/2401.00001")
    for _ in range(3):
        output = run(two_entries, world)
        pass_days(world, 1)
    assert "→ https://web.archive.org/web/20240102030405/https://arxiv.org/abs/2401.00001" in output.text
    assert world.requests("wayback") == 1


def test_links_in_pages_of_the_site_are_checked(two_entries: Path, world: World) -> None:
    page = two_entries / "site_docs" / "about.md"
    page.parent.mkdir()
    page.write_text(
        "# About\n\nSee [a paper](https://arxiv.org/abs/2401.00001) and https://github.com/no/thing.\n"
    )
    output = run(two_entries, world, str(page), "--format", "json")
    found = {result["url"]: result for result in json.loads(output.text)["results"]}
    assert found["https://arxiv.org/abs/2401.00001"]["verdict"] == "ok"
    missing = found["https://github.com/no/thing"]
    assert (missing["line"], missing["column"], missing["entry"]) == (3, 53, None)


@pytest.mark.parametrize("kind", ["folder", "page", "entries"])
def test_what_cannot_be_read_is_said_and_its_links_are_kept(
    kind: str, two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (two_entries / "entries/b2.yaml").rename(make_folder(two_entries / "entries/2024") / "b2.yaml")
    page = make_folder(two_entries / "site_docs/about") / "us.md"
    page.write_text("See https://github.com/no/thing.\n", "utf-8")
    run(two_entries, world)
    state = two_entries / "site_docs/data/links.json"
    known = state.read_text("utf-8")
    if kind == "page":
        page.rename(two_entries / "us.md")
        page.symlink_to("../../us.md")
    else:
        refuse_folder(monkeypatch, page.parent if kind == "folder" else two_entries / "entries/2024")
    console = io.StringIO()
    command.run(options(two_entries), console, world.clock)
    assert state.read_text("utf-8") == known
    said = {
        "folder": "`site_docs/about` cannot be read (Permission denied): make it readable",
        "page": "`site_docs/about/us.md` is a link, and links are not followed: delete it; the links there",
        "entries": "entries with errors may lack links here",
    }
    assert said[kind] in console.getvalue()


def make_folder(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def test_a_page_that_is_never_requested_is_unknown(two_entries: Path, world: World) -> None:
    with_project_link(two_entries, "https://github.com/topics/x")
    output = run(two_entries, world, "--format", "json")
    assert results(output)["a1", "links.project"]["verdict"] == "unknown"


def test_a_service_that_is_down_fails_nothing(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    known = read_state(two_entries / "site_docs/data/links.json").links["arxiv:2401.00001"]
    for name in ("arxiv", "semanticscholar"):
        world.servers[name].answer = lambda request: Reply(500)
    pass_days(world, 9)
    output = run(two_entries, world, "--format", "json")
    assert output.code == 0
    assert results(output)["a1", "arxiv"]["verdict"] == "unknown"
    assert read_state(two_entries / "site_docs/data/links.json").links["arxiv:2401.00001"] == known


def test_an_interrupted_run_saves_what_it_learned(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(self: Web, ids: Any, on_answer: Any) -> None:
        while "arxiv:2401.00001" not in learned:
            world.clock.sleep(0)
        raise KeyboardInterrupt

    learned: set[str] = set()
    with_project_link(two_entries, "https://x.org/")
    from generator.links.memory import Memory

    original = Memory.learn
    monkeypatch.setattr(
        Memory, "learn", lambda self, key, seen: (original(self, key, seen), learned.add(key))[0]
    )
    monkeypatch.setattr(Web, "check", check)
    output = run(two_entries, world)
    assert output.code == 130
    assert "arxiv:2401.00001" in read_state(two_entries / "site_docs/data/links.json").links


def test_control_c_stops_a_run_that_waits_for_a_server(two_entries: Path, world: World) -> None:
    """The signal is a real one, sent while a server does not answer."""
    hold, asked = threading.Event(), threading.Event()

    def hang(request: Request) -> Reply:
        asked.set()
        hold.wait(30)
        return Reply(500)

    world.servers["github"].answer = hang
    program = [sys.executable, "-m", "generator", "--root", str(two_entries), "links"]
    with accepting_interrupts():
        process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with process:
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
    assert list(read_state(two_entries / "site_docs/data/links.json").links) == [
        "arxiv:2401.00001",
        "arxiv:2401.00002",
    ]


def test_a_full_run_forgets_targets_without_a_link(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    (two_entries / "entries/b2.yaml").unlink()
    run(two_entries, world, str(two_entries / "entries/a1.yaml"))
    assert len(read_state(two_entries / "site_docs/data/links.json").links) == 4
    run(two_entries, world)
    assert list(read_state(two_entries / "site_docs/data/links.json").links) == [
        "arxiv:2401.00001",
        "github:ada/medfoo",
    ]


def test_reports_are_written_to_files(two_entries: Path, world: World) -> None:
    del world.papers["2401.00001"]
    world.papers["2401.00002"] = Paper("Quite <b>Another</b> | @somebody", ("X Y",))
    world.repos["ada/radbar"] = Repo("ada/new", 9, archived=True)
    files = {suffix: two_entries / f"report{suffix}" for suffix in (".md", ".json", ".txt")}
    arguments = [part for file in files.values() for part in ("--report", str(file))]
    output = run(two_entries, world, *arguments)
    assert files[".txt"].read_text() == output.text + "\n"
    assert json.loads(files[".json"].read_text())["summary"]["wrong"] == 1
    markdown = files[".md"].read_text()
    assert markdown.index("## Wrong or dead (1)") < markdown.index("## Moved, degraded and proposals (1)")
    assert "<details><summary>Blocked, not compared or unknown (1)</summary>" in markdown
    assert "<b>" not in markdown
    assert "@somebody" not in markdown
    github = run(two_entries, world, "--format", "github").text
    assert "::error file=entries/b2.yaml,line=6,col=8,title=link-wrong::" in github
    assert "::notice file=entries/a1.yaml" in github
    assert github.endswith(output.text)


def test_the_site_shows_warnings_and_proposals(two_entries: Path, world: World) -> None:
    world.repos["ada/radbar"] = Repo("ada/radbar", 9, "RadBar", archived=True, stars=7)
    world.papers["2401.00001"].comment = "withdrawn by the authors"
    world.papers["2401.00002"].doi = "10.5555/x"
    run(two_entries, world)
    catalog, state = load(two_entries).catalog, load_observations(two_entries).state
    ours = summarize_entry_health(catalog.entries["b2"], state)
    assert [(warning.kind, warning.field) for warning in ours.warnings] == [("archived", "links.code")]
    assert [(fact.kind.label, fact.text, fact.day) for fact in ours.facts["2026-11-24"]] == [
        ("Citations", "0", "2026-11-24"),
        ("Stars", "7", "2026-11-24"),
        ("Last push", "2026-10-01", "2026-11-24"),
        ("Code archived", "", "2026-11-24"),
        ("Links checked", "", "2026-11-24"),
    ]
    assert [warning.kind for warning in summarize_entry_health(catalog.entries["a1"], state).warnings] == [
        "withdrawn"
    ]
    whole = summarize_health(catalog, state)
    assert [service.service for service in whole.services] == ["arxiv", "github"]
    assert whole.services[0].verdicts["degraded"] == 1
    assert (whole.total, whole.unchecked, whole.oldest) == (4, 0, "2026-11-24")
    assert [(result.entry, result.detail) for result in whole.proposals] == [
        ("b2", "now published: doi 10.5555/x")
    ]
    assert whole.broken == ()


def test_a_site_without_any_check_shows_all_links_as_unchecked(two_entries: Path) -> None:
    catalog, state = load(two_entries).catalog, load_observations(two_entries).state
    assert summarize_entry_health(catalog.entries["a1"], state).facts == {}
    assert summarize_health(catalog, state).unchecked == 4


def test_dois_and_pubmed_links_are_checked(two_entries: Path, world: World) -> None:
    file = two_entries / "entries/a1.yaml"
    text = file.read_text().replace('arxiv: "2401.00001"', "doi: 10.5555/A")
    file.write_text(text.replace("links:\n", "links:\n  paper: https://pubmed.ncbi.nlm.nih.gov/123/\n"))
    world.works["10.5555/a"] = Work("MedFoo: Reading Reports")
    world.articles["123"] = Work("Quite Another", (("X", "Y"),))
    found = results(run(two_entries, world, "--format", "json"))
    assert found["a1", "doi"]["verdict"] == "ok"
    assert found["a1", "links.paper"]["verdict"] == "wrong"


def test_positions_and_fixes_are_the_same_after_a_check(two_entries: Path, world: World, web: Server) -> None:
    """A check leaves a cache, from which a valid entry is known without reading its file."""
    vocabulary = two_entries / "entries" / "_vocabulary"
    vocabulary.mkdir()
    (vocabulary / "kinds.yaml").write_text("- {slug: model, label: Model}\n")
    (vocabulary / "sections.yaml").write_text("- {slug: x, label: X}\n")
    with_project_link(two_entries, f"{web.url}/moved")
    file = two_entries / "entries/a1.yaml"
    before = file.read_text("utf-8")
    seen = []
    for arguments in ((), ("--fix",)):
        check(two_entries)
        output = command.run(
            options(two_entries, "--allow-private", *arguments), io.StringIO(), command.SystemClock()
        )
        seen.append([line for line in output.text.splitlines() if "/moved" in line])
    assert seen[0] == seen[1]
    assert f"entries/a1.yaml:{before[: before.index('project: ')].count(chr(10)) + 1}:" in seen[0][0]
    assert file.read_text("utf-8") == before.replace("/moved", "/ok")


def test_the_records_of_an_entry_are_kept_while_its_file_has_errors(two_entries: Path, world: World) -> None:
    run(two_entries, world)
    known = read_state(two_entries / "site_docs/data/links.json").links.keys()
    file = two_entries / "entries/a1.yaml"
    file.write_text(file.read_text().replace('"', "", 1))
    console = io.StringIO()
    command.run(options(two_entries), console, world.clock)
    assert read_state(two_entries / "site_docs/data/links.json").links.keys() == known
    assert "`medvlm check` lists them" in console.getvalue()
