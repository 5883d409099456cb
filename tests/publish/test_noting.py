"""The history notes what happened to the list, once."""

import json
from pathlib import Path

import pytest

from generator.catalog.candidates import Candidate, CandidateFile, write_candidates
from generator.catalog.catalog import Catalog
from generator.catalog.history import HISTORY_FILE, CameUp, Event, History, read_history
from generator.files.project import ProjectFileError
from generator.publish.noting import extend_history, note_changes
from tests.made_up import make_catalog, make_entry

VENUE = {"name": "Journal of Film Reading", "year": 2024}
NOBODY = CandidateFile()


def test_the_first_comparison_notes_no_event(catalog: Catalog) -> None:
    works = [make_entry("open"), make_entry("out", venue=VENUE, status="retracted")]
    history = extend_history(History(), make_catalog(catalog, works), NOBODY, "2026-11-01")
    assert history == History(day="2026-11-01", unpublished=("open",), statuses={"out": "retracted"})


def test_a_work_that_gets_a_venue_or_a_status_is_noted_once(catalog: Catalog) -> None:
    before = make_catalog(catalog, [make_entry("one"), make_entry("two", venue=VENUE)])
    after = make_catalog(
        catalog,
        [
            make_entry("one", venue=VENUE),
            make_entry("two", venue=VENUE, status="withdrawn"),
            make_entry("new"),
        ],
    )
    first = extend_history(History(), before, NOBODY, "2026-11-01")
    second = extend_history(first, after, NOBODY, "2026-11-09")
    assert second.events == (
        Event(day="2026-11-09", kind="published", id="one"),
        Event(day="2026-11-09", kind="withdrawn", id="two"),
    )
    assert extend_history(second, after, NOBODY, "2026-11-10") == second


def test_a_new_id_is_no_event(catalog: Catalog) -> None:
    first = extend_history(
        History(), make_catalog(catalog, [make_entry("old", status="withdrawn")]), NOBODY, "2026-11-01"
    )
    renamed = make_catalog(catalog, [make_entry("new", formerly=["old"], status="withdrawn")])
    assert extend_history(first, renamed, NOBODY, "2026-11-02").events == ()


def test_a_candidate_is_noted_on_the_day_it_came_up(catalog: Catalog) -> None:
    one = Candidate(id="2611.00001", title="Films", score=0.5, day="2026-11-02")
    found = CandidateFile(day="2026-11-09", candidates=[one])
    history = extend_history(History(), make_catalog(catalog, []), found, "2026-11-09")
    assert history.candidates == (CameUp(day="2026-11-02", id="2611.00001", title="Films"),)
    assert extend_history(history, make_catalog(catalog, []), NOBODY, "2026-11-16") == history


def test_the_file_is_written_only_when_something_happened(root: Path) -> None:
    assert note_changes(root, "2026-11-01") == "noted: 0 events, 0 candidates"
    written = (root / HISTORY_FILE).read_bytes()
    assert note_changes(root, "2026-11-02") == "nothing happened"
    assert (root / HISTORY_FILE).read_bytes() == written
    one = Candidate(id="2611.00001", title="Films", score=0.5, day="2026-11-02")
    write_candidates(root, CandidateFile(day="2026-11-02", candidates=[one]))
    assert note_changes(root, "2026-11-03") == "noted: 0 events, 1 candidate"
    assert read_history(root).day == "2026-11-03"


@pytest.mark.parametrize(
    "text", ["", "[]", '{"events": [{"day": "2026-11-01", "kind": "sold", "id": "a"}]}', '{"day": 5}']
)
def test_a_broken_history_is_reported_and_never_replaced(root: Path, text: str) -> None:
    (root / HISTORY_FILE).parent.mkdir(parents=True)
    (root / HISTORY_FILE).write_text(text)
    with pytest.raises(ProjectFileError, match=f"^{HISTORY_FILE}: "):
        note_changes(root, "2026-11-01")
    assert (root / HISTORY_FILE).read_text() == text


def test_the_file_has_a_value_a_line(root: Path) -> None:
    note_changes(root, "2026-11-01")
    text = (root / HISTORY_FILE).read_text()
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n" == text
