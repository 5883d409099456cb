"""Exit codes and messages of `medvlm check`, and of wrong usage."""

import json
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator import __main__ as module
from generator.cli import OK, PROBLEMS_FOUND, USAGE, main
from generator.exits import INTERRUPTED
from tests.interrupting import accepting_interrupts
from tests.paths import DATA, PROJECT
from tests.running import running


@pytest.fixture(autouse=True)
def outside_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def spoil(root: Path) -> Path:
    file = root / "entries" / "2022" / "filmkit.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: tool", "kind: tol"), "utf-8")
    return file


FOUND = "entries/2022/filmkit.yaml:2:7: error: `tol` is not a term of kinds: did you mean `tool`? [term]"


def test_a_list_without_errors_passes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "check"]) == OK
    assert capsys.readouterr().out == "0 errors, 0 warnings\n"


def test_a_list_with_errors_fails(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    assert main(["--root", str(root), "check"]) == PROBLEMS_FOUND
    assert capsys.readouterr().out == f"{FOUND}\n1 error, 0 warnings\n"


def test_a_path_is_relative_to_the_current_folder(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root)
    monkeypatch.chdir(root / "entries" / "2022")
    assert main(["--root", "../..", "check", "filmkit.yaml"]) == PROBLEMS_FOUND
    assert main(["--root", "../..", "check", "../2024/"]) == OK
    assert main(["--root", "../..", "check", "../.."]) == PROBLEMS_FOUND
    assert capsys.readouterr().out.count(FOUND) == 2


def test_the_project_may_be_named_after_the_command_too(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root)
    monkeypatch.chdir("/")
    assert main(["check", "--root", str(root)]) == PROBLEMS_FOUND
    assert main(["check", str(root / "entries" / "2022"), "--root", str(root)]) == PROBLEMS_FOUND
    assert main(["--root", str(DATA / "catalog"), "check", "--root", str(root)]) == PROBLEMS_FOUND
    assert capsys.readouterr().out.count(FOUND) == 3


def test_a_link_to_nowhere_is_a_problem_and_no_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = root / "entries" / "2022" / "loop.yaml"
    link.symlink_to("loop.yaml")
    assert main(["--root", str(root), "check", str(link)]) == PROBLEMS_FOUND
    assert "entries/2022/loop.yaml:1:1: error: not a plain file" in capsys.readouterr().out


def test_settings_that_cannot_be_read_are_no_fault_of_the_folder(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "mkdocs.yml").unlink(missing_ok=True)
    (root / "mkdocs.yml").mkdir()
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), "export", str(root / "out")])
    assert stopped.value.code == PROBLEMS_FOUND
    assert capsys.readouterr().err.startswith("medvlm: error: `mkdocs.yml` cannot be read: Is a directory")


def test_github_is_recognized(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(["--root", str(root), "check"])
    assert capsys.readouterr().out.startswith(
        "::error file=entries/2022/filmkit.yaml,line=2,col=7,title=term::"
    )


def test_a_file_that_is_no_entry_is_not_called_checked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "notes.md").touch()
    assert main(["--root", str(root), "check", str(root / "notes.md"), str(root)]) == OK
    assert capsys.readouterr().err == (
        "medvlm check: `notes.md` was not checked: entries are below `entries`\n"
    )


def test_a_format_can_be_chosen(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    main(["--root", str(root), "check", "--format", "json"])
    assert [problem["rule"] for problem in json.loads(capsys.readouterr().out)["problems"]] == ["term"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"),
        (["chekc"], "chekc"),
        (["check", "--format", "xml"], "xml"),
        (["check", "nowhere"], "nowhere does not exist"),
        (["check", "/"], "is not in the project's folder"),
        (["--root", "generator", "check"], "generator has no folder `entries`"),
        (["check", "--root", "generator"], "generator has no folder `entries`"),
        (["build", "--changed-since", "HEAD"], "--changed-since goes with --check"),
        (["links", "--plan", "--accept", "all"], "--accept goes with --fix"),
        (["links", "--plan", "--fix"], "leave one of them out"),
        (["publish", "proposal", "--waiting", "--comment", "8"], "--comment goes with --number"),
        (["publish", "proposal", "--number", "-7"], "write a number, such as 7"),
        (["publish", "proposal", "--number", "seven"], "write a number, such as 7"),
        (["links", "--minutes", "soon"], "write a number of minutes"),
    ],
)
def test_wrong_usage_is_explained(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == USAGE
    assert said in capsys.readouterr().err


def test_an_id_that_no_entry_has_is_not_accepted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), "links", "--minutes", "0", "--fix", "--accept", "tiny-film"])
    assert stopped.value.code == USAGE
    assert "no entry has the id `tiny-film`: did you mean `tiny-films`?" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["publish", "digest"], ["use-id", "a"]])
