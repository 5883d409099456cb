"""The options of each command: a field for each argument, with a value of the field's type."""

import re
from argparse import Namespace
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter

from generator.cli import COMMANDS, _parser
from generator.exits import USAGE
from generator.options import Options, read_options
from tests.paths import DATA

FILE = str(DATA / "toy" / "mkdocs.yml")
LINES = (
    "check",
    f"check --format json {FILE}",
    "fmt",
    f"fmt {FILE}",
    "build",
    "build --check --diff --changed-since HEAD",
    "pages folder",
    "export folder",
    "add",
    f"add --from-issue {FILE} --dry-run --edit --skeleton 2210.10163",
    "add-results wordpix - --where Table --benchmark x --setting y --metric z --dry-run",
    "links",
    "links --changed-since HEAD --only arxiv --minutes 5 --format json --state x.json --report x.md"
    f" --allow-private --fix --accept all --plan {FILE}",
    "discover",
    f"discover --since 2026-11-23 --records {FILE} --most 5 --report x.md --proposed {FILE} --save",
    "review --changed-since HEAD",
    f"review --changed-since HEAD --links {FILE} --format json",
    f"publish review --head abc {FILE}",
    f"publish issue --marker x --title y {FILE}",
    "publish commit --message x path",
    f"publish pull-request --branch x --title y {FILE} path",
    "publish proposal --number 7",
    "publish proposal --number 7 --comment 8",
    "publish proposal --waiting",
    "publish addresses --site-url https://list.example.org",
    "publish declined --number 7 --comment 8 --base main",
    "publish proposed",
    "publish history",
    "publish digest",
    "publish digest 2026-10",
    "publish release folder",
    "publish release --month 2026-10 --branch main folder",
    "schema",
    "use-id filmkit",
)
ROOT = str(DATA / "toy")


def test_every_command_has_an_example() -> None:
    assert {line.split()[0] for line in LINES} == set(COMMANDS)


def test_every_publication_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _parser().parse_args(["publish", "--help"])
    listed = re.findall(r"^    ([a-z-]+)", capsys.readouterr().out, re.MULTILINE)
    assert {line.split()[1] for line in LINES if line.startswith("publish ")} == {*listed}


def read_line(*words: str) -> Any:
    parsed = _parser().parse_args(words)
    del parsed.run
    return read_options(parsed)


@pytest.mark.parametrize("line", LINES)
def test_the_project_may_be_named_before_and_after_every_command(line: str) -> None:
    words = line.split()
    after_command = read_line(*words, "--root", ROOT)
    assert after_command == read_line("--root", ROOT, *words)
    assert after_command.root == Path(ROOT)


@pytest.mark.parametrize("line", LINES)
def test_no_empty_text_means_something(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = line.split()
    for number, word in enumerate(words):
        if not word.startswith("--"):
            assert_refused([*words[:number], "", *words[number + 1 :]], capsys)


def test_no_option_may_be_empty(capsys: pytest.CaptureFixture[str]) -> None:
    options = {word for line in LINES for word in re.findall(r"(?<=--)[a-z-]+(?= [^-])", line)}
    assert {"title", "accept", "state", "records", "only", "metric", "month"} < options
    for line in LINES:
        for option in re.findall(r"(--[a-z-]+) [^-]", line):
            assert_refused([*line.split(), f"{option}="], capsys)


def assert_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        read_line("--root", ROOT, *words)
    assert stopped.value.code == USAGE
    assert re.search("error: argument .+: ", capsys.readouterr().err), words


@pytest.mark.parametrize("line", LINES)
def test_options_have_the_types_of_their_fields(line: str) -> None:
    options = read_line("--root", ROOT, *line.split())
    for name, kind in get_type_hints(type(options)).items():
        TypeAdapter(kind).validate_python(getattr(options, name), strict=True)


def test_a_misspelled_name_is_not_an_option() -> None:
    assert read_options(Namespace(root=Path(), options=Options)) == Options(root=Path())
    with pytest.raises(TypeError, match="folder"):
        read_options(Namespace(root=Path(), folder=Path(), options=Options))
    with pytest.raises(TypeError, match="root"):
        read_options(Namespace(options=Options))
