"""Complete runs with plain pages and other services, their reports and fixes."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.checking.check import check
from generator.links import command
from generator.links.remembering.link_state import read_state
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.server import Reply, Request, Server, serving
from tests.links.fakes.work import Work
from tests.links.fakes.world import World
from tests.links.made_list import add_project_link, options, pass_days, results, run
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
    add_project_link(two_entries, web.url + path)
    system = command.SystemClock()
    found = results(
        command.run(options(two_entries, "--format", "json", "--allow-private"), io.StringIO(), system)
    )
    assert found["a1", "links.project"]["verdict"] == verdict


def test_a_doi_that_was_guessed_wrongly_is_checked_as_a_page(
    two_entries: Path, world: World, web: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.links.providers.web.RETRY_DELAY", 0.0)
    add_project_link(two_entries, f"{web.url}/doi/10.5555/none")
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
    of_plan = io.StringIO()
    planned = command.run(options(two_entries, "--plan"), of_plan, world.clock)
    assert (planned.code, said[kind] in of_plan.getvalue()) == (0, True)


def test_pages_in_a_folder_that_is_a_link_are_said_once(two_entries: Path, world: World) -> None:
    pages = make_folder(two_entries / "pages")
    for name in ("a.md", "b.md"):
        (pages / name).write_text("See https://github.com/no/thing.\n", "utf-8")
    (two_entries / "site_docs").symlink_to("pages")
    (two_entries / ".github").symlink_to(".github")  # no system finds what is in it
    console = io.StringIO()
    command.run(options(two_entries, "--state", str(two_entries / "links.json")), console, world.clock)
    said = [line for line in console.getvalue().splitlines() if "is a link" in line]
    assert [line.split(" ")[0] for line in said] == ["`.github`", "`site_docs`"]


def make_folder(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def test_a_page_that_is_never_requested_is_unknown(two_entries: Path, world: World) -> None:
    add_project_link(two_entries, "https://github.com/topics/x")
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
    add_project_link(two_entries, f"{web.url}/moved")
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
