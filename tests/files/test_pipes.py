"""Where a command expects a file, a pipe, a socket, a device or a folder ends it in words: it never waits."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.files.plain import read_plain
from generator.links.remembering.abstracts import ABSTRACTS_FILE
from generator.links.showing.observations import load_observations

Output = pytest.CaptureFixture[str]


def make_socket(file: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        folder = os.open(file.parent, os.O_RDONLY)
        made.bind(f"/proc/self/fd/{folder}/{file.name}")  # a whole path may be too long for a socket
        os.close(folder)


KINDS: dict[str, Callable[[Path], None]] = {"pipe": os.mkfifo, "socket": make_socket, "folder": Path.mkdir}


def replace(file: Path, kind: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    KINDS[kind](file)
    return file


def run(root: Path, capsys: Output, command: str) -> tuple[int, str]:
    """Run the command; return its exit code and all that it says."""
    try:
        code = main(["--root", str(root), *command.format(root).split()])
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("entries/2022/filmkit.yaml", "check {0}/entries/2022/filmkit.yaml"),
        ("entries/2022/filmkit.yaml", "fmt {0}/entries/2022/filmkit.yaml"),
        ("entries/_vocabulary/tasks.yaml", "check"),
        ("entries/_declined.yaml", "check"),
        ("mkdocs.yml", "build"),
        ("mkdocs.yml", "links --minutes 0"),
        ("README.md", "build --check"),
        ("site_docs/data/links.json", "links --minutes 0"),
        ("site_docs/data/links.json", "pages {0}/out"),
        ("site_docs/data/history.json", "publish digest"),
        ("state.json", "links --minutes 0 --state {0}/state.json"),
        ("issue.md", "add --from-issue {0}/issue.md"),
        ("works.bib", "add --skeleton {0}/works.bib"),
        ("table.csv", "add-results sample2023wordpix {0}/table.csv"),
        ("issue.md", "publish issue --marker a --title b {0}/issue.md"),
        ("review.json", "publish review --head a {0}/review.json"),
        ("links.json", "review --changed-since HEAD --links {0}/links.json"),
        ("data/entries.json", "export {0}"),
    ],
)
def test_it_is_named_and_not_waited_for(
    root: Path, capsys: Output, path: str, command: str, kind: str
) -> None:
    if "--changed-since" in command:
        for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "x"]):
            git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
            subprocess.run(git, cwd=root, check=True, capture_output=True)
    if path.startswith("entries/2022") and kind == "folder":
        pytest.skip("it is one more folder for entries")
    replace(root / path, kind)
    code, said = run(root, capsys, command)
    assert path.rpartition("/")[2] in said
    assert code in (1, 2)
    assert "No such device or address" not in said, "a person does not know what that is"
    assert said.count("a file") < 2, "it says once what to do"


@pytest.mark.parametrize("path", [".cache/entries.json", ".cache/abstracts.json", ".cache/.gitignore"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_cache_that_is_none_stops_no_command(root: Path, capsys: Output, path: str, kind: str) -> None:
    replace(root / path, kind)
    assert run(root, capsys, "check") == (0, "0 errors, 0 warnings\n")
    assert run(root, capsys, "links --minutes 0")[0] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_that_is_none_stops_no_command(
    root: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    replace(tmp_path / "medvlm/key", kind)
    assert run(root, capsys, "check") == (0, "0 errors, 0 warnings\n")


def test_abstracts_that_would_have_to_be_waited_for_are_not_shown(root: Path) -> None:
    replace(root / ABSTRACTS_FILE, "pipe")
    assert load_observations(root).abstracts == {}


def test_a_device_is_no_file() -> None:
    with pytest.raises(OSError, match="it is a device or a pipe: name a file"):
        read_plain(Path("/dev/zero"), 10)


@pytest.mark.parametrize("pipe", ["<(echo text)", "/proc/self/fd/9 9< <(echo text)"], ids=["bash", "zsh"])
def test_a_pipe_of_the_shell_is_read(root: Path, pipe: str) -> None:
    words = f"publish issue --marker a --title b {pipe}"
    command = ["bash", "-c", f"exec '{sys.executable}' -m generator --root '{root}' {words}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "cannot be read" not in done.stderr
    assert "GITHUB_" in done.stderr, "it has read the text, and goes on"
