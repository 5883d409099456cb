"""`medvlm build`: what it writes, what it says, and when it refuses."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.catalog.catalog import Catalog
from generator.cli import main
from generator.entry.model import Entry
from generator.entry.part import EntryPart
from generator.files.project import ProjectFileError
from generator.outputs.committed import MADE_BY
from generator.outputs.committed.changes import FileChange, apply_changes, find_changes
from tests.paths import DATA, PROJECT

Output = pytest.CaptureFixture[str]


def run(root: Path, *options: str) -> int:
    return main(["--root", str(root), "build", *options])


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in found if ".cache" not in path.parts
    }


_SECTIONS = ("adjacent", "datasets", "grounding", "models", "surveys", "tools")
_OTHERS = ("adjacent-work", "background", "table-datasets", "table-models")
LISTS = tuple(sorted(f"lists/{name}.md" for name in (*_SECTIONS, *_OTHERS)))


def test_build_writes_readme_and_the_lists_and_nothing_else(root: Path, capsys: Output) -> None:
    before = files(root)
    assert run(root) == 0
    assert capsys.readouterr().out == "".join(f"{path} written\n" for path in ("README.md", *LISTS))
    after = files(root)
    assert after.pop("README.md").startswith(b"<!--lint")
    assert all(after.pop(path).startswith(b"<!--lint disable") for path in LISTS)
    assert after == before


def test_a_second_build_has_nothing_to_do(root: Path, capsys: Output) -> None:
    run(root)
    written = (root / "README.md").stat().st_mtime_ns
    capsys.readouterr()
    assert run(root) == 0
    assert capsys.readouterr().out == ""
    assert (root / "README.md").stat().st_mtime_ns == written
    assert run(root, "--check", "--diff") == 0
    assert capsys.readouterr().out == ""


def test_check_writes_nothing_and_fails_where_a_file_is_missing(root: Path, capsys: Output) -> None:
    before = files(root)
    assert run(root, "--check") == 1
    paths = ("README.md", *LISTS)
    assert capsys.readouterr().out == "".join(
        f"{path} is out of date: run `medvlm build`\n" for path in paths
    )
    assert files(root) == before


def test_check_fails_where_an_entry_has_changed_and_diff_shows_how(root: Path, capsys: Output) -> None:
    run(root)
    entry = root / "entries/2022/filmkit.yaml"
    entry.write_text(entry.read_text("utf-8").replace("in 20 formats", "in 21 formats"), "utf-8")
    before = files(root)
    capsys.readouterr()
    assert run(root, "--check", "--diff") == 1
    out = capsys.readouterr().out
    assert out.startswith("--- README.md\n+++ README.md\n@@ ")
    changed = [line for line in out.splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert ["20 formats" in line for line in changed if line[0] == "-"] == [True, True]
    assert ["21 formats" in line for line in changed if line[0] == "+"] == [True, True]
    assert files(root) == before
    assert run(root, "--diff") == 0
    assert "21 formats" in (root / "README.md").read_text("utf-8")


def test_a_change_of_line_endings_is_a_change(root: Path, capsys: Output) -> None:
    run(root)
    readme = root / "README.md"
    built = readme.read_bytes()
    readme.write_bytes(built.replace(b"\n", b"\r\n"))
    assert run(root, "--check") == 1
    assert run(root) == 0
    assert readme.read_bytes() == built


def test_build_refuses_entries_with_errors_and_says_which(
    root: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    entry = root / "entries/2022/filmkit.yaml"
    entry.write_text(entry.read_text("utf-8").replace("kind: tool", "kind: toll"), "utf-8")
    before = files(root)
    assert run(root) == 1
    out = capsys.readouterr().out
    assert "entries/2022/filmkit.yaml:" in out
    assert "`toll` is not a term of kinds: did you mean `tool`? [term]" in out
    assert out.endswith("1 error, 0 warnings\n")
    assert run(root, "--check") == 1
    assert files(root) == before


def test_lists_that_are_no_longer_generated_are_deleted(root: Path, capsys: Output) -> None:
    run(root)
    for name in ("old.md", "kept.txt"):
        (root / "lists").mkdir(exist_ok=True)
        (root / "lists" / name).write_text(f"<!-- {MADE_BY} -->\n")
    capsys.readouterr()
    assert run(root, "--check", "--diff") == 1
    assert capsys.readouterr().out == (
        f"--- lists/old.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-<!-- {MADE_BY} -->\n"
        "lists/old.md is out of date: run `medvlm build`\n"
    )
    assert run(root) == 0
    assert capsys.readouterr().out == "lists/old.md deleted\n"
    assert {f"lists/{file.name}" for file in (root / "lists").iterdir()} == {"lists/kept.txt", *LISTS}


def test_a_page_that_people_put_beside_the_lists_stays(root: Path) -> None:
    (root / "lists").mkdir()
    (root / "lists/notes.md").write_text("by hand\n")
    assert run(root) == 0
    assert run(root, "--check") == 0
    assert (root / "lists/notes.md").read_text() == "by hand\n"


@pytest.mark.parametrize("name", ["lists", "README.md"])
def test_a_link_is_not_followed_out_of_the_project(root: Path, capsys: Output, name: str) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "diary.md").write_text(f"<!-- {MADE_BY} -->\n")
    (root / name).unlink(missing_ok=True)
    (root / name).symlink_to(outside)
    with pytest.raises(SystemExit) as stopped:
        run(root)
    assert stopped.value.code == 1
    assert f"`{name}` is a link, and links are not followed: delete it" in capsys.readouterr().err
    assert [file.name for file in outside.iterdir()] == ["diary.md"]


def test_a_folder_in_the_place_of_a_file_is_reported(root: Path, capsys: Output) -> None:
    (root / "README.md").mkdir()
    with pytest.raises(SystemExit) as stopped:
        run(root)
    assert stopped.value.code == 1
    assert (
        capsys.readouterr().err
        == "medvlm: error: `README.md` cannot be read: Is a directory; a file is expected there\n"
    )


def test_an_empty_folder_of_lists_is_deleted(root: Path) -> None:
    shutil.rmtree(root / "entries")
    shutil.copytree(DATA / "catalog/entries/_vocabulary", root / "entries/_vocabulary")
    (root / "lists").mkdir()
    (root / "lists/old.md").write_text(f"<!-- {MADE_BY} -->\n")
    assert run(root) == 0
    assert not (root / "lists").exists()


def test_lists_are_written_into_a_folder_of_their_own(tmp_path: Path) -> None:
    found = find_changes(tmp_path, {"README.md": "a\n", "lists/tools.md": "é\n"})
    assert found == [
        FileChange("README.md", None, b"a\n"),
        FileChange("lists/tools.md", None, "é\n".encode()),
    ]
    assert found[1].diff() == "--- /dev/null\n+++ lists/tools.md\n@@ -0,0 +1 @@\n+é"
    apply_changes(tmp_path, found)
    assert files(tmp_path) == {"README.md": b"a\n", "lists/tools.md": "é\n".encode()}
    assert find_changes(tmp_path, {"README.md": "a\n", "lists/tools.md": "é\n"}) == []


def test_a_file_is_replaced_as_a_whole_and_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("old\n")
    with readme.open() as reader:
        apply_changes(tmp_path, [FileChange("README.md", b"old\n", b"new\n")])
        assert reader.read() == "old\n"  # an open reader still reads the old file
    assert readme.read_text() == "new\n"

    (tmp_path / "folder/inside").mkdir(parents=True)
    with pytest.raises(ProjectFileError, match="folder"):
        apply_changes(tmp_path, [FileChange("folder", None, b"new\n")])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["README.md", "folder"]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    apply_changes(tmp_path, [FileChange("new", None, b"")])
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_equal_entries_produce_equal_bytes(root: Path) -> None:
    contents = set()
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        command = [sys.executable, "-m", "generator", "--root", str(root), "build"]
        subprocess.run(command, env=environment, check=True, cwd=PROJECT)
        contents.add((root / "README.md").read_bytes())
        (root / "README.md").unlink()
    assert len(contents) == 1


def test_the_made_up_catalog_uses_every_field(catalog: Catalog) -> None:
    used: dict[type[EntryPart], set[str]] = {}

    def visit(part: EntryPart) -> None:
        used.setdefault(type(part), set()).update(part.model_fields_set)
        for value in vars(part).values():
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, EntryPart):
                    visit(item)

    for entry in catalog:
        visit(entry)
    assert used[Entry] == set(Entry.model_fields)
    for part, fields in used.items():
        assert set(part.model_fields) == fields, part
