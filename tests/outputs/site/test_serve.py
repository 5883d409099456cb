"""The preview of `mkdocs serve`: what is changed in an entry shows, and an entry with errors ends nothing."""

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
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
        with urlopen(f"{self.address}/{path}") as answer:
            return str(answer.read().decode())

    def wait_for_log(self, text: str) -> None:
        while text not in self.log.get():
            pass

    def read_missing(self, path: str) -> str:
        with pytest.raises(HTTPError, match="404") as missing:
            self.read(path)
        return missing.value.read().decode()

    def wait_for_page(self, path: str, *, shown: str = "", gone: str = "") -> str:
        """Wait until the page has one text and not another; a change may lead to several builds."""
        while shown not in (page := self.read(path)) or (gone and gone in page):
            self._wait_for_build(page)
        return page

    def wait_for_no_page(self, path: str) -> None:
        with suppress(HTTPError):
            while page := self.read(path):
                self._wait_for_build(page)
        self.read_missing(path)

    def _wait_for_build(self, page: str) -> None:
        """Wait until there is a newer build than that of `page`, or for a minute: then the server answers."""
        epoch, request = re.findall(r"livereload\((\d+), (\d+)\)", page)[0]
        self.read(f"livereload/{epoch}/{request}")


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
            server.wait()
        assert [*folder.glob("mkdocs_*")] == []


def test_a_changed_entry_shows(preview: Preview) -> None:
    file, page = preview.undated / "tiny-films.yaml", "papers/tiny-films/"
    assert "Minute Films" not in preview.read(page)
    file.write_text(file.read_text("utf-8").replace("Tiny Films", "Minute Films"), "utf-8")
    preview.wait_for_page(page, shown="Minute Films")
    assert "Minute Films" in preview.read(f"{page}cite.bib")


def test_a_deleted_entry_has_no_page(preview: Preview) -> None:
    (preview.undated / "lost-notes.yaml").unlink()  # no other entry refers to it
    preview.wait_for_no_page("papers/lost-notes/")


def test_an_entry_with_errors_is_reported_and_all_is_shown_as_it_was(preview: Preview) -> None:
    file, page = preview.undated / "other-list.yaml", "papers/other-list/"
    text, fault = file.read_text("utf-8"), "other-list.yaml:1:1: error: the key `kind` is missing"
    file.write_text("title: <Too little>\n", "utf-8")
    preview.wait_for_log(fault)
    broken = preview.wait_for_page(page, shown=fault)
    assert "Another List" in broken
    assert "This page is as it was before the last change:\nentries with problems:" in broken
    assert preview.read("assets/site.css")
    assert "as it was before" in preview.read_missing("papers/nowhere/")
    file.write_text(text.replace("Another List", "A Further List"), "utf-8")
    preview.wait_for_page(page, shown="A Further List", gone="as it was before")


def test_a_build_that_fails_leaves_the_files_of_the_one_before(preview: Preview) -> None:
    styles = preview.site_docs / "assets" / "site.css"
    text = styles.read_text("utf-8")
    styles.unlink()
    preview.wait_for_page("browse/", shown="assets/site.css is missing")
    assert preview.read("assets/site.css") == text
    styles.write_text(f"{text}/* new */", "utf-8")
    preview.wait_for_page("browse/", gone="is missing")
    assert "/* new */" in preview.read("assets/site.css")


def test_a_fault_of_a_script_is_said_on_the_page_with_its_place(preview: Preview) -> None:
    script = preview.site_docs / "assets" / "browse" / "main.js"
    text = script.read_text("utf-8")
    script.write_text("// ä\nif (1 {\n", "utf-8")
    fault = "scripts with errors; correct them and build again:\nsite_docs/assets/browse/main.js:2:7: "
    preview.wait_for_page("browse/", shown=fault)
    assert preview.read("assets/browse.js")
    script.write_text(text, "utf-8")
    preview.wait_for_page("browse/", gone="scripts with errors")


def test_a_strict_build_that_fails_says_which_warning_made_it_fail(preview: Preview) -> None:
    page = preview.site_docs / "left-out.md"
    page.touch()
    fault = "Aborted with 1 warnings in strict mode!\nThe following pages exist"
    assert "  - left-out.md" in preview.wait_for_page("browse/", shown=fault)
    page.unlink()
    preview.wait_for_page("browse/", gone="Aborted")


def test_a_page_in_another_encoding_is_named(preview: Preview) -> None:
    page = preview.site_docs / "latin.md"
    page.write_bytes("Müller".encode("latin-1"))
    broken = preview.wait_for_page("browse/", shown="a page is not UTF-8")
    assert "Encoding error reading file: latin.md" in broken
    page.unlink()
    preview.wait_for_page("browse/", gone="a page is not UTF-8")


def test_what_is_away_is_missed_in_words_and_watched_when_it_is_back(preview: Preview) -> None:
    page, entries = "papers/tiny-films/", preview.undated.parent
    settings, aside = preview.site_docs.parent / "mkdocs.yml", entries.parent / "aside"
    said = {entries: "the folder `entries` is missing", settings: "mkdocs.yml&#x27; does not exist"}
    for place, missed in said.items():
        place.rename(aside)
        assert "as it was before" in preview.wait_for_page(page, shown=missed)
        aside.rename(place)
        preview.wait_for_page(page, gone="as it was before")
    file = preview.undated / "tiny-films.yaml"
    file.write_text(f"{file.read_text('utf-8')}note: It was away.\n", "utf-8")
    preview.wait_for_page(page, shown="It was away.")


def test_the_files_of_an_editor_change_nothing(preview: Preview) -> None:
    file, page = preview.undated / "tiny-films.yaml", "papers/tiny-films/"
    for folder in (preview.site_docs, preview.undated):
        (folder / ".#tiny-films.yaml").symlink_to("someone@host.1:2")
        (folder / "tiny-films.yaml~").touch()
        (folder / "#tiny-films.yaml#").touch()
    file.write_text(f"{file.read_text('utf-8')}keywords: [edited]\n", "utf-8")
    preview.wait_for_page(page, shown="edited")


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
    done = subprocess.run(command, cwd=PROJECT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (
        "cannot be served: Address already in use. Is another preview running?" in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stderr
