"""Hostile and careless entries are refused with a clear message, or are harmless in every output."""

import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.checking.load import load
from generator.entry.formatting import format_files
from generator.exits import PROBLEMS_FOUND
from generator.problems import Severity
from tests.checking.test_check import run_under_limits
from tests.data_files import render_data_files
from tests.hostile import find_faults
from tests.paths import DATA

CASES = sorted((DATA / "hostile").glob("*.yaml"))
LINE = "summary: Pairs made-up films with invented reports and measures what is found again.\n"
INERT = {
    "attribute", "attribute-single", "backslash", "bibtex", "bibtex-command", "cdata-end", "closing-script",
    "conditional-comment", "csv-formula", "doctype", "emoji", "entity", "event-handler",
    "homoglyphs", "html-comment", "jinja", "letters-of-all-kinds", "markdown-autolink", "markdown-code",
    "markdown-emphasis", "markdown-link", "markdown-list", "markdown-reference", "markdown-table",
    "mathematics", "proto-names", "python-format", "ris", "script", "shell-marks", "svg", "very-long-word",
    "windows",
}  # fmt: skip
"""Texts that are code in other languages; here they are only texts."""


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A list without entries."""
    root, vocabularies = tmp_path / "list", "entries/_vocabulary"
    shutil.copytree(DATA / "catalog" / vocabularies, root / vocabularies)
    shutil.copy(DATA / "catalog/mkdocs.yml", root)
    (root / "entries/2024").mkdir()
    return root


def errors(root: Path) -> list[str]:
    return [str(problem) for problem in check(root).problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_hostile_file(case: Path, alone: Path) -> None:
    file = alone / "entries/2024" / case.name
    shutil.copy(case, file)
    found = errors(alone)
    if case.stem not in INERT:
        assert found, "it must be refused"
        assert all(message.startswith(f"entries/2024/{case.name}:") for message in found)
        assert all(message.isprintable() for message in found), "a message shows nothing hidden"
        return
    assert found == []
    catalog = load(alone).catalog
    assert find_faults(catalog, catalog.entries[case.stem].title) == []
    format_files(alone)
    assert load(alone).catalog.entries == catalog.entries


def test_there_are_enough_hostile_files() -> None:
    assert len(CASES) >= 80
    assert {case.stem for case in CASES} >= INERT


def test_all_harmless_files_are_valid_together(alone: Path) -> None:
    for case in CASES:
        if case.stem in INERT:
            shutil.copy(case, alone / "entries/2024")
    assert errors(alone) == []
    catalog = load(alone).catalog
    assert find_faults(catalog, catalog.entries["script"].title) == []


def large(name: str) -> str:
    start = f"kind: study\n{LINE}section: models\nadded: 2024-06-05\n"
    if name == "title":
        return f"title: {'x' * 1_000_000}\n{start}"
    if name == "authors":
        return f"title: A study\n{start}authors:\n" + "".join(f"  - Ada Example{n:b}\n" for n in range(6_000))
    return f"title: A study\n{start}# " + "\n# ".join(["x"] * 100_000)


LARGE = ("title", "authors", "comments")


@pytest.mark.parametrize("name", LARGE)
def test_a_huge_file_is_refused(name: str, alone: Path) -> None:
    (alone / "entries/2024/huge.yaml").write_text(large(name), "utf-8")
    assert any(
        "larger than 256 KiB" in message or "at most 500 items" in message for message in errors(alone)
    )


def test_no_hostile_or_huge_file_takes_long(alone: Path) -> None:
    """One text with a slow pattern would use up the limit of processor time."""
    for case in CASES:
        shutil.copy(case, alone / "entries/2024")
    for name in LARGE:
        (alone / f"entries/2024/huge-{name}.yaml").write_text(large(name), "utf-8")
    keys = map("".join, product("abcdefghijklmnop", repeat=2))
    open_brackets = "".join(f"{key}: {{{'x' * 990}\n" for key in keys)
    for number in range(12):
        (alone / f"entries/2024/brackets-{number}.yaml").write_text(open_brackets, "utf-8")
    done = run_under_limits("-m", "generator", "--root", alone, "check", seconds=60, mebibytes=1000)
    assert (done.returncode, done.stderr) == (PROBLEMS_FOUND, "")


def test_ten_thousand_authors_are_refused(alone: Path) -> None:
    names = ", ".join(f"Ada E{n:x}" for n in range(10_000))
    text = f"title: A study\nkind: study\nauthors: [{names}]\n{LINE}section: models\nadded: 2024-06-05\n"
    (alone / "entries/2024/many.yaml").write_text(text, "utf-8")
    assert any("`authors` must have at most 500 items" in message for message in errors(alone))


def test_symbolic_links_out_of_the_list_are_not_followed(alone: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: A secret\n", "utf-8")
    (alone / "entries/2024/link.yaml").symlink_to(secret)
    (alone / "entries/elsewhere").symlink_to(tmp_path, target_is_directory=True)
    (alone / "entries/2024/dangling.yaml").symlink_to(tmp_path / "nowhere")
    found = errors(alone)
    assert not any("secret" in message for message in found)
    assert sum("links are not followed" in message for message in found) == 3
    assert "A secret" not in str(load(alone).catalog.entries)


@pytest.mark.parametrize(
    "name",
    [
        "..%2F..%2Fx.yaml",
        "a b.yaml",
        "Ünlich.yaml",
        "CON.yaml",
        ".hidden.yaml",
        "x.yaml.yml",
        "a'\"><b>.yaml",
    ],
)
def test_odd_file_names_are_refused(name: str, alone: Path) -> None:
    (alone / "entries/2024" / name).write_text(
        f"title: A study\nkind: study\n{LINE}section: models\nadded: 2024-06-05\n"
    )
    assert any("[file-name]" in message for message in errors(alone))


def test_names_that_collide_on_other_systems_are_refused(alone: Path) -> None:
    text = f"title: A study\nkind: study\n{LINE}section: models\nadded: 2024-06-05\n"
    (alone / "entries/2024/twin.yaml").write_text(text)
    (alone / "entries/2024/Twin.yaml").write_text(
        text.replace("A study", "A study of another thing altogether")
    )
    assert any("Twin.yaml" in message and "[file-name]" in message for message in errors(alone))


def test_a_pipe_does_not_hang_the_check(alone: Path) -> None:
    os.mkfifo(alone / "entries/2024/pipe.yaml")
    command = [sys.executable, "-m", "generator", "--root", alone, "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "entries/2024/pipe.yaml:1:1: error: not a plain file" in done.stdout


def test_an_empty_list_has_outputs(catalog: Catalog) -> None:
    from generator.outputs import readme
    from generator.outputs.site import list_pages
    from tests.hostile import HOME, PROJECT

    empty = Catalog({}, catalog.vocabularies, {})
    assert readme.render_readme_files(empty, HOME, PROJECT)["README.md"]
    assert list(list_pages(empty, HOME))
    assert render_data_files(empty, HOME)["data/entries.json"]
