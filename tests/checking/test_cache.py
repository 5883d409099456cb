"""The cache saves reading files, and never changes what is found."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.checking import cache
from generator.checking.cache import CACHE_FILE
from generator.checking.check import check
from generator.entry.model import Entry
from tests.checking.aging import ENTRY, age
from tests.paths import DATA


def test_a_second_run_parses_nothing(root: Path, reads: list[str]) -> None:
    first = check(root)
    assert reads
    reads.clear()
    assert check(root).catalog.entries == first.catalog.entries
    assert reads == []


def test_a_second_run_makes_no_entry_and_locates_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking a long list then only reads the cache."""
    check(root)
    made: list[object] = []
    monkeypatch.setattr(Entry, "model_validate", made.append)
    monkeypatch.setattr(yaml, "CSafeLoader", made.append)
    assert check(root).problems == []
    assert made == []


@pytest.mark.parametrize("copies", [10, 40])
def test_one_changed_file_costs_the_same_in_a_longer_list(root: Path, reads: list[str], copies: int) -> None:
    text = (root / ENTRY).read_text("utf-8")
    for number in range(copies):
        (root / "entries" / "2022" / f"copy-{number}.yaml").write_text(f"# {number}\n{text}", "utf-8")
    check(root)
    (root / ENTRY).write_text(f"{text}# changed\n", "utf-8")
    reads.clear()
    found = check(root, [ENTRY]).problems
    assert {problem.path for problem in found} == {ENTRY}
    assert len([problem for problem in found if problem.rule == "duplicate"]) == 2
    assert reads == [ENTRY]


MANY = """
import sys
from pathlib import Path
from generator import processes
from generator.checking import load
from generator.checking.check import check
load.MIN_FILES_FOR_PROCESSES, processes.SHARE_SIZE = 4, 3
print(*check(Path(sys.argv[1])).problems, sep="\\n")
"""


def test_many_files_are_judged_in_processes_with_the_same_outcome(root: Path) -> None:
    """Run it in a new interpreter, as a process with threads, such as this may be, is never forked."""
    file = root / "entries" / "2022" / "half.yaml"
    file.write_text("title: Half\nkind: tolo\n", "utf-8")
    alone = check(root).problems
    written = (root / CACHE_FILE).read_bytes()
    (root / CACHE_FILE).unlink()
    together = subprocess.run([sys.executable, "-c", MANY, root], capture_output=True, text=True, check=True)
    assert together.stdout.splitlines() == [str(problem) for problem in alone] != []
    assert (root / CACHE_FILE).read_bytes() == written


def test_a_copied_list_is_recognized_by_content(root: Path, reads: list[str]) -> None:
    check(root)
    age(root)
    reads.clear()
    check(root)
    assert reads == []


def test_an_edit_with_the_same_size_and_time_is_noticed(root: Path, reads: list[str]) -> None:
    file = root / ENTRY
    age(root)
    check(root)
    reads.clear()
    file.write_text(file.read_text("utf-8").replace("kind: tool", "kind: tolo"[:10]), "utf-8")
    os.utime(file, ns=(10**18, 10**18))
    assert [problem.rule for problem in check(root).problems] == ["term"]
    assert reads == [ENTRY]


def test_a_problem_is_reported_again_at_the_same_place(root: Path) -> None:
    file = root / ENTRY
    file.write_text(file.read_text("utf-8").replace("kind: tool", "kind: tol"), "utf-8")
    first = check(root).problems
    assert [(problem.line, problem.column, problem.rule) for problem in first] == [(2, 7, "term")]
    assert check(root).problems == first


def test_a_problem_caused_by_another_file_is_found(root: Path) -> None:
    check(root)
    double = root / "entries" / "2022" / "filmkit-2.yaml"
    double.write_text((root / ENTRY).read_text("utf-8"), "utf-8")
    assert "duplicate" in {problem.rule for problem in check(root).problems if problem.path == ENTRY}


def test_a_changed_vocabulary_invalidates_the_cache(root: Path, reads: list[str]) -> None:
    check(root)
    kinds = root / "entries" / "_vocabulary" / "kinds.yaml"
    kinds.write_text(kinds.read_text("utf-8").replace("slug: tool", "slug: kit"), "utf-8")
    assert "term" in {problem.rule for problem in check(root).problems}


def test_a_read_only_list_can_be_checked(root: Path) -> None:
    (root / ".cache").write_text("no folder", "utf-8")
    assert check(root).problems == []


def test_a_deleted_file_leaves_the_cache(root: Path) -> None:
    check(root)
    (root / ENTRY).unlink()
    check(root)
    assert ENTRY not in (root / CACHE_FILE).read_text("utf-8")


def test_a_cache_belongs_to_the_code_that_was_loaded(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview runs long. Code that changed in the meantime must not trust what it found."""
    check(root)
    whole = (root / CACHE_FILE).read_bytes()
    monkeypatch.setattr(cache, "_CODE", tmp_path)  # as if every file of it had changed
    (root / CACHE_FILE).unlink()
    check(root)
    assert (root / CACHE_FILE).read_bytes() == whole


def test_a_vocabulary_that_is_a_link_is_reported(root: Path) -> None:
    (root / "entries" / "_vocabulary" / "kinds.yaml").unlink()
    (root / "entries" / "_vocabulary" / "kinds.yaml").symlink_to("/proc/self/mem")
    assert any("links are not followed" in str(problem) for problem in check(root).problems)


def test_no_cache_is_kept_in_the_repository() -> None:
    """A cache in the repository would be trusted."""
    listed = subprocess.run(
        ["git", "ls-files", ".cache"], cwd=DATA.parents[1], capture_output=True, text=True, check=True
    )
    assert listed.stdout == ""


def test_an_invalid_file_is_read_and_judged_once(root: Path, reads: list[str]) -> None:
    invalid = "entries/2024/half.yaml"
    (root / invalid).write_text("title: Half\nkind: [3]\nuses: {trained_on: [no-films]}\n", "utf-8")
    found = {problem.rule for problem in check(root).problems if problem.path == invalid}
    assert found >= {"wrong-type", "missing-key", "reference"}
    assert reads.count(invalid) == 1
    reads.clear()
    assert {problem.rule for problem in check(root).problems if problem.path == invalid} == found
    assert reads == []


def test_a_byte_order_mark_is_not_remembered_when_it_is_gone(root: Path) -> None:
    file = root / ENTRY
    text = file.read_text("utf-8")
    file.write_text(text, "utf-8-sig")
    assert [problem.rule for problem in check(root).problems] == ["layout"]
    file.write_text(text, "utf-8")
    assert check(root).problems == []
