"""The preview of `mkdocs serve`: what is changed in an entry shows, and an entry with errors ends nothing."""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.built import ENVIRONMENT, PROJECT, prepare_project
from tests.running import running


@dataclass
class Preview:
    """A running preview, and two folders of its list; tests change entries without a date."""

    address: str
    undated: Path
    site_docs: Path
    log: SimpleQueue[str]

    def read(self, path: str) -> str:
        with urlopen(f"{self.address}/{path}", timeout=60) as answer:
            return str(answer.read().decode())

    def wait_for_log(self, text: str) -> None:
        while text not in self.log.get(timeout=60):
            pass

    def wait_for_build(self, page: str) -> None:
        """Wait until there is a newer build than that of `page`: then the server answers."""
        epoch, request = re.findall(r"livereload\((\d+), (\d+)\)", page)[0]
        self.read(f"livereload/{epoch}/{request}")

    def read_missing(self, path: str) -> str:
        with pytest.raises(HTTPError, match="404") as missing:
            self.read(path)
        return missing.value.read().decode()

    def wait_for_text(self, before: str, page: str, text: str) -> None:
        """Wait until a build newer than that of `before` shows the text; a change may lead to several."""
        while text not in before:
            self.wait_for_build(before)
            after = self.read(page)
            assert after != before, "there was no newer build"
            before = after


def _read_lines(stream: IO[str], lines: SimpleQueue[str]) -> None:
    """Read on while nobody waits for a line: the preview would stand still before a full pipe."""
    for line in stream:
        lines.put(line)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    entries = Path(shutil.copytree(PROJECT / "tests" / "data" / "catalog" / "entries", folder / "entries"))
    project = folder / "list"
    project.mkdir()
    config = prepare_project(entries, project)
    (project / "node_modules").symlink_to(PROJECT / "node_modules")
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", host, "-f", str(config)]
    environment = ENVIRONMENT | {"TMPDIR": str(folder)}
    with running(command, cwd=project, env=environment, stderr=subprocess.PIPE) as server:
        log = SimpleQueue[str]()
        Thread(target=_read_lines, args=(server.stderr, log), daemon=True).start()
        try:
            started = Preview(f"http://{host}", entries / "undated", project / "site_docs", log)
            started.wait_for_log("Serving on")
            yield started
        finally:
            server.terminate()
            server.wait(timeout=60)
        assert [*folder.glob("mkdocs_*")] == []


def test_a_changed_entry_shows_after_one_build(preview: Preview) -> None:
    file, page = preview.undated / "tiny-films.yaml", "papers/tiny-films/"
    before = preview.read(page)
    file.write_text(file.read_text("utf-8").replace("Tiny Films", "Minute Films"), "utf-8")
    preview.wait_for_build(before)
    after = preview.read(page)
    assert ("Minute Films" in before, "Minute Films" in after) == (False, True)
    assert "Minute Films" in preview.read(f"{page}cite.bib")


def test_a_deleted_entry_has_no_page(preview: Preview) -> None:
    before = preview.read("papers/lost-notes/")
    (preview.undated / "lost-notes.yaml").unlink()  # no other entry refers to it
    preview.wait_for_build(before)
    with pytest.raises(HTTPError, match="404"):
        preview.read("papers/lost-notes/")


def test_an_entry_with_errors_is_reported_and_all_is_shown_as_it_was(preview: Preview) -> None:
    file, page = preview.undated / "other-list.yaml", "papers/other-list/"
    before, text = preview.read(page), file.read_text("utf-8")
    file.write_text("title: <Too little>\n", "utf-8")
    preview.wait_for_log("other-list.yaml:1:1: error: the key `kind` is missing")
    preview.wait_for_build(before)
    broken = preview.read(page)
    assert "Another List" in broken
    assert "This page is as it was before the last change:\nentries with problems:" in broken
    assert "other-list.yaml:1:1: error: the key `kind` is missing" in broken
    assert preview.read("assets/site.css")
    assert "as it was before" in preview.read_missing("papers/nowhere/")
    file.write_text(text.replace("Another List", "A Further List"), "utf-8")
    preview.wait_for_build(broken)
    after = preview.read(page)
    assert ("A Further List" in after, "as it was before" in after) == (True, False)


