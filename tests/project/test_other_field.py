"""The generator knows no field of research: a list of another field needs other data, but no other code."""

import re
import shutil
from pathlib import Path

import generator
from generator.checking.check import check
from generator.cli import OK, main
from tests.paths import DATA

WORDS_OF_ONE_FIELD = re.compile(
    r"medic|clinic|radiolog|patholog|patient|x-?ray|\bmri\b|hospital|disease", re.I
)


def test_a_list_of_another_field_has_no_errors() -> None:
    checked = check(DATA / "toy")
    assert checked.problems == []
    assert len(checked.catalog.entries) == 4


def test_terms_come_from_the_list(tmp_path: Path) -> None:
    root = Path(shutil.copytree(DATA / "toy", tmp_path / "list"))
    (root / "entries" / "2022").mkdir(exist_ok=True)
    shutil.copy(DATA / "catalog" / "entries" / "2022" / "filmkit.yaml", root / "entries" / "2022")
    problems = [problem for problem in check(root).problems if problem.rule == "term"]
    found = [problem.message.split(", or add at its end")[0] for problem in problems]
    assert found == [
        "`tool` is not a term of kinds: choose one from entries/_vocabulary/kinds.yaml",
        "`tools` is not a term of sections: choose one from entries/_vocabulary/sections.yaml",
        "`BSD-3-Clause` is not a term of licenses: choose one from entries/_vocabulary/licenses.yaml",
    ]


def test_the_readme_names_no_other_field(tmp_path: Path) -> None:
    root = Path(shutil.copytree(DATA / "toy", tmp_path / "list"))
    assert main(["--root", str(root), "build"]) == OK
    readme = (root / "README.md").read_text("utf-8")
    assert readme.count("DawnNet") > 1
    assert WORDS_OF_ONE_FIELD.search(readme) is None


def test_the_code_does_not_know_the_field() -> None:
    package = Path(str(generator.__file__)).parent
    found = [
        f"{file.relative_to(package)}: {match[0]}"
        for file in sorted(package.rglob("*.py"))
        if (match := WORDS_OF_ONE_FIELD.search(file.read_text("utf-8")))
    ]
    assert found == []
