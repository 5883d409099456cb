"""The memory and its records: nothing is lost or corrupted, and no link is dead after one bad day."""

import json
import os
import signal
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links.answers.verdict import Answer, Verdict, dead, ok, unknown
from generator.links.remembering import memory
from generator.links.remembering.link_state import (
    BrokenState,
    LinkRecord,
    LinkState,
    dump_state,
    format_time,
    parse_time,
    read_state,
)
from generator.links.remembering.memory import Memory
from generator.links.remembering.record_update import (
    REFRESH_AFTER,
    RETRY_AFTER,
    refresh_interval,
    update_record,
)
from tests.links.memory_writer import PROCESSES, write_records

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
KEY = "web:https://x.org/"
DAY = timedelta(days=1)


def after(*answers: tuple[timedelta, Answer]) -> LinkRecord:
    record = None
    for later, answer in answers:
        record = update_record(KEY, answer, record, NOW + later)
    assert record
    return record


def test_a_link_that_works_is_fine() -> None:
    record = after((0 * DAY, ok(stars=3)))
    assert (record.verdict, record.since, record.fine) == (Verdict.OK, format_time(NOW), format_time(NOW))
    assert record.observed == {"stars": 3}
    assert REFRESH_AFTER * 0.8 <= parse_time(record.next) - NOW <= REFRESH_AFTER * 1.2


def test_records_become_due_on_different_days() -> None:
    days = {refresh_interval(f"web:{number}").days for number in range(200)}
    assert days == {5, 6, 7, 8}


def test_three_failures_a_day_apart_make_a_link_dead() -> None:
    gone = dead("answers 404")
    assert after((0 * DAY, gone)).verdict is Verdict.UNKNOWN
    assert after((0 * DAY, gone), (DAY, gone)).verdict is Verdict.UNKNOWN
    last = after((0 * DAY, gone), (DAY, gone), (2 * DAY, gone))
    assert (last.verdict, last.failures, last.failing) == (Verdict.DEAD, 3, format_time(NOW))


def test_failures_on_one_day_count_once() -> None:
    gone = dead("answers 404")
    hours = timedelta(hours=1)
    record = after(*((number * hours, gone) for number in range(6)))
    assert (record.verdict, record.failures) == (Verdict.UNKNOWN, 1)
    assert parse_time(record.next) <= NOW + RETRY_AFTER


def test_a_success_ends_the_series_of_failures() -> None:
    gone = dead("answers 404")
    record = after((0 * DAY, gone), (DAY, gone), (2 * DAY, ok()), (3 * DAY, gone))
    assert (record.verdict, record.failures) == (Verdict.UNKNOWN, 1)
    assert record.fine == format_time(NOW + 2 * DAY)


def test_an_error_is_counted_and_keeps_what_was_known() -> None:
    record = after((0 * DAY, ok(stars=3)), (8 * DAY, unknown("timed out")), (9 * DAY, unknown("timed out")))
    assert (record.verdict, record.errors, record.detail) == (Verdict.UNKNOWN, 2, "timed out")
    assert (record.fine, record.observed) == (format_time(NOW), {"stars": 3})
    assert parse_time(record.next) == NOW + 9 * DAY
    assert after((0 * DAY, unknown("x")), (DAY, ok())).errors == 0


def test_an_error_does_not_end_the_series_of_failures() -> None:
    gone = dead("answers 404")
    record = after((0 * DAY, gone), (DAY, gone), (2 * DAY, unknown("down")), (3 * DAY, gone))
    assert record.verdict is Verdict.DEAD


def test_since_stays_while_the_verdict_stays() -> None:
    assert after((0 * DAY, ok()), (8 * DAY, ok())).since == format_time(NOW)


def test_a_repositorys_first_number_is_kept() -> None:
    assert after((0 * DAY, ok(repository=1)), (DAY, ok(repository=2))).observed == {"repository": 1}


@given(st.lists(st.tuples(st.integers(0, 80), st.sampled_from(["ok", "dead", "unknown"])), max_size=25))
def test_dead_needs_three_counted_failures(steps: list[tuple[int, str]]) -> None:
    record, now, counted, last = None, NOW, 0, None
    for hours, kind in steps:
        now += timedelta(hours=hours)
        answer = {"ok": ok(), "dead": dead("404"), "unknown": unknown("?")}[kind]
        record = update_record(KEY, answer, record, now)
        if kind == "ok":
            counted, last = 0, None
        if kind == "dead" and (last is None or now - last >= timedelta(hours=23)):
            counted, last = counted + 1, now
        assert (record.verdict is Verdict.DEAD) == (kind == "dead" and counted >= 3)


