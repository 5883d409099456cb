"""Files that a person names on the command line: what cannot be used is wrong usage, in words."""

import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.exits import USAGE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add", "--from-issue", "{0}/nowhere"], "nowhere cannot be read: No such file or directory"),
        (["add", "--from-issue", "{0}"], "cannot be read: Is a directory"),
        (["links", "--minutes", "0", "--state", "{0}/entries"], "entries is a folder: name a file"),
        (["links", "--minutes", "0", "--report", "{0}/none/x.md"], "none; make it first"),
        (["discover", "--report", "{0}/none/x.md"], "none; make it first"),
        (["export", "{0}/mkdocs.yml"], "cannot be written: Not a directory"),
        (["publish", "issue", "--marker", "a", "--title", "b", "{0}/nowhere"], "nowhere cannot be read"),
        (
            ["links", "--minutes", "0", "--report", "{0}/folder.md"],
            "cannot be written: Is a directory",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (root / "folder.md").mkdir()
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), *(argument.format(root) for argument in arguments)])
    assert stopped.value.code == USAGE
    assert message in capsys.readouterr().err


def test_a_report_replaces_a_link_and_does_not_follow_it(root: Path) -> None:
    (root.parent / "diary.md").write_text("precious\n")
    (root / "links.md").symlink_to("../diary.md")
    main(["--root", str(root), "links", "--minutes", "0", "--report", str(root / "links.md")])
    assert (root.parent / "diary.md").read_text() == "precious\n"
    assert not (root / "links.md").is_symlink()


def test_a_name_that_is_no_unicode_stops_no_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "entries/2024/x\udcff.txt").write_text("x")
    assert main(["--root", str(root), "check"]) == 1
    assert "not an entry" in capsys.readouterr().out


def test_a_report_that_cannot_be_written_is_refused_before_the_work(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(file: object) -> None:
        raise AssertionError("it has begun")

    monkeypatch.setattr("generator.links.command.Memory", refuse)
    (root / "folder.md").mkdir()
    os.mkfifo(root / "pipe.md")
    for name in ("folder.md", "pipe.md", "mkdocs.yml/x.md", "none/x.md"):
        with pytest.raises(SystemExit) as stopped:
            main(["--root", str(root), "links", "--report", str(root / name)])
        assert stopped.value.code == USAGE
        assert f"{name} cannot be written: " in capsys.readouterr().err


def test_a_pipe_is_not_replaced(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(root / "pipe.md")
    (root / "links.md").symlink_to("pipe.md")
    for name in ("pipe.md", "links.md"):
        with pytest.raises(SystemExit) as stopped:
            main(["--root", str(root), "links", "--minutes", "0", "--report", str(root / name)])
        assert stopped.value.code == USAGE
        assert f"{name} cannot be written: it is a device or a pipe" in capsys.readouterr().err
    assert (root / "pipe.md").is_fifo()
