"""`medvlm fmt`: a file is written only if it changes, and always completely."""

import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from generator.checking.check import check
from generator.checking.load import load
from generator.cli import main
from generator.entry import layout
from generator.entry.formatting import format_files
from generator.yamlfiles.reading import MAX_BYTES
from tests.refusing import refuse_folder

SUMMARY = "summary: >-\n  Crops made-up films to the part that an invented question is about.\n"
UNTIDY = f"kind: tool\ntitle: 'A tool'   # its name\n{SUMMARY}section: surveys\nadded: 2024-01-01\n"
TIDY = f"title: A tool  # its name\nkind: tool\n{SUMMARY}section: surveys\nadded: 2024-01-01\n"


@pytest.fixture
def untidy(root: Path) -> Path:
    file = root / "entries/2024/a-tool.yaml"
    file.write_text(UNTIDY)
    return file


def test_a_file_is_formatted_once_and_then_stays_unchanged(root: Path, untidy: Path) -> None:
    format_files(root)
    untidy.write_text(UNTIDY)
    assert format_files(root).changed == ["entries/2024/a-tool.yaml"]
    assert untidy.read_text() == TIDY
    assert format_files(root).changed == []
    assert sorted(untidy.parent.glob(".*")) == []


def test_every_entry_of_the_made_up_list_loads_to_the_same_entry(root: Path) -> None:
    before = load(root).catalog.entries
    format_files(root)
    assert load(root).catalog.entries == before


def test_a_volume_and_pages_in_quotes_are_written_without_them(root: Path) -> None:
    file = root / "entries" / "2022" / "filmkit.yaml"
    text = file.read_text("utf-8")
    venue = "venue: {name: ExConf, year: 2024}\n"
    file.write_text(f'{text}{venue}volume: "12"\nnumber: "3"\npages: "45"\n', "utf-8")
    done = format_files(root, ["entries/2022/filmkit.yaml"])
    assert (done.changed, done.problems) == (["entries/2022/filmkit.yaml"], [])
    assert "\nvolume: 12\nnumber: 3\npages: 45\n" in file.read_text("utf-8")


def test_other_files_of_the_list_are_left_as_they_are(root: Path) -> None:
    declined = root / "entries/_declined.yaml"
    declined.write_text("- {arxiv:  '2401.00001'}\n")
    assert format_files(root).problems == []
    assert declined.read_text() == "- {arxiv:  '2401.00001'}\n"


def test_only_the_named_files_are_written(root: Path, untidy: Path) -> None:
    assert format_files(root, ["entries/undated"]).changed == []
    assert untidy.read_text() == UNTIDY
    assert format_files(root, ["entries/2024/a-tool.yaml"]).changed == ["entries/2024/a-tool.yaml"]


def test_line_ends_and_byte_order_marks_of_other_systems_are_removed(root: Path, untidy: Path) -> None:
    untidy.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())
    assert format_files(root, ["entries/2024/a-tool.yaml"]).changed == ["entries/2024/a-tool.yaml"]
    assert untidy.read_bytes() == TIDY.encode()


@pytest.mark.parametrize(
    ("text", "rule"), [("title: [\n", "yaml-syntax"), ("- a\n", "wrong-type"), ("a: &b 1\n", "yaml-alias")]
)
def test_a_file_that_cannot_be_read_is_reported_and_not_changed(
    root: Path, untidy: Path, text: str, rule: str
) -> None:
    untidy.write_text(text)
    result = format_files(root, ["entries/2024/a-tool.yaml"])
    assert [problem.rule for problem in result.problems] == [rule]
    assert untidy.read_text() == text


def test_check_warns_of_another_layout_and_says_how_to_fix_it(root: Path, untidy: Path) -> None:
    format_files(root, ["entries/undated"])
    found = [p for p in check(root, ["entries/2024/a-tool.yaml"]).problems if p.rule == "layout"]
    assert [str(problem) for problem in found] == [
        "entries/2024/a-tool.yaml:1:1: warning: not in the standard layout from here on: "
        "`medvlm fmt entries/2024/a-tool.yaml` fixes it [layout]"
    ]