def test_a_build_that_fails_leaves_the_files_of_the_one_before(preview: Preview) -> None:
    before, styles = preview.read("browse/"), preview.site_docs / "assets" / "site.css"
    text = styles.read_text("utf-8")
    styles.unlink()
    preview.wait_for_build(before)
    broken = preview.read("browse/")
    assert "assets/site.css is missing" in broken
    assert preview.read("assets/site.css") == text
    styles.write_text(f"{text}/* new */", "utf-8")
    preview.wait_for_build(broken)
    assert "/* new */" in preview.read("assets/site.css")
    assert "is missing" not in preview.read("browse/")


def test_a_fault_of_a_script_is_said_on_the_page_with_its_place(preview: Preview) -> None:
    before, script = preview.read("browse/"), preview.site_docs / "assets" / "browse" / "main.js"
    text = script.read_text("utf-8")
    script.write_text("// ä\nif (1 {\n", "utf-8")
    preview.wait_for_build(before)
    broken = preview.read("browse/")
    assert (
        "scripts with errors; correct them and build again:\nsite_docs/assets/browse/main.js:2:7: " in broken
    )
    assert preview.read("assets/browse.js")
    script.write_text(text, "utf-8")
    preview.wait_for_build(broken)
    assert "scripts with errors" not in preview.read("browse/")


def test_a_strict_build_that_fails_says_which_warning_made_it_fail(preview: Preview) -> None:
    before, page = preview.read("browse/"), preview.site_docs / "left-out.md"
    page.touch()
    preview.wait_for_build(before)
    broken = preview.read("browse/")
    assert "Aborted with 1 warnings in strict mode!\nThe following pages exist" in broken
    assert "  - left-out.md" in broken
    page.unlink()
    preview.wait_for_build(broken)
    assert "Aborted" not in preview.read("browse/")


def test_a_page_in_another_encoding_is_named(preview: Preview) -> None:
    before, page = preview.read("browse/"), preview.site_docs / "latin.md"
    page.write_bytes("Müller".encode("latin-1"))
    preview.wait_for_text(before, "browse/", "a page is not UTF-8")
    broken = preview.read("browse/")
    assert "Encoding error reading file: latin.md" in broken
    page.unlink()
    preview.wait_for_build(broken)
    assert "UTF-8" not in preview.read("browse/").partition('role="alert"')[2]


def test_what_is_away_is_missed_in_words_and_watched_when_it_is_back(preview: Preview) -> None:
    page, entries = "papers/tiny-films/", preview.undated.parent
    settings, aside = preview.site_docs.parent / "mkdocs.yml", entries.parent / "aside"
    said = {entries: "the folder `entries` is missing", settings: "mkdocs.yml&#x27; does not exist"}
    for place, missed in said.items():
        before = preview.read(page)
        place.rename(aside)
        preview.wait_for_text(before, page, missed)
        broken = preview.read(page)
        assert "as it was before" in broken
        aside.rename(place)
        preview.wait_for_build(broken)
        assert "as it was before" not in preview.read(page)
    before, file = preview.read(page), preview.undated / "tiny-films.yaml"
    file.write_text(f"{file.read_text('utf-8')}note: It was away.\n", "utf-8")
    preview.wait_for_text(before, page, "It was away.")


def test_the_files_of_an_editor_change_nothing(preview: Preview) -> None:
    file, page = preview.undated / "tiny-films.yaml", "papers/tiny-films/"
    before = preview.read(page)
    for folder in (preview.site_docs, preview.undated):
        (folder / ".#tiny-films.yaml").symlink_to("someone@host.1:2")
        (folder / "tiny-films.yaml~").touch()
        (folder / "#tiny-films.yaml#").touch()
    file.write_text(f"{file.read_text('utf-8')}keywords: [edited]\n", "utf-8")
    preview.wait_for_text(before, page, "edited")


def test_every_page_of_the_preview_is_there(preview: Preview) -> None:
    for path in (
        "",
        "browse/",
        "papers/tiny-films",
        "assets/browse.js",
        "assets/site.css",
        "data/entries.json",
    ):
        assert preview.read(path), path


def test_an_address_that_is_taken_is_reported_in_words(preview: Preview) -> None:
    host = preview.address.removeprefix("http://")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-a",
        host,
        "-f",
        str(preview.site_docs.parent / "mkdocs.yml"),
    ]
    done = subprocess.run(
        command, cwd=PROJECT, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 1
    assert (
        "cannot be served: Address already in use. Is another preview running?" in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stderr
