"""Where the output can have ASCII only: JSON has the same data, and no text stops a command."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
UTF_8 = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def listed(root: Path) -> Path:
    """A list under git, with letters beyond ASCII in a title and in a message."""
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "x"]):
        git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words]
        subprocess.run(git, cwd=root, check=True, capture_output=True)
    file = root / "entries/2022/filmkit.yaml"
    text = file.read_text("utf-8").replace("kind: tool", "kind: tool😀")
    file.write_text(text.replace("title: ", "title: Ö\\ö – "), "utf-8")
    vocabulary = root / "entries/_vocabulary/modalities.yaml"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("label: F", "label: Ö😀 F", 1), "utf-8")
    return root


def run(root: Path, environment: dict[str, str], *words: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "generator", "--root", str(root), *words]
    variables = os.environ | {"GITHUB_ACTIONS": ""} | environment
    return subprocess.run(command, cwd=root, env=variables, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "command",
    [
        "check --format json",
        "links --minutes 0 --format json",
        "review --changed-since HEAD --format json",
        "schema",
    ],
)
def test_json_has_the_same_data(listed: Path, command: str) -> None:
    plain, whole = (run(listed, kind, *command.split()).stdout for kind in (ASCII, UTF_8))
    said: dict[str, Any] = json.loads(plain.decode("ascii"))
    assert said == json.loads(whole.decode("utf-8"))
    assert not whole.isascii() or command.startswith("links"), "the test has letters to escape"


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "check --format github",
        "links --minutes 0 --format markdown",
        "links --plan",
        "use-id ö",
        "add-results ö ö",
        "publish issue --marker ö --title ö ö",
        "export ö",
        "pages ö",
        "ö",
    ],
)
def test_no_text_stops_a_command(listed: Path, command: str) -> None:
    done = run(listed, ASCII, *command.split())
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    assert (done.stdout + done.stderr).isascii()


def test_a_title_is_written_as_it_was_given(root: Path) -> None:
    done = run(root, ASCII, "add", "--skeleton", "Die Größe der Bilder in Büchern")
    path = done.stdout.decode("ascii").partition(" written")[0]
    assert "Die Größe der Bilder in Büchern" in (root / path).read_text("utf-8")


def test_a_title_in_the_letters_of_another_locale_stays_as_it_is(root: Path) -> None:
    """Such a locale, as ISO 8859-1, is on few machines: here its letters are given as Python reads them."""
    words = ["--root", str(root), "add", "--dry-run", "--skeleton", "Die Größe der Bilder"]
    program = f"from generator.cli import main; main({words!a})"
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | ASCII, capture_output=True, timeout=60
    )
    assert b"title: Die Gr\\u00f6\\u00dfe der Bilder" in done.stdout
