"""The server of the preview by itself: how it answers, and what it says of a page that cannot be rendered."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import time
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.utils import CountHandler

from generator.engine.content import TextFile
from generator.engine.preview import Preview, Source
from generator.engine.preview_server import _PreviewServer


def fail() -> Iterator[str]:
    yield "text"
    raise ZeroDivisionError("a fault in a template")


@contextmanager
def serving(folder: Path, *pages: TextFile) -> Iterator[_PreviewServer]:
    preview = Preview()
    preview.prepare([((".html",), pages)], tuple)
    preview.show(str(folder))
    server = _PreviewServer(preview, lambda: None, host="127.0.0.1", port=0, root=str(folder))
    try:
        yield server
    finally:
        server.server_close()


def ask(server: _PreviewServer, path: str, method: str = "GET") -> tuple[str, dict[str, str], str]:
    """Return the status, the headers and the text of the answer."""
    environ: dict[str, Any] = {"PATH_INFO": path, "REQUEST_METHOD": method}
    setup_testing_defaults(environ)
    heads: list[tuple[str, list[tuple[str, str]]]] = []
    pieces: Iterable[bytes] = server.serve_request(environ, lambda *head: heads.append(head))
    [(status, headers)] = heads
    return status, dict(headers), b"".join(pieces).decode()


def test_a_page_that_cannot_be_rendered_does_not_fail_a_strict_build_at_the_same_time(tmp_path: Path) -> None:
    log, counted = logging.getLogger("mkdocs"), CountHandler()  # a strict build counts so
    counted.setLevel(logging.WARNING)
    log.addHandler(counted)
    try:
        with serving(tmp_path, ("page/index.html", fail()), ("404.html", fail())) as server:
            status, _, text = ask(server, "/page/")
            missing, _, _ = ask(server, "/missing/")
    finally:
        log.removeHandler(counted)
    assert status.startswith("500")
    assert "a fault in a template" in text
    assert missing.startswith("404")
    assert counted.get_counts() == []


def test_an_address_that_is_no_text_is_not_the_front_page(tmp_path: Path) -> None:
    with serving(tmp_path, ("index.html", ["the front page"])) as server:
        front, _, text = ask(server, "/")
        other, _, _ = ask(server, "/\xff\xfe")
    assert front.startswith("200")
    assert text.startswith("the front page")
    assert other.startswith("404")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_nothing_can_be_sent_to_the_preview(tmp_path: Path, method: str) -> None:
    with serving(tmp_path, ("index.html", ["the front page"])) as server:
        for path in ("/", "/missing/", "/livereload/0/0"):
            status, headers, text = ask(server, path, method)
            assert (status, headers["Allow"], text) == ("405 Method Not Allowed", "GET, HEAD", "")


@pytest.mark.parametrize("path", ["/", "/missing/", "/page/"])
def test_the_head_of_an_answer_has_no_content(tmp_path: Path, path: str) -> None:
    with serving(tmp_path, ("index.html", ["the front page"]), ("page/index.html", fail())) as server:
        status, headers, text = ask(server, path)
        assert ask(server, path, "HEAD")[::2] == (status, "")
    assert headers["Content-Length"] == str(len(text.encode()))
    assert headers["Accept-Ranges"] == "none"


def test_an_address_leads_to_no_other_host(tmp_path: Path) -> None:
    with serving(tmp_path, ("papers/index.html", ["the papers"])) as server:
        for path in ("/papers", "//papers", "/x/../papers"):
            status, headers, _ = ask(server, path)
            assert (status, headers["Location"]) == ("302 Found", "/papers/")


def test_an_error_without_words_is_noted_too(tmp_path: Path) -> None:
    def find_again() -> Iterator[Source]:
        raise ZeroDivisionError

    preview = Preview()
    preview.prepare([((".html",), [("index.html", ["the front page"])])], find_again)
    preview.show(str(tmp_path))
    server = _PreviewServer(preview, lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    try:
        server.builder()
        _, _, text = ask(server, "/")
    finally:
        server.server_close()
    assert "as it was before the last change:\nZeroDivisionError" in text


@pytest.mark.parametrize("watched", ["page.md", "."], ids=["a file", "the folder of one that is gone"])
def test_what_changes_during_the_first_build_is_built_too(tmp_path: Path, watched: str) -> None:
    preview, built = Preview(), Event()
    server = _PreviewServer(preview, built.set, host="127.0.0.1", port=0, root=str(tmp_path / "site"))
    (tmp_path / "page.md").touch()
    changed = tmp_path / watched
    os.utime(changed, (later := time() + 1, later))  # the clock of files is behind by some milliseconds
    server.watch(str(changed))
    running = Thread(target=server.serve, daemon=True)
    running.start()
    try:
        built.wait()
    finally:
        server.shutdown(wait=True)
        running.join()


def test_a_file_that_is_missing_is_only_looked_for_among_those_that_may_be_it(tmp_path: Path) -> None:
    listed: list[str] = []

    def make(path: str) -> Iterator[TextFile]:
        listed.append(path)
        yield path, ["text"]

    preview = Preview()
    kinds = (".html", "index.html"), (".json", "data.json"), (".js", "script.js")
    preview.prepare([((ending,), make(path)) for ending, path in kinds], tuple)
    preview.show(str(tmp_path))
    assert preview.files.read("missing/index.html") is None
    assert preview.files.read("missing.png") is None
    assert listed == ["index.html"]
    assert preview.files.read("data.json") == b"text"
    assert listed == ["index.html", "data.json"]
