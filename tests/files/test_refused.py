"""What the system refuses to write, as on a full disk: every command names the file and what to do."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.engine.writing import write_now
from generator.files import user_key
from generator.files.refusals import explain_with_file
from generator.write import write_file

ADVICE = "File too large; raise the limit of this shell, `ulimit -f`, and run this again"


def run_limited(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where no file may have a byte; also root can write none then."""
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
        f"from generator.cli import main; sys.exit(main({['--root', str(root), *arguments]!r}))"
    )
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=root
    )


@pytest.mark.parametrize(
    ("arguments", "file", "code"),
    [
        (["build"], "`README.md` cannot be written", 1),
        (["export", "out"], "`data/entries.json` cannot be written", 2),
        (["pages", "out"], "`models.md` cannot be written", 2),
        (
            ["add", "--skeleton", "10.1000/one"],
            "`entries/undated/work-10-1000-one.yaml` cannot be written",
            1,
        ),
        (["use-id", "tiny-films"], "`entries/2024/example2024imagetalk.yaml` cannot be written", 1),
        (["links", "--minutes", "0", "--report", "report.json"], "report.json cannot be written", 2),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_names_the_file_that_cannot_be_written(
    root: Path, arguments: list[str], file: str, code: int
) -> None:
    done = run_limited(root, *arguments)
    assert f"{file}: {ADVICE}" in done.stderr, done.stdout
    assert done.returncode == code


@pytest.mark.parametrize("word", ["schema", "--version"])
def test_output_that_cannot_be_written_is_named(root: Path, word: str) -> None:
    command = [sys.executable, "-m", "generator", "--root", str(root), word]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    said = "medvlm: error: the output: No space left on device; make room there and run this again\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_the_file_is_named_and_not_the_temporary_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError) as refused:
        write_file(tmp_path / "file/page.md", "text")
    said = explain_with_file(refused.value)
    assert said == f"{tmp_path}/file/page.md: Not a directory; a part of its path is a file"


def test_a_file_of_the_site_is_named() -> None:
    with pytest.raises(OSError, match="No space") as refused:
        write_now("/dev", [("full", ["text"])])
    assert explain_with_file(refused.value).startswith("/dev/full: No space left on device; make room")


def test_of_a_copy_the_new_file_is_named() -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "a.png", None, "site/a.png")
    assert explain_with_file(error).startswith("site/a.png: No space left on device; make room")


def test_a_key_that_cannot_be_written_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(count: int) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("secrets.token_bytes", refuse)
    assert user_key.load_user_key() is None
    assert os.listdir(tmp_path / "medvlm") == []
