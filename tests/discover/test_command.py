"""A stream is replayed: what is wanted comes first, what is handled stays away, what is open is kept."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.catalog.candidates import CANDIDATES_FILE, read_candidates
from generator.discover import arguments, command
from generator.discover.record import Record
from generator.exits import OK, PROBLEMS_FOUND, USAGE
from generator.links.asking.pacing import Clock
from generator.options import read_options
from generator.render.markdown import escape_text
from tests.discover.made_stream import MONDAY, make_listed, make_stream, write_entry, write_records
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.server import FakeClock
from tests.links.fakes.world import World

SINCE = "2026-10-26"
"""The first day of the eighth week."""


def run(root: Path, *words: str, clock: Clock | None = None) -> command.DiscoverOutput:
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path)
    arguments.add_arguments(parser)
    options = read_options(parser.parse_args(["--root", str(root), *words]))
    return command.run(options, clock or FakeClock())


def ids(root: Path) -> list[str]:
    return [one.id for one in read_candidates(root).candidates]


@pytest.fixture
def stream() -> tuple[list[Record], set[str]]:
    return make_stream(8)


@pytest.fixture
def file(tmp_path: Path, stream: tuple[list[Record], set[str]]) -> str:
    return str(write_records(tmp_path / "records.jsonl", stream[0]))


def wanted_since(stream: tuple[list[Record], set[str]], day: str) -> set[str]:
    return {record.id for record in stream[0] if record.announced >= day} & stream[1]


def test_the_wanted_works_of_a_week_come_first(
    root: Path, file: str, stream: tuple[list[Record], set[str]]
) -> None:
    done = run(root, "--records", file, "--since", SINCE, "--most", "6", "--save")
    assert done.code == OK
    assert set(ids(root)) == wanted_since(stream, SINCE)


def test_the_same_records_give_the_same_bytes(root: Path, file: str) -> None:
    first = run(root, "--records", file, "--since", SINCE, "--save").text
    saved = (root / CANDIDATES_FILE).read_bytes()
    (root / CANDIDATES_FILE).unlink()
    assert run(root, "--records", file, "--since", SINCE, "--save").text == first
    assert (root / CANDIDATES_FILE).read_bytes() == saved


def test_what_is_listed_declined_or_proposed_is_left_out(
    root: Path, file: str, stream: tuple[list[Record], set[str]], tmp_path: Path
) -> None:
    by_id = {record.id: record for record in stream[0]}
    listed, declined, proposed, *rest = sorted(wanted_since(stream, SINCE))
    write_entry(root, by_id[listed])
    (root / "entries" / "_declined.yaml").write_text(
        f'- {{id: "{declined}", day: 2026-11-01, reason: off-topic}}\n'
    )
    pulls = tmp_path / "pulls.txt"
    pulls.write_text(f"arxiv: '{proposed}'\nAdd another paper, 10.1000/1.5\n")
    run(root, "--records", file, "--since", SINCE, "--most", "3", "--proposed", str(pulls), "--save")
    assert set(ids(root)) == {*rest} != set()


def test_a_candidate_stays_until_somebody_decides(
    root: Path, file: str, stream: tuple[list[Record], set[str]]
) -> None:
    run(root, "--records", file, "--since", "2026-10-19", "--most", "6", "--save")
    before = ids(root)
    run(root, "--records", file, "--since", SINCE, "--most", "6", "--save")
    assert set(ids(root)) == {*before} | wanted_since(stream, SINCE)
    (root / "entries" / "_declined.yaml").write_text(
        f'- {{id: "{before[0]}", day: 2026-11-01, reason: duplicate}}\n'
    )
    run(root, "--records", file, "--since", SINCE, "--most", "6", "--save")
    assert before[0] not in ids(root)


def test_the_next_run_begins_where_the_last_one_ended(root: Path, file: str) -> None:
    run(root, "--records", file, "--since", SINCE, "--save")
    content = json.loads((root / CANDIDATES_FILE).read_text("utf-8"))
    assert content["until"] == "2026-10-30"
    content["candidates"] = []
    (root / CANDIDATES_FILE).write_text(json.dumps(content))
    run(root, "--records", file, "--save")
    days = {one.date for one in read_candidates(root).candidates}
    assert min(days) >= "2026-10-26"


def test_a_first_week_without_older_records_is_ranked_too(
    root: Path, file: str, stream: tuple[list[Record], set[str]]
) -> None:
    first = [record for record in stream[0] if record.announced < "2026-09-14"]
    only = write_records(root.parent / "first.jsonl", first)
    run(root, "--records", str(only), "--since", MONDAY.isoformat(), "--most", "6", "--save")
    assert set(ids(root)) == {record.id for record in first} & stream[1]


def test_the_report_names_why_and_what_to_do(root: Path, file: str, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    done = run(root, "--records", file, "--since", SINCE, "--most", "1", "--report", str(report), "--save")
    (id_,) = ids(root)
    text = report.read_text("utf-8")
    assert text == done.text + "\n"
    assert f"`/add {id_}` · `/decline {id_} off-topic`" in text
    assert f"(https://example.org/kites/contribute/?paper={id_})" in text
    assert "Why: " in text
    assert "Like [" in text


def test_a_broken_file_is_reported_with_its_line(root: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "2609.00001", "title": "T", "announced": "soon"}\n{"id": 5}\nnothing\n')
    done = run(root, "--records", str(broken))
    assert done.code == USAGE
    lines = done.text.removeprefix("medvlm discover: ").replace(str(broken), "F").split("\n")
    assert lines[0] == "F:1: `announced` is `soon`: write a day, YYYY-MM-DD"
    assert lines[1].startswith("F:2: `id`: Input should be a valid string")
    assert lines[2].startswith("F:3: Invalid JSON")


def test_a_list_with_few_entries_teaches_nothing(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.code == USAGE
    assert "fewer than 10 entries" in done.text


def _publish(world: World, records: Sequence[Record]) -> None:
    for record in records:
        world.papers[record.id] = Paper(
            record.title, record.authors, record.announced, summary=record.abstract
        )


def test_arxiv_is_asked_for_eight_weeks_page_by_page_at_its_pace(
    root: Path, world: World, stream: tuple[list[Record], set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.links.providers.arxiv_search.PAGE", 20)
    _publish(world, stream[0])
    done = run(root, "--since", SINCE, "--most", "6", "--save", clock=world.clock)
    assert done.code == OK
    assert set(ids(root)) == wanted_since(stream, SINCE)
    assert world.fakes["arxiv"].too_soon == 0
    assert world.requests("arxiv") > 1
    kept = json.loads((root / ".cache" / "discover.json").read_text("utf-8"))
    assert kept["records"] == []
    assert set(kept["ids"]) >= stream[1]


def test_a_run_that_arxiv_ends_is_continued_by_the_next(
    root: Path, world: World, stream: tuple[list[Record], set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.links.providers.arxiv_search.PAGE", 20)
    _publish(world, stream[0])
    run(root, "--since", SINCE, "--save", clock=world.clock)
    whole, asked = (root / CANDIDATES_FILE).read_bytes(), world.requests("arxiv")
    (root / CANDIDATES_FILE).unlink()
    (root / ".cache" / "discover.json").unlink()
    arxiv = world.fakes["arxiv"]
    answer = type(arxiv).__call__
    count = iter(range(1000))

    def stop_after_one(self: object, request: object) -> object:
        return answer(arxiv, request) if next(count) == 0 else arxiv._rate_exceeded()

    world.servers["arxiv"].answer = lambda request: stop_after_one(arxiv, request)  # type: ignore
    world.clock.sleep(3)
    done = run(root, "--since", SINCE, "--save", clock=world.clock)
    assert done.code == PROBLEMS_FOUND
    assert "20 records are read: the next run continues from there" in done.text
    world.servers["arxiv"].answer = arxiv
    world.clock.sleep(3)
    stopped = world.requests("arxiv")
    assert run(root, "--since", SINCE, "--save", clock=world.clock).code == OK
    assert world.requests("arxiv") - stopped == asked - 1
    assert (root / CANDIDATES_FILE).read_bytes() == whole


def test_a_listed_preprint_that_is_published_by_now_is_noticed(
    root: Path, world: World, stream: tuple[list[Record], set[str]]
) -> None:
    listed = make_listed(2)
    _publish(world, [*stream[0], *listed])
    world.papers[listed[0].id].doi = "10.1000/5"
    world.papers[listed[1].id].title = "A Treatise on Lamps"
    done = run(root, "--since", SINCE, clock=world.clock)
    assert world.fakes["arxiv"].too_soon == 0
    assert [line for line in done.text.split("## Listed works")[1].splitlines() if line] == [
        f"- Published: {escape_text(listed[0].title)}, [2401\\.90000](https://arxiv.org/abs/2401.90000): "
        "published as 10.1000/5",
        f"- A new version has another title: {escape_text(listed[1].title)}, "
        "[2402\\.90001](https://arxiv.org/abs/2402.90001): A Treatise on Lamps",
    ]


def test_pages_without_records_are_asked_for_again(
    root: Path, world: World, stream: tuple[list[Record], set[str]]
) -> None:
    _publish(world, stream[0])
    world.fakes["arxiv"].empty_pages = 2
    assert run(root, "--since", SINCE, clock=world.clock).code == OK
    world.fakes["arxiv"].empty_pages = 9
    world.clock.sleep(3)
    (root / ".cache" / "discover.json").unlink()
    assert run(root, "--since", SINCE, clock=world.clock).code == PROBLEMS_FOUND
