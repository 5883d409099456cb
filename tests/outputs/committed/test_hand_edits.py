"""A hand edit of a made file is refused, with the entry to edit; one that is merely behind is not."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Said = pytest.CaptureFixture[str]


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def published(root: Path) -> Path:
    """A list under git, with its README as it is made."""
    assert main(["--root", str(root), "build"]) == 0
    for arguments in (["init"], ["add", "."], ["commit", "-m", "All"], ["tag", "base"]):
        git(root, *arguments)
    return root


@pytest.fixture
def judged(published: Path, capsys: Said) -> Callable[..., tuple[int, str]]:
    def judge(*options: str, since: str = "base") -> tuple[int, str]:
        capsys.readouterr()
        code = main(["--root", str(published), "build", "--check", "--changed-since", since, *options])
        said = capsys.readouterr()
        return code, said.out + said.err

    return judge


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_untouched_list_is_fine(judged: Callable[..., tuple[int, str]]) -> None:
    assert judged() == (0, "")


def test_a_readme_that_is_merely_behind_never_fails(
    published: Path, judged: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "entries/2022/filmkit.yaml", "kind: tool", "kind: tool\nhighlight: true")
    assert judged() == (0, "")
    assert main(["--root", str(published), "build", "--check"]) == 1


def test_a_readme_made_by_the_command_is_fine(
    published: Path, judged: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "entries/2022/filmkit.yaml", "kind: tool", "kind: tool\nhighlight: true")
    assert main(["--root", str(published), "build"]) == 0
    git(published, "commit", "-am", "Entry and README")
    assert judged() == (0, "")


@pytest.mark.parametrize("is_committed", [True, False])
def test_a_hand_edit_is_refused_with_the_entry_to_edit(
    is_committed: bool, published: Path, judged: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "README.md", "Talks over several turns", "Talks over many turns")
    if is_committed:
        git(published, "commit", "-am", "README only")
    code, said = judged("--diff")
    assert code == 1
    assert said.startswith(
        "README.md is generated from the entries: edit entries/2024/example2024imagetalk.yaml instead; "
        "`git checkout base -- README.md` undoes this change\n"
    )
    assert "-" in said
    assert "Talks over many turns" in said


def test_an_edit_of_no_entry_names_the_places(
    published: Path, judged: Callable[..., tuple[int, str]]
) -> None:
    edit(published / "README.md", "# Awesome", "# Awful")
    assert "edit the files in entries/ or templates/ instead" in judged()[1]


def test_a_deleted_readme_is_left_to_the_next_build(
    published: Path, judged: Callable[..., tuple[int, str]]
) -> None:
    (published / "README.md").unlink()
    assert judged()[0] == 0


def test_a_revision_that_is_none_is_wrong_usage(judged: Callable[..., tuple[int, str]]) -> None:
    code, said = judged(since="nonsense")
    assert (code, said[:13]) == (2, "medvlm build:")
