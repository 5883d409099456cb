"""The command line of `medvlm add`: what it writes and prints."""

import sys
from pathlib import Path

import pytest

from generator.add.adding import add_works
from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.cli import main
from generator.files.project import ProjectFileError
from tests.add.conftest import SUMMARY, TODAY
from tests.links.fakes.world import World


def test_the_command_writes_the_file_and_says_what_is_left_to_do(
    filled: World, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "add", "2405.12345"]) == 0
    said = capsys.readouterr().out
    path = "entries/2024/vanderbeispiel2024filmline.yaml"
    assert f"{path} written\n" in said
    assert f"  to do: {path}:" in said
    assert (root / path).is_file()
    assert main(["--root", str(root), "add", "2405.12345"]) == 1
    assert "skipped: 2405.12345: the arXiv id `2405.12345` is listed already" in capsys.readouterr().out


def test_a_dry_run_prints_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(root.rglob("*"))
    assert main(["--root", str(root), "add", "--skeleton", "--dry-run", "2405.12345"]) == 0
    assert "# entries/2024/work-2405-12345.yaml\n# TODO: the title" in capsys.readouterr().out
    assert sorted(root.rglob("*")) == before


def test_it_is_said_once_that_the_library_for_suggestions_is_missing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    assert main(["--root", str(root), "add", "--skeleton", "--dry-run", "2405.12345", "2405.12346"]) == 0
    said = capsys.readouterr().out
    assert said.count("note: section, kind, tasks, modalities and training are not suggested, as") == 1
    assert "scikit-learn is missing: `make suggest` installs it" in said


def test_the_editor_is_opened_and_the_saved_file_is_checked(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text(
        f"#!/bin/sh\nsed -i 's/^summary: .*/summary: {SUMMARY}/; s/^title: .*/title:  A study/' \"$1\"\n"
    )
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert main(["--root", str(root), "add", "--skeleton", "--edit", "2405.12345"]) == 0
    said = capsys.readouterr().out
    assert "`kind` is empty" in said or "no term of kinds" in said
    assert "summary" not in said
    assert "title: A study\n" in (root / "entries/2024/work-2405-12345.yaml").read_text()


def test_nothing_to_add_is_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "add"]) == 2
    assert "name a source" in capsys.readouterr().err


def test_an_existing_file_is_never_overwritten(catalog: Catalog, root: Path) -> None:
    from generator.add.adding import save_proposal

    (proposal,) = add_works(["2405.12345"], catalog, TODAY, None).proposals
    file = root / proposal.path
    file.write_text("mine\n", "utf-8")
    with pytest.raises(ProjectFileError, match=r"is there already: move it away"):
        save_proposal(root, proposal)
    assert file.read_text("utf-8") == "mine\n"


def test_a_missing_editor_is_reported(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", " ")  # the entry itself is no editor
    monkeypatch.setenv("EDITOR", "/nowhere/editor --wait")
    assert main(["--root", str(root), "add", "--skeleton", "--edit", "2405.12345"]) == 0
    said = "the editor `/nowhere/editor --wait` cannot be started (No such file or directory): edit"
    assert said in capsys.readouterr().out


def test_the_id_of_an_unreadable_file_is_not_used_again(root: Path, catalog: Catalog) -> None:
    (root / "entries/2024/work-2405-12345.yaml").write_text('title: "A', "utf-8")
    (proposal,) = add_works(["2405.12345"], load(root).catalog, TODAY, None).proposals
    assert proposal.path == "entries/2024/work-2405-12345-2.yaml"
