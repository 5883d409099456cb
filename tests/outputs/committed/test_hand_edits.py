"""A hand edit of a generated file is refused with the entry to edit; an old file is accepted."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Output = pytest.CaptureFixture[str]


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def published(root: Path) -> Path:
    """A list under git with an up-to-date README."""
    assert main(["--root", str(root), "build"]) == 0
    for arguments in (["init"], ["add", "."], ["commit", "-m", "All"], ["tag", "base"]):
        git(root, *arguments)
    return root


@pytest.fixture
def check_build(published: Path, capsys: Output) -> Callable[..., tuple[int, str]]:
    def run_check(*options: str, since: str = "base") -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--root", str(published), "build", "--check", "--changed-since", since, *options])
        output = capsys.readouterr()
        return code, output.out + output.err

    return run_check


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_untouched_list_is_fine(check_build: Callable[..., tuple[int, str]]) -> None:
    assert check_build() == (0, "")


def test_an_out_of_date_readme_never_fails(
    published: Path, check_build: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "entries/2022/filmkit.yaml", "kind: tool", "kind: tool\nhighlight: true")
    assert check_build() == (0, "")
    assert main(["--root", str(published), "build", "--check"]) == 1


def test_a_readme_built_by_the_command_is_fine(
    published: Path, check_build: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "entries/2022/filmkit.yaml", "kind: tool", "kind: tool\nhighlight: true")
    assert main(["--root", str(published), "build"]) == 0
    git(published, "commit", "-am", "Entry and README")
    assert check_build() == (0, "")


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_hand_edit_is_refused_with_the_entry_to_edit(
    is_committed: bool, published: Path, check_build: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "README.md", "Talks over several turns", "Talks over many turns")
    if is_committed:
        git(published, "commit", "-am", "README only")
    code, output = check_build("--diff")
    assert code == 1
    assert output.startswith(
        "README.md is generated from the entries: edit entries/2024/example2024imagetalk.yaml instead; "
        "`git checkout base -- README.md` undoes this change\n"
    )
    assert "-" in output
    assert "Talks over many turns" in output


def test_an_edit_outside_entries_names_the_folders(
    published: Path, check_build: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "README.md", "# Awesome", "# Awful")
    assert "edit the files in entries/ or templates/ instead" in check_build()[1]


def test_a_deleted_readme_is_left_to_the_next_build(
    published: Path, check_build: Callable[..., tuple[int, str]]
) -> None:
    (published / "README.md").unlink()
    assert check_build()[0] == 0


def test_an_unknown_revision_is_a_usage_error(check_build: Callable[..., tuple[int, str]]) -> None:
    code, output = check_build(since="nonsense")
    assert (code, output[:13]) == (2, "medvlm build:")
