"""What the documents say about the project is true."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.checking.check import check
from generator.checking.load import load
from generator.entry.layout import format_data, format_text
from generator.entry.results import expand_results
from generator.yamlfiles.reading import parse_document
from tests.paths import DATA
from tests.whole import copy_whole

PROJECT = DATA.parent.parent
CONTRIBUTING = (PROJECT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
VOCABULARIES = "entries/_vocabulary"
CODE = ("generator", "templates", "tests", "site_docs/about", "site_docs/assets", "site_docs/data")

EXAMPLE, *BLOCKS, VENUE = re.findall(r"```yaml\n(.*?)```", CONTRIBUTING, re.DOTALL)
BETTER_SUMMARIES = re.findall(r"^\| [^|`*]+ \| ([A-Z][^|]+\.) \|$", CONTRIBUTING, re.MULTILINE)


def find_problems(root: Path, text: str) -> list[str]:
    """Check the list with `text` as the file of the example, hints included.

    A new list has the vocabularies of this one, and no other entry.
    """
    path = re.search(r"`(entries/\d{4}/[a-z0-9-]+\.yaml)`:", CONTRIBUTING)
    assert path
    if not (root / "entries").exists():
        shutil.copytree(PROJECT / VOCABULARIES, root / VOCABULARIES)
    (root / path[1]).parent.mkdir(exist_ok=True)
    (root / path[1]).write_text(text, "utf-8")
    return [str(problem) for problem in check(root, [path[1]], with_hints=True).problems]


def test_the_example_is_a_valid_entry_with_the_results_below_it(tmp_path: Path) -> None:
    results = BLOCKS[0]
    copy_whole(tmp_path)
    assert find_problems(tmp_path, EXAMPLE) == []
    assert find_problems(tmp_path, format_text(EXAMPLE + results)) == []
    assert format_text(results) == results
    assert len(list(expand_results(load(tmp_path).catalog.entries["lind2024report"]))) == 6


def test_every_other_block_is_valid_in_the_example(tmp_path: Path) -> None:
    assert len(BLOCKS) >= 3
    for block in BLOCKS[1:]:
        keys = parse_document(block.encode(), "block.yaml").data or {}
        text = format_data({**parse_document(EXAMPLE.encode(), "example.yaml").data, **keys})
        assert find_problems(tmp_path, text if keys else block + text) == []


def test_the_venue_that_is_shown_is_a_valid_line_and_can_be_used(tmp_path: Path) -> None:
    venue = {"venue": {"name": "Journal of Film Reading", "year": 2024}}
    text = format_data({**parse_document(EXAMPLE.encode(), "example.yaml").data, **venue})
    assert any("Journal of Film Reading" in problem for problem in find_problems(tmp_path, text))
    with (tmp_path / VOCABULARIES / "venues.yaml").open("a", encoding="utf-8") as venues:
        venues.write(VENUE)
    assert find_problems(tmp_path, text) == []


def test_the_summaries_that_are_shown_as_better_pass(tmp_path: Path) -> None:
    assert len(BETTER_SUMMARIES) >= 5
    for summary in BETTER_SUMMARIES:
        example = parse_document(EXAMPLE.encode(), "example.yaml").data
        text = format_data({**example, "summary": summary})
        assert [one for one in find_problems(tmp_path, text) if ": hint: " not in one] == [], summary


@pytest.mark.parametrize("document", [".github/CONTRIBUTING.md", "site_docs/about/architecture.md"])
def test_what_a_document_names_exists(document: str) -> None:
    text = (PROJECT / document).read_text("utf-8")
    folder = (PROJECT / document).parent
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not link.startswith("http")]
    paths = re.findall(r"`((?:generator|entries|tests|site_docs|templates|\.github|\.ci)/[\w./-]*)`", text)
    assert [link for link in links if not (folder / link).exists()] == []
    made = {"entries/2024/lind2024report.yaml"}
    made |= {f"site_docs/data/{name}.json" for name in ("candidates", "history", "links")}
    assert [path for path in paths if path not in made and not (PROJECT / path).exists()] == []


def list_unknown(names: set[str]) -> set[str]:
    """The names that no path of the code ends with."""
    places = [PROJECT / place for place in CODE]
    paths = (path for place in places for path in (place, *place.rglob("*")))
    known = "".join(f"/{path.relative_to(PROJECT).with_suffix('')}\n" for path in paths)
    return {name for name in names if f"/{name}\n" not in known}


def test_the_modules_and_folders_that_the_architecture_names_exist() -> None:
    """They are named by the end of their path, such as `checking/placing`."""
    text = (PROJECT / "site_docs/about/architecture.md").read_text("utf-8")
    named = {*re.findall(r"`([a-z_]+(?:/[a-z_]+)+)(?:\.py)?/?`", text)}
    assert len(named) > 50
    assert list_unknown(named) == set()


def test_the_twins_that_scripts_name_exist() -> None:
    scripts = (PROJECT / "site_docs/assets").rglob("*.js")
    named = {name for file in scripts for name in re.findall(r"`([\w/]+)\.py`", file.read_text("utf-8"))}
    assert named
    assert list_unknown(named) == set()


def test_the_make_targets_that_documents_name_exist() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z]+)", CONTRIBUTING, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("name", ["core", "suggest", "full", "node"])
def test_every_package_is_pinned_with_its_hashes_and_without_an_address(name: str) -> None:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text("utf-8").replace("\\\n", "")
    pins = [line for line in text.splitlines() if line[:1] != "#"]
    form = r"[a-z0-9._-]+(\[[a-z,-]+\])?==[0-9][0-9A-Za-z.]*( ; [^#:]+)?"
    pinned = re.compile(rf"{form}(\s+--hash=sha256:[0-9a-f]{{64}})+")
    assert [pin[:80] for pin in pins if not pinned.fullmatch(pin.strip())] == []


def test_the_lock_files_agree_and_hold_every_package_of_the_project() -> None:
    locks = {name: _read_pins(name) for name in ("core", "suggest", "full")}
    assert locks["core"].items() <= locks["suggest"].items() <= locks["full"].items()
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, wanted in (
        ("core", project["dependencies"]),
        ("suggest", extras["suggest"]),
        ("full", [*extras["site"], *extras["test"], *project["dependencies"]]),
    ):
        assert {re.split("[<>=]", package)[0].lower() for package in wanted} <= locks[name].keys()


def _read_pins(name: str) -> dict[str, str]:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[a-z,-]+\])?==(\S+)", text, re.MULTILINE))


def test_the_citation_file_has_the_required_keys() -> None:
    citation = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "dataset"
    assert {"title", "message", "authors", "license"} <= set(citation)
