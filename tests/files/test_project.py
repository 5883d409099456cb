"""Files are read, written and deleted inside the project only."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.project import (
    ProjectFileError,
    delete_inside,
    find_inside,
    read_inside,
    refuse_unusable,
    write_inside,
)
from tests.refusing import refuse_folder

Use = Callable[[Path, str], object]
USES: list[Use] = [
    find_inside,
    read_inside,
    delete_inside,
    lambda root, path: write_inside(root, path, "new\n"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project beside a file that is nobody's business."""
    root = tmp_path / "project"
    (root / "entries").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/diary.md").write_text("precious\n")
    return root


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize(
    "path", ["", "../outside/diary.md", "entries/../../outside/diary.md", "/etc/hostname", "entries/.."]
)
def test_a_path_that_leads_out_is_refused(
    project: Path, path: str, use: Callable[[Path, str], object]
) -> None:
    with pytest.raises(ProjectFileError, match="leads out of the project"):
        use(project, path)


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("path", ["linked/diary.md", "entries/linked/deep/diary.md", "entries/diary.md"])
def test_no_link_is_followed_wherever_it_is(
    project: Path, path: str, use: Callable[[Path, str], object]
) -> None:
    (project / "linked").symlink_to(project.parent / "outside")
    (project / "entries/linked").symlink_to("../../outside")
    (project / "entries/diary.md").symlink_to("../../outside/diary.md")
    with pytest.raises(ProjectFileError, match="is a link, and links are not followed: delete it"):
        use(project, path)
    assert (project.parent / "outside/diary.md").read_text() == "precious\n"


def test_a_link_to_nowhere_is_refused_too(project: Path) -> None:
    (project / "notes.md").symlink_to("nowhere")
    with pytest.raises(ProjectFileError, match="is a link"):
        write_inside(project, "notes.md", "new\n")


def test_a_folder_with_a_link_in_it_is_refused_as_a_whole(project: Path) -> None:
    refuse_unusable(project, "entries")
    (project / "entries/2024").mkdir()
    (project / "entries/2024/all").symlink_to("/")
    with pytest.raises(ProjectFileError, match="`entries/2024/all` is a link"):
        refuse_unusable(project, "entries")


def test_a_folder_with_a_pipe_in_it_is_refused_as_a_whole(project: Path) -> None:
    os.mkfifo(project / "entries/pipe")
    with pytest.raises(ProjectFileError, match="`entries/pipe` is neither a file nor a folder: delete it"):
        refuse_unusable(project, "entries")


def test_a_folder_with_a_folder_in_it_that_cannot_be_read_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "entries/2024").mkdir()
    refuse_folder(monkeypatch, project / "entries/2024")
    with pytest.raises(ProjectFileError, match="`entries/2024` cannot be read: Permission denied"):
        refuse_unusable(project, "entries")


def test_the_lock_of_an_editor_is_no_fault_and_a_hidden_link_to_a_folder_is(project: Path) -> None:
    (project / "entries/.#notes.md").symlink_to("someone@host.1:2")
    refuse_unusable(project, "entries")
    (project / "entries/.all").symlink_to("/")
    with pytest.raises(ProjectFileError, match=r"`entries/.all` is a link"):
        refuse_unusable(project, "entries")


def test_a_pipe_is_refused_and_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "README.md")
    with pytest.raises(ProjectFileError, match=r"`README.md` is neither a file nor a folder: delete it"):
        read_inside(project, "README.md")


def test_what_cannot_be_used_says_why(project: Path) -> None:
    with pytest.raises(ProjectFileError, match="`entries` cannot be read: Is a directory"):
        read_inside(project, "entries")
    with pytest.raises(ProjectFileError, match="`entries` cannot be written: Is a directory"):
        write_inside(project, "entries", "new\n")
    with pytest.raises(ProjectFileError, match="`missing` cannot be deleted: No such file"):
        delete_inside(project, "missing")
    with pytest.raises(ProjectFileError, match="File name too long"):
        find_inside(project, "a" * 300)
    (project / "long").write_text("a" * 2000)
    with pytest.raises(ProjectFileError, match="larger than 1 KiB"):
        read_inside(project, "long", 1024)
    assert read_inside(project, "missing") is None


def test_the_last_file_of_a_folder_takes_it_along(project: Path) -> None:
    write_inside(project, "lists/a.md", "a\n")
    write_inside(project, "lists/b.md", "b\n")
    delete_inside(project, "lists/a.md")
    assert read_inside(project, "lists/b.md") == b"b\n"
    delete_inside(project, "lists/b.md")
    assert not (project / "lists").exists()