def test_the_command_names_the_files_that_it_wrote(
    root: Path, untidy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "fmt", str(untidy)]) == 0
    assert capsys.readouterr().out == "entries/2024/a-tool.yaml written\n"
    untidy.write_text("title: [\n")
    assert main(["--root", str(root), "fmt", str(untidy)]) == 1
    assert "[yaml-syntax]" in capsys.readouterr().out


def test_a_file_that_is_no_entry_is_not_changed(root: Path) -> None:
    for path in ("mkdocs.yml", "entries/_vocabulary/counts.yaml", "entries/notes.txt"):
        (root / path).write_text("b:   1\na: 2\n", "utf-8")
        (problem,) = format_files(root, [path]).problems
        assert str(problem).startswith(f"{path}:1:1: error: not changed: no entry")
        assert (root / path).read_text("utf-8") == "b:   1\na: 2\n"


def test_a_file_that_would_lose_content_is_not_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug in the layout must not lose data."""
    file = root / "entries" / "2024" / "odd.yaml"
    file.write_text("kind: model\ntitle: A\n", "utf-8")
    monkeypatch.setattr(layout, "format_text", lambda text: "title: A\n")
    result = format_files(root, ["entries/2024/odd.yaml"])
    assert result.changed == []
    assert "not changed" in str(result.problems[0])
    assert file.read_text("utf-8") == "kind: model\ntitle: A\n"


def test_a_file_keeps_its_permissions(root: Path, untidy: Path) -> None:
    untidy.chmod(0o640)
    assert format_files(root).changed
    assert S_IMODE(untidy.stat().st_mode) == 0o640


def test_a_link_is_reported_and_stays(root: Path, untidy: Path) -> None:
    outside = untidy.rename(root / "outside.yaml")
    untidy.symlink_to(outside)
    (problem,) = format_files(root, ["entries/2024"]).problems
    assert "`entries/2024/a-tool.yaml` is a link, and links are not followed" in str(problem)
    assert (untidy.is_symlink(), outside.read_text()) == (True, UNTIDY)


def test_a_folder_that_cannot_be_read_is_reported(
    root: Path, untidy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_folder(monkeypatch, root / "entries/2022")
    done = format_files(root)
    assert "entries/2022:1:1: error: cannot be read" in "".join(map(str, done.problems))
    assert "entries/2024/a-tool.yaml" in done.changed


def test_a_full_disk_is_reported_for_each_file_and_none_is_lost(root: Path, untidy: Path) -> None:
    other = untidy.with_name("b-tool.yaml")
    other.write_text(UNTIDY)
    run = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"
    program = f"{run}; from generator.cli import main; sys.exit(main(['--root', {str(root)!r}, 'fmt']))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    for file in (untidy, other):
        path = file.relative_to(root).as_posix()
        assert f"{path}:1:1: error: not formatted: `{path}` cannot be written: File too large" in done.stdout
        assert file.read_text() == UNTIDY
    assert sorted(untidy.parent.glob(".*")) == []


def test_a_file_that_would_be_too_large_is_no_bug(root: Path, untidy: Path) -> None:
    text = f"{UNTIDY}keywords: [{'a,' * (MAX_BYTES // 2 - 200)}a]\n"  # after each comma comes a space
    untidy.write_text(text)
    (problem,) = format_files(root, ["entries/2024"]).problems
    assert "not changed: it would be larger than 256 KiB" in problem.message
    assert untidy.read_text() == text


def test_a_byte_order_mark_is_deleted(root: Path) -> None:
    file = root / "entries/undated/tiny-films.yaml"
    text = file.read_text("utf-8")
    file.write_text(text, "utf-8-sig")
    assert format_files(root).changed == ["entries/undated/tiny-films.yaml"]
    assert file.read_bytes() == text.encode()