def test_each_target_has_a_line_and_diffs_are_small(tmp_path: Path) -> None:
    file = tmp_path / "data" / "links.json"
    memory = Memory(file)
    for number in (3, 1, 2):
        memory.learn(f"web:{number}", after((0 * DAY, ok())))
    memory.save()
    before = file.read_text().splitlines()
    memory.learn("web:2", after((DAY, ok(stars=1))))
    memory.save()
    changed = set(file.read_text().splitlines()) - set(before)
    assert len(changed) == 1
    assert list(json.loads(file.read_text())["links"]) == ["web:1", "web:2", "web:3"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert [path.name for path in file.parent.iterdir()] == ["links.json"]


@given(st.dictionaries(st.text(max_size=20), st.sampled_from([0, 1, 2]), max_size=5))
def test_a_written_memory_can_be_read_again(keys: dict[str, int]) -> None:
    kinds = [ok(stars=1), dead("x"), unknown("ü\u2028")]
    links = {key: update_record(key, kinds[kind], None, NOW) for key, kind in keys.items()}
    assert LinkState.model_validate_json(dump_state(links)).links == links


def test_the_published_schema_is_that_of_the_model() -> None:
    published = json.loads(Path("site_docs/data/links.schema.json").read_text())
    assert published == json.loads(json.dumps(LinkState.model_json_schema()))
    assert read_state(Path("site_docs/data/links.json")).version == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 2}', '{"links": {"a": {}}}', '{"links": {"a": {"next": 1}}}']
)
def test_the_error_for_an_invalid_file_names_it(text: str, tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    file.write_text(text)
    with pytest.raises(BrokenState, match=r"links\.json"):
        Memory(file)


def test_a_newer_record_of_another_run_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    slow, fast = Memory(file), Memory(file)
    slow.learn(KEY, after((0 * DAY, ok())))
    fast.learn(KEY, after((DAY, dead("404"))))
    fast.learn("web:other", after((0 * DAY, ok())))
    fast.save()
    slow.save()
    links = read_state(file).links
    assert links[KEY].checked == format_time(NOW + DAY)
    assert set(links) == {KEY, "web:other"}


def test_targets_without_a_link_are_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "links.json")
    for key in ("web:a", "web:b"):
        memory.learn(key, after((0 * DAY, ok())))
    memory.save()
    memory.keep_only({"web:a"})
    memory.keep_only({"web:a"})
    assert set(read_state(tmp_path / "links.json").links) == set(memory.links) == {"web:a"}


def test_two_runs_at_once_lose_no_record(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    runs = [PROCESSES.Process(target=write_records, args=(file, name, 20), daemon=True) for name in "ab"]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len(read_state(file).links) == 40


def test_the_file_is_complete_when_the_process_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    write_records(file, "before", 1)
    for _ in range(3):
        written = PROCESSES.Event()
        run = PROCESSES.Process(target=write_records, args=(file, "k", 100_000, written))
        run.start()
        written.wait()
        os.kill(run.pid or 0, signal.SIGKILL)
        run.join()
        assert {"web:before0", "web:k0"} <= read_state(file).links.keys()
    write_records(file, "after", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["links.json"]


def test_a_file_that_nobody_else_wrote_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "links.json"
    reads: list[Path] = []

    def counted(path: Path) -> LinkState:
        reads.append(path)
        return read_state(path)

    monkeypatch.setattr(memory, "read_state", counted)
    mine, other = Memory(file), Memory(file)
    for number in range(3):
        mine.learn(f"web:{number}", after((0 * DAY, ok())))
        mine.save()
    assert len(reads) == 2  # one for each memory, when it was opened
    other.learn("web:other", after((0 * DAY, ok())))
    other.save()
    for number in range(3, 5):
        mine.learn(f"web:{number}", after((0 * DAY, ok())))
        mine.save()
    assert len(reads) == 5
    assert set(read_state(file).links) == {*(f"web:{number}" for number in range(5)), "web:other"}
