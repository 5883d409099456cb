"""The options of each command: a field for each argument, with a value of the field's type."""

from argparse import Namespace
from pathlib import Path
from typing import get_type_hints

import pytest
from pydantic import TypeAdapter

from generator.cli import COMMANDS, _parser
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
    "schema",
    "use-id filmkit",
)


def test_every_command_has_an_example() -> None:
    assert {line.split()[0] for line in LINES} == set(COMMANDS)


@pytest.mark.parametrize("line", LINES)
def test_options_have_the_types_of_their_fields(line: str) -> None:
    parsed = _parser().parse_args(["--root", str(DATA / "toy"), *line.split()])
    del parsed.run
    options = read_options(parsed)
    for name, kind in get_type_hints(type(options)).items():
        TypeAdapter(kind).validate_python(getattr(options, name), strict=True)


def test_a_misspelled_name_is_not_an_option() -> None:
    assert read_options(Namespace(root=Path(), options=Options)) == Options(root=Path())
    with pytest.raises(TypeError, match="folder"):
        read_options(Namespace(root=Path(), folder=Path(), options=Options))
    with pytest.raises(TypeError, match="root"):
        read_options(Namespace(options=Options))