def test_no_terminal_obeys_an_argument(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(SystemExit) as stopped:
        main([*command, "x\n::stop-commands::x\x1b[2J"])
    assert stopped.value.code == USAGE
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "::stop" not in said


@pytest.mark.parametrize("command", ["add https://github.com/a/b", "links", "publish proposed"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GITHUB_TOKEN", "abc\ndef"),
        ("GITHUB_TOKEN", "abcö"),
        ("MEDVLM_GITHUB_API", "nonsense"),
        ("MEDVLM_GITHUB_API", "file:///etc/passwd"),
        ("MEDVLM_GITHUB_API", "http://[::1"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    command: str,
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", "a/b")
    monkeypatch.setenv("GITHUB_TOKEN", "abc")
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), *command.split()])
    assert stopped.value.code == USAGE
    said = capsys.readouterr().err
    assert f"{name} " in said
    assert value not in said, "a token is secret"


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    wanted = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert (stopped.value.code, capsys.readouterr().out) == (OK, f"medvlm {wanted}\n")


def test_the_module_runs_the_command() -> None:
    command = [
        sys.executable,
        "-m",
        "generator",
        "--root",
        str(DATA / "catalog"),
        "check",
        "--format",
        "text",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=DATA.parent.parent)
    assert (done.returncode, done.stdout, done.stderr) == (OK, "0 errors, 0 warnings\n", "")


def test_checking_loads_only_what_it_needs() -> None:
    program = (
        "import sys; from generator.cli import main; "
        f"main(['--root', {str(DATA / 'catalog')!r}, 'check']); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"jinja2", "requests", "generator.outputs", "generator.add", "generator.links"}
    assert "generator.checking.check" in loaded


def test_a_reader_that_wants_no_more_is_no_bug(root: Path) -> None:
    command = [sys.executable, "-m", "generator", "--root", str(root), "check"]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == ""
        assert run.wait() == PROBLEMS_FOUND


def test_a_folder_that_cannot_be_written_is_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "mkdocs.yml" / "data"
    (root / "mkdocs.yml").touch()
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), "export", str(folder)])
    assert stopped.value.code == USAGE
    assert f"{folder}: `data/entries.json` cannot be written: Not a directory" in capsys.readouterr().err


def test_control_c_ends_a_command_in_one_line(root: Path) -> None:
    words = ["--root", str(root), "add", "--from-issue", "/dev/stdin"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with accepting_interrupts(), running([sys.executable, "-m", "generator", *words], **pipes) as run:
        assert run.stdin
        run.stdin.write("x" * 200_000)  # more than a pipe holds: done only when the command reads
        run.stdin.flush()
        run.send_signal(signal.SIGINT)
        # A signal just before Python begins to read is seen after it: the pipe has to end first.
        assert run.communicate() == ("", "medvlm: interrupted\n")
    assert run.returncode == INTERRUPTED


def test_control_c_while_the_command_is_loaded_ends_it_in_one_line(root: Path) -> None:
    (root / "argparse.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", "utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(root)!r}); from generator.__main__ import run; sys.exit(run())"
    )
    with accepting_interrupts():
        run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (INTERRUPTED, "", "medvlm: interrupted\n")


def test_the_installed_command_is_the_module() -> None:
    scripts = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert scripts == {"medvlm": f"{module.__name__}:{module.run.__name__}"}


def test_a_closed_output_is_no_bug(root: Path) -> None:
    command = f"'{sys.executable}' -m generator --root '{root}' check >&-"
    done = subprocess.run(command, shell=True, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (OK, "")


@pytest.mark.parametrize(
    "command", ["add-results filmkit -", "publish issue --marker a --title b -"], ids=["table", "issue"]
)
def test_a_closed_input_is_no_bug(root: Path, command: str) -> None:
    line = f"'{sys.executable}' -m generator --root '{root}' {command} <&-"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (USAGE, "")
    assert done.stderr.endswith("standard input is closed: name a file\n")


def test_a_missing_git_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert main(["--root", str(root), "links", "--plan", "--changed-since", "main"]) == USAGE
    assert "git cannot be started: No such file or directory" in capsys.readouterr().err


def test_a_path_may_lead_to_the_project_through_a_link(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, link = spoil(root), root.parent / "link"
    link.symlink_to(root)
    monkeypatch.chdir(link / "entries")
    assert main(["--root", str(link), "check", "2022/filmkit.yaml"]) == PROBLEMS_FOUND
    assert main(["--root", str(root), "check", str(link / file.relative_to(root))]) == PROBLEMS_FOUND
    assert capsys.readouterr().out.count(FOUND) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", ""],
        ["check", "a" * 5000],
        ["export", ""],
        ["pages", ""],
        ["check", "--root", ""],
        ["build", "--check", "--changed-since", ""],
        ["links", "--changed-since", "", "--plan"],
        ["review", "--changed-since", ""],
    ],
)
def test_a_path_or_revision_that_is_none_is_wrong_usage(
    root: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root), *arguments])
    assert stopped.value.code == USAGE
    assert "argument" in capsys.readouterr().err
