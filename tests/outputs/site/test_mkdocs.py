"""The site through MkDocs: shells as the theme renders them, and the same bodies without the hook."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lxml import html

from generator.cli import OK, main
from tests.browser.built import (
    ENVIRONMENT,
    addresses_of_made_up_list,
    build,
    build_published,
    prepare_project,
)
from tests.paths import DATA, PROJECT

COMPARED = ("papers/example2024imagetalk", "section/models", "new")
IN_SHELLS = COMPARED[:2]
FRAME = 4_500


@pytest.fixture(scope="module")
def hooked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_published(tmp_path_factory)


def text_of(file: Path) -> str:
    article = html.fromstring(file.read_text("utf-8")).xpath("(//article | //main[not(.//article)])[1]")[0]
    return " ".join(article.text_content().split())


def test_an_engine_without_the_hook_gets_the_same_bodies(hooked: Path, tmp_path: Path) -> None:
    pages, some = tmp_path / "pages", tmp_path / "some"
    assert main(["--root", str(DATA / "catalog"), "pages", str(pages)]) == OK
    for page in COMPARED:
        (some / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(pages / f"{page}.md", some / f"{page}.md")
    config = {"site_name": "Plain", "docs_dir": str(some), "theme": {"name": "material", "font": False}}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tmp_path / "mkdocs.yml")],
        check=True,
        capture_output=True,
    )
    for page in COMPARED:
        assert text_of(tmp_path / "site" / page / "index.html") == text_of(hooked / page / "index.html"), page


def test_the_frame_of_a_page_stays_within_its_bytes(hooked: Path) -> None:
    """It is around each of ten thousand pages; without addresses of site and repository it has 700 less."""
    text = (hooked / "task" / "index.html").read_text("utf-8")
    inside = text[text.index("<main") : text.index("</main>")]
    assert len(text.encode()) - len(inside.encode()) <= FRAME


def test_the_search_of_the_theme_is_not_published(hooked: Path) -> None:
    scripts = [file.name for file in hooked.glob("assets/javascripts/**/*.*")]
    assert [name.partition(".")[0] for name in scripts] == ["bundle"]
    assert not [*hooked.rglob("*.map")]


def test_a_shell_is_what_the_theme_renders(hooked: Path, tmp_path: Path) -> None:
    """A page in the navigation is rendered whole; only the navigation may differ."""
    nav = [f"{page}.md" for page in IN_SHELLS]
    rendered = build(DATA / "catalog" / "entries", tmp_path, nav, **addresses_of_made_up_list())
    for page in IN_SHELLS:
        shell, whole = (_outline(folder / page / "index.html") for folder in (hooked, rendered))
        assert shell == whole, page


def _outline(file: Path) -> list[tuple[str, dict[str, str], str]]:
    """Every element but those of the navigation, with its attributes and text.

    The policy is left out too: a shell has no indents, so its scripts have other hashes.
    """
    document = html.fromstring(file.read_text("utf-8"))
    lists = "//*[contains(@class, 'md-tabs') or contains(@class, 'md-sidebar')]"
    policy = "//meta[@http-equiv='Content-Security-Policy']"
    for left_out in document.xpath(f"{lists} | {policy} | //link[@rel='prev' or @rel='next']"):
        left_out.drop_tree()
    for link in document.xpath("//footer//a"):  # written from the shell's address, which is another one
        link.set("href", os.path.normpath(file.parent / link.get("href")).removeprefix(str(_site_of(file))))
    return [(str(node.tag), dict(node.attrib), (node.text or "").strip()) for node in document.iter()]


def _site_of(file: Path) -> Path:
    """The folder of the site that `file`, a page, is in."""
    return next(folder for folder in file.parents if (folder / "404.html").exists())


def test_the_footer_of_every_page_leads_to_the_pages_that_no_tab_has(hooked: Path) -> None:
    """The made-up list has no pages of its own about open data, sources or publishing."""
    for page in (*COMPARED, "", "browse", "section/models"):
        links = html.fromstring((hooked / page / "index.html").read_text("utf-8")).xpath("//footer//nav//a")
        found = {link.text: (hooked / page / link.get("href").partition("#")[0]).resolve() for link in links}
        assert {"Authors", "Venues", "Feed of additions", "Cite the list", "Licenses", "llms.txt"} <= {*found}
        assert not {"Open data", "Sources", "Publish your own"} & {*found}
        for name, file in found.items():
            assert file.is_file() or (file / "index.html").is_file(), f"{page}: {name}"


def test_the_anchors_of_the_footer_are_on_the_page_about_the_list(hooked: Path) -> None:
    about = html.fromstring((hooked / "about" / "index.html").read_text("utf-8"))
    assert about.xpath("//*[@id='cite']")
    assert about.xpath("//*[@id='license']")


def test_pages_about_the_list_have_its_navigation_at_the_side(hooked: Path) -> None:
    def has_navigation(page: str) -> bool:
        document = html.fromstring((hooked / page / "index.html").read_text("utf-8"))
        return bool(document.xpath("//*[contains(@class, 'md-sidebar--primary')]"))

    assert (has_navigation("about"), has_navigation("models")) == (True, False)


def test_a_list_of_another_field_builds_without_code_changes(tmp_path: Path) -> None:
    site = build(DATA / "toy" / "entries", tmp_path)
    entries = [file for file in (DATA / "toy" / "entries").rglob("*.yaml") if "_vocabulary" not in file.parts]
    assert {file.stem for file in entries} == {folder.name for folder in (site / "papers").iterdir()}
    assert "ision-language" not in "".join(file.read_text("utf-8") for file in site.glob("**/*.html"))


def test_entries_with_errors_stop_the_build_with_their_problems(tmp_path: Path) -> None:
    entries = shutil.copytree(DATA / "catalog" / "entries", tmp_path / "entries")
    (entries / "undated" / "tiny-films.yaml").write_text("title: Too little\n", "utf-8")
    (tmp_path / "out").mkdir()
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        build(entries, tmp_path / "out")
    assert (
        "tiny-films.yaml:1:1: error: the key `kind` is missing" in stopped.value.stdout + stopped.value.stderr
    )


def test_a_quiet_build_is_strict_too(tmp_path: Path) -> None:
    config = prepare_project(DATA / "toy" / "entries", tmp_path)
    (tmp_path / "site_docs" / "left-out.md").touch()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]
    done = subprocess.run(command, cwd=PROJECT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "  - left-out.md" in done.stderr
    assert "Aborted with 1 warnings in strict mode!" in done.stdout
