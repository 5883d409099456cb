"""The review of a pull request shows each entry that it adds, changes, renames or deletes."""

import json
import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.entry.layout import format_text
from tests.publish.conftest import run
from tests.publish.reviewing import ENTRY, change, words


def test_an_entry_is_shown_as_readme_will_show_it(tracked: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("several turns", "many turns"))
    text = words(tracked)
    assert text.startswith("**Thank you. There is nothing to fix.**\n")
    assert (
        "- [ImageTalk: Conversations about Invented Radiographs](https://arxiv.org/abs/2401.00001) - 🔥"
        in text
    )
    assert "many turns" in text
    assert "- ImageTalk: changed, section Models, methods & more.\n" in text
    assert "A maintainer reads the change and merges it." in text


def test_an_entry_that_cannot_be_read_is_reported(tracked: Path) -> None:
    change(tracked, "entries/2024/new2024work.yaml", lambda _: 'title: "A new work\n')
    assert "- new2024work: new; it cannot be read yet.\n" in words(tracked)


def test_a_deleted_entry_is_named_with_those_that_name_it(tracked: Path) -> None:
    (path,) = tracked.glob("entries/*/tiny-films.yaml")
    path.unlink()
    assert re.search(r": deleted\. \d entr(y|ies) names? it, and would show a plain name", words(tracked))


def test_a_renamed_entry_is_one_change_and_its_old_id_is_asked_for(tracked: Path) -> None:
    run("git", "mv", ENTRY, "entries/2024/imagetalk.yaml", cwd=tracked)
    text = words(tracked)
    assert f"- ImageTalk: renamed from {ENTRY} to entries/2024/imagetalk.yaml. The id" in text
    assert "write the old id under `formerly`" in text
    assert ", 1 entry without its old id." in text


def test_a_renamed_entry_that_names_its_old_id_is_not_asked_for_it(tracked: Path) -> None:
    path = tracked / "entries/2024/imagetalk.yaml"
    run("git", "mv", ENTRY, str(path), cwd=tracked)
    path.write_text(format_text(f"{path.read_text('utf-8')}formerly: [{Path(ENTRY).stem}]\n"), "utf-8")
    text = words(tracked)
    assert "- ImageTalk: renamed from" in text
    assert "old id" not in text


def test_a_change_of_code_touches_no_entry(tracked: Path) -> None:
    change(tracked, "tool.py", lambda _: "print()\n")
    text = words(tracked)
    assert text.startswith("**Thank you. There is nothing to fix.**")
    assert "- 1 other file. No entry changes.\n" in text


def test_the_command_compares_with_a_revision(tracked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tracked, ENTRY, lambda text: text.replace("several turns", "many turns"))
    assert main(["--root", str(tracked), "review", "--changed-since", "HEAD"]) == 0
    assert "many turns" in capsys.readouterr().out
    assert main(["--root", str(tracked), "review", "--changed-since", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == 1
    assert main(["--root", str(tracked), "review", "--changed-since", "nowhere"]) == 2
    readme = str(tracked / "README.md")
    assert main(["--root", str(tracked), "review", "--changed-since", "HEAD", "--links", readme]) == 2
    assert "is not a JSON report of `medvlm links`" in capsys.readouterr().err
