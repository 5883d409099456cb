"""GitHub and awesome-lint read README.md as intended, whatever its texts are."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import readme
from generator.outputs.readme.lint import find_lint_exceptions
from generator.settings import Settings, load_settings
from tests.made_up import HOMELESS, make_catalog, make_entry, make_large_catalog
from tests.readme_page import PROJECT, READER, render_readme
from tests.running import running
from tests.whole import load_whole

GOLDEN = PROJECT / "tests/golden/README.md"


class Fault(TypedDict):
    """What a rule says of a line; a fault that is not `fatal` is a warning."""

    rule: str
    fatal: bool
    message: str


Faults = list[Fault]

HOSTILE = (PROJECT / "tests/data/hostile.txt").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def linter() -> Iterator[subprocess.Popen[str]]:
    """The pinned awesome-lint, loaded once; it answers a line of names of files with the faults in them."""
    command = ["node", PROJECT / "tests/lint_readme.mjs"]
    with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT) as process:
        yield process


def awesome_lint(linter: subprocess.Popen[str], folder: Path, texts: dict[str, str]) -> Faults:
    """What awesome-lint finds in files in a folder like that of the project."""
    for path, text in {".github/CONTRIBUTING.md": "# Contributing\n", **texts}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    assert linter.stdin
    assert linter.stdout
    linter.stdin.write(json.dumps([str(folder / path) for path in texts]) + "\n")
    linter.stdin.flush()
    found: Faults = json.loads(linter.stdout.readline())
    return found


SPLIT = pytest.param(3000, id="so long that lists are split by year", marks=pytest.mark.slow)


@pytest.mark.parametrize("number", [pytest.param(0, id="as it is"), SPLIT])
def test_awesome_lint_finds_nothing(
    tmp_path: Path, linter: subprocess.Popen[str], catalog: Catalog, settings: Settings, number: int
) -> None:
    works = [*make_large_catalog(catalog, number, ["tools", "surveys"]), *catalog]
    texts = readme.render_readme_files(make_catalog(catalog, works), settings, PROJECT)
    assert awesome_lint(linter, tmp_path, texts) == []


@pytest.mark.slow
def test_awesome_lint_finds_nothing_in_the_list_of_this_project(
    tmp_path: Path, linter: subprocess.Popen[str]
) -> None:
    texts = readme.render_readme_files(load_whole(), load_settings(PROJECT), PROJECT)
    assert [fault for fault in awesome_lint(linter, tmp_path, texts) if fault["fatal"]] == []


def test_awesome_lint_comes_from_a_lock_file_without_addresses() -> None:
    lock = (PROJECT / "package-lock.json").read_text("utf-8")
    assert '"node_modules/awesome-lint": {\n      "version": "2.3.0"' in lock
    assert "://" not in lock


def test_awesome_lint_finds_a_planted_problem(tmp_path: Path, linter: subprocess.Popen[str]) -> None:
    text = GOLDEN.read_text("utf-8").replace("- [Surveys](#surveys)", "- [Surveys](#surveyors)")
    faults = awesome_lint(linter, tmp_path, {"README.md": text.replace("## Tools", "## License")})
    assert {"awesome-toc", "awesome-license"} <= {fault["rule"] for fault in faults if fault["fatal"]}


@pytest.fixture
def hostile_works(catalog: Catalog) -> Catalog:
    """Works whose texts would do something if they were not escaped."""
    works = [
        make_entry(
            f"work-{n}",
            title=f"{text} work",
            name=f"{text} name",
            authors=[f"{text} author"],
            summary=f"Says {text}.",
            date="2024",
            kind="model",
            doi=f"10.9999/(work)<{n}>".replace("<", "[").replace(">", "]"),
            links={"code": f"https://example.org/(a)[b]&copy;'{n}'"},
            model={"image_encoder": f"{text[:30]}-encoder"},
            license={"code": f"{text[:30]}-license"},
        )
        for n, text in enumerate([*HOSTILE, "Really?? Yes!!", "‘Quoted’"])
    ]
    return make_catalog(catalog, works)


def test_hostile_text_adds_no_link_no_image_and_no_tag(hostile_works: Catalog) -> None:
    texts = readme.render_readme_files(hostile_works, HOMELESS, PROJECT)
    tokens = [token for text in texts.values() for token in READER.parse(text)]
    inline = [part for token in tokens for part in token.children or []]
    assert {token.type for token in tokens if token.type.startswith("html")} == {"html_block"}
    assert all(token.content.startswith("<!--") for token in tokens if token.type == "html_block")
    assert {part.content for part in inline if part.type == "html_inline"} == {"<span>", "</span>"}
    assert [part.attrs["src"] for part in inline if part.type == "image"] == ["https://awesome.re/badge.svg"]
    hosts = {str(part.attrs["href"]).split("/")[2] for part in inline if "://" in str(part.attrs.get("href"))}
    assert hosts == {"awesome.re", "doi.org", "example.org"}


REMARK = """
import {remark} from 'remark'
import gfm from 'remark-gfm'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {text} from 'node:stream/consumers'
const tree = remark().use(gfm).parse(await text(process.stdin)), found = {texts: [], links: []}
const asText = node => toString(node, {includeHtml: false})
visit(tree, ['listItem', 'tableCell'], node => { found.texts.push(asText(node)) })
visit(tree, 'link', node => { found.links.push(node.url) })
console.log(JSON.stringify(found))
"""
"""remark links bare addresses as GitHub does."""


def as_remark_reads(markdown: str) -> dict[str, list[str]]:
    command = ["node", "--input-type=module", "--eval", REMARK]
    done = subprocess.run(command, input=markdown.encode(), cwd=PROJECT, capture_output=True, check=True)
    return dict(json.loads(done.stdout))


def test_a_reader_sees_hostile_text_as_it_is(hostile_works: Catalog) -> None:
    texts = readme.render_readme_files(hostile_works, HOMELESS, PROJECT)
    found = as_remark_reads("\n".join(texts.values()))
    for entry in hostile_works:
        (author,), model = entry.authors, entry.model
        text = f"{entry.title} - {entry.name}: {entry.summary} {author}, 2024. Code."
        assert text in found["texts"]
        assert f"{entry.name}: {entry.title} - 2024. Code." in found["texts"]
        assert model
        assert model.image_encoder in found["texts"]
    inside = ("#", "https://", ".github/", "entries/", "LIC", "CIT", "lists/", "../README.md")
    assert [url for url in found["links"] if not url.startswith(inside)] == []
    hosts = {url.split("/")[2] for url in found["links"] if "://" in url}
    assert hosts == {"awesome.re", "doi.org", "example.org"}


def test_awesome_lint_finds_nothing_in_hostile_text(
    hostile_works: Catalog, tmp_path: Path, linter: subprocess.Popen[str]
) -> None:
    faults = awesome_lint(linter, tmp_path, readme.render_readme_files(hostile_works, HOMELESS, PROJECT))
    assert [fault for fault in faults if fault["fatal"]] == []  # it warns about `javascript` in lowercase


def test_rules_are_switched_off_only_for_titles_that_break_them(
    catalog: Catalog, hostile_works: Catalog
) -> None:
    assert find_lint_exceptions(catalog) == []
    assert find_lint_exceptions(hostile_works) == ["balanced-punctuation", "no-repeat-punctuation"]
    assert find_lint_exceptions(make_catalog(catalog, [make_entry(title="The readers’ own?!")])) == []
    assert render_readme(catalog).count("<!--lint disable") == 1
