"""The made-up list with one more file: the exact messages of `check` about it."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking.check import check
from generator.cli import OK, PROBLEMS_FOUND, main
from generator.problems import Severity, has_errors
from tests.paths import DATA

INVALID = sorted((DATA / "invalid").glob("*.yaml"))
VALID = sorted((DATA / "valid").glob("*.yaml"))
MEBIBYTE = 1024 * 1024


def add(case: Path, root: Path) -> None:
    shutil.copy(case, root / "entries" / "2024", follow_symlinks=False)


def test_the_made_up_list_is_valid(root: Path) -> None:
    assert check(root).problems == []


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_an_invalid_file(
    case: Path, root: Path, golden: Callable[[Path, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    add(case, root)
    code = main(["--root", str(root), "check", "--format", "text"])
    shown = capsys.readouterr().out
    assert code == (PROBLEMS_FOUND if ": error: " in shown else OK)
    golden(case.with_suffix(".txt"), shown)


def test_every_expected_output_has_a_case() -> None:
    assert {file.stem for file in (DATA / "invalid").glob("*.txt")} == {case.stem for case in INVALID}


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.stem)
def test_a_valid_file(case: Path, root: Path) -> None:
    add(case, root)
    checked = check(root)
    assert [str(problem) for problem in checked.problems if problem.rule != "layout"] == []
    assert case.stem in checked.catalog.entries


def test_a_file_that_is_too_large_is_not_read(root: Path) -> None:
    line = b"# nothing at all\n"
    file = root / "entries" / "2024" / "large.yaml"
    file.write_bytes((DATA / "valid" / "minimal.yaml").read_bytes() + line * (256 * 1024 // len(line) + 1))
    found = "entries/2024/large.yaml:1:1: error: larger than 256 KiB: an entry is short [file-size]"
    assert [str(problem) for problem in check(root).problems] == [found]


def test_a_file_of_the_maximum_size_is_read(root: Path) -> None:
    file = root / "entries" / "2024" / "large.yaml"
    file.write_bytes((DATA / "valid" / "minimal.yaml").read_bytes().ljust(256 * 1024, b"\n"))
    assert not has_errors(check(root).problems)


def test_only_the_problems_below_the_given_paths_are_reported(root: Path) -> None:
    add(DATA / "invalid" / "term-alias.yaml", root)
    add(DATA / "invalid" / "term-unknown.yaml", root)
    paths = {problem.path for problem in check(root, ["entries/2024/term-alias.yaml"]).problems}
    assert paths == {"entries/2024/term-alias.yaml"}
    assert len({problem.path for problem in check(root, ["entries/2024"]).problems}) == 2
    assert check(root, ["entries/2024"]).problems == check(root, ["."]).problems == check(root).problems
    assert check(root, ["entries/202"]).problems == []


def test_an_error_in_one_file_hides_nothing_in_another(root: Path) -> None:
    for case in INVALID:
        add(case, root)
    text = "\n".join(str(problem) for problem in check(root).problems)
    for case in INVALID:
        assert f"entries/2024/{case.name}:" in text


def test_a_reference_to_an_unreadable_file_is_not_a_second_problem(root: Path) -> None:
    file = root / "entries" / "undated" / "tiny-films.yaml"
    file.write_text(file.read_text("utf-8") + 'note: "open\n', "utf-8")
    assert {problem.path for problem in check(root).problems} == {"entries/undated/tiny-films.yaml"}


def test_a_warning_is_not_an_error(root: Path) -> None:
    add(DATA / "invalid" / "near-duplicate.yaml", root)
    problems = check(root).problems
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert not has_errors(problems)


def run_under_limits(
    *arguments: str | Path, seconds: int, mebibytes: int
) -> subprocess.CompletedProcess[str]:
    """Run Python in a process that is killed if it needs more processor time or memory."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBIBYTE,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        env=environment,
        cwd=DATA.parent.parent,
        check=False,
    )


READ = "import sys; from pathlib import Path; from generator.yamlfiles import reading"
READ += "; print(*reading.read_document(Path(sys.argv[1]), 'file').problems, sep='\\n')"


def test_a_file_that_would_grow_is_refused_at_once() -> None:
    file = DATA / "invalid" / "billion-laughs.yaml"
    done = run_under_limits("-c", READ, file, seconds=20, mebibytes=200)
    assert (done.returncode, done.stderr) == (0, "")
    assert "file:2:8: error: an alias (`*a`): write the value out [yaml-alias]" in done.stdout


HOSTILE_FORMS = {
    "lists": b"[" * 262144,
    "mappings": b"{a: " * 65536,
    "items": b"- " * 131072,
    "keys": b"? " * 131072,
    "word": b"a" * 262144,
    "escapes": b'"' + b"\\x41" * 65000 + b'"',
    "aliases": b"".join(b"k%d: [&a b, *a]\n" % number for number in range(13000)),
    "many": b"".join(b"%d: \n" % number for number in range(32000)),
}


@pytest.mark.parametrize("text", HOSTILE_FORMS.values(), ids=HOSTILE_FORMS)
def test_no_file_takes_long_to_read(text: bytes, tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_bytes(text)
    done = run_under_limits("-c", READ, file, seconds=20, mebibytes=400)
    assert (done.returncode, done.stderr) == (0, "")


FAULTY_VALUES = {
    "unknown keys": "".join(f"key{number}: x\n" for number in range(15000)),
    "items": f"tasks: [{', '.join('1' for _ in range(80000))}]\n",
    "comments": "title: Films\n" + "# comment\n" * 25000,
    "results": "results:\n" + "- {benchmark: x, metric: accuracyy, valu: 1, value: x}\n" * 4000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", FAULTY_VALUES.values(), ids=FAULTY_VALUES)
def test_no_file_takes_long_to_check(text: str, root: Path) -> None:
    (root / "entries" / "2024" / "hostile.yaml").write_text(text, "utf-8")
    done = run_under_limits("-m", "generator", "--root", root, "check", seconds=60, mebibytes=1000)
    assert (done.returncode, done.stderr) == (PROBLEMS_FOUND, "")
