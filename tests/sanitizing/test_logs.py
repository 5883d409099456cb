"""Nothing that is printed commands GitHub's runner or a terminal, but for our own annotations."""

import ast
import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.sanitizing.logs import sanitize_json, sanitize_log
from tests.project.test_layering import modules

HOSTILE = [
    "::stop-commands::zz",
    "  ::add-mask::e",
    "x ##[error file=README.md]y",
    "\u3000::warning::x",
    "a\r::error::b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_in_a_workflow_no_line_is_a_command(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    sanitized = sanitize_log(f"before\n{text}\nafter")
    assert "##[" not in sanitized
    assert not any(line.strip().startswith("::") for line in sanitized.splitlines())
    assert sanitize_log(sanitized) == sanitized


def test_elsewhere_text_stays_but_for_control_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert sanitize_log("std::vector\r\nnext\tcell") == "std::vector\nnext\tcell"
    assert sanitize_log("a\x1b[2J\x9bb\x00") == "a\ufffd[2J\ufffdb\ufffd"


def test_json_keeps_its_data() -> None:
    text = json.dumps({"##[error]": "\\##[x] ::"})
    assert "##[" not in sanitize_json(text)
    assert json.loads(sanitize_json(text)) == json.loads(text)


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_hostile_file_name_and_text_print_only_our_annotations(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    entry = root / "entries/2022/filmkit.yaml"
    entry.write_text(entry.read_text("utf-8") + '"##[error]x\\n::add-mask::y": 1\n', "utf-8")
    (root / "entries/2022/x\n::error::y ##[debug].txt").write_text("x")
    main(["--root", str(root), "check", "--format", form])
    out = capsys.readouterr().out
    commands = [line for line in out.splitlines() if line.strip().startswith("::")]
    assert all(line.startswith(("::error file=entries/", "::warning file=entries/")) for line in commands)
    others = [line for line in out.splitlines() if line not in commands]
    assert not any("##[" in line for line in others)
    assert bool(commands) == (form == "github")


def test_one_module_prints() -> None:
    """What else prints says only numbers and names of services, or sentences of its own."""
    printing = {
        name
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing == {"generator.commands.printing", "generator.links.command"}
