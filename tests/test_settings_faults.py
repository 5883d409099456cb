"""Settings of the wrong type: a sentence with the place, and not a traceback."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.exits import PROBLEMS_FOUND
from generator.files.project import ProjectFileError
from generator.settings import load_settings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "mkdocs.yml: `mkdocs.yml` needs keys with values"),
        ("extra: x\n", "mkdocs.yml: `extra` needs keys with values"),
        ("site_name: [1]\n", "mkdocs.yml: `site_name` must be text"),
        ("site_name: 2024-01-01\n", "mkdocs.yml: `site_name` must be text"),
        ("site_url: 5\n", "mkdocs.yml: `site_url` must be text"),
        ("repo_url: javascript:alert(1)\n", "mkdocs.yml: `repo_url` must be an address"),
        ("extra: {list_subject: {a: b}}\n", "mkdocs.yml: `list_subject` must be text"),
        ("a: [\n", "mkdocs.yml cannot be read"),
        ("a: 2024-99-99\n", "mkdocs.yml cannot be read"),
        ("[" * 100_000, "mkdocs.yml is nested more than 20 deep"),
        ("a: '" + "b" * 300_000 + "'\n", "`mkdocs.yml` is larger than 256 KiB"),
        ("site_name: \udcff\n", "mkdocs.yml is not UTF-8"),
    ],
)
def test_settings_that_cannot_be_used_are_described(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ProjectFileError) as caught:
        load_settings(tmp_path)
    assert message in str(caught.value)


def test_a_command_says_so_and_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "mkdocs.yml").write_text("site_name: [1]\n", "utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), "build"])
    assert stopped.value.code == PROBLEMS_FOUND
    assert capsys.readouterr().err.startswith("medvlm: error: mkdocs.yml: `site_name` must be text")


def test_entries_that_are_a_link_are_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root.parent / "other").mkdir()
    (root.parent / "other/entries").symlink_to(root / "entries")
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root.parent / "other"), "check"])
    assert stopped.value.code == 2
    assert "is a link, and links are not followed" in capsys.readouterr().err
