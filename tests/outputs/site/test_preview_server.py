"""The server of the preview by itself: what it says of a page that cannot be rendered."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from mkdocs.utils import CountHandler

from generator.engine.preview import Preview
from generator.engine.preview_server import _PreviewServer


def fail() -> Iterator[str]:
    yield "text"
    raise ZeroDivisionError("a fault in a template")


def ask(server: _PreviewServer, path: str) -> tuple[str, str]:
    """Return the status and the text of the answer."""
    environ: dict[str, Any] = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    statuses: list[str] = []
    pieces: Iterable[bytes] = server.serve_request(environ, lambda status, _: statuses.append(status))
    return statuses[0], b"".join(pieces).decode()


def test_a_page_that_cannot_be_rendered_does_not_fail_a_strict_build_at_the_same_time(tmp_path: Path) -> None:
    preview = Preview()
    preview.prepare([("page/index.html", fail()), ("404.html", fail())], tuple)
    preview.show(str(tmp_path))
    server = _PreviewServer(preview, lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    log, counted = logging.getLogger("mkdocs"), CountHandler()  # a strict build counts so
    counted.setLevel(logging.WARNING)
    log.addHandler(counted)
    try:
        status, text = ask(server, "/page/")
        missing, _ = ask(server, "/missing/")
    finally:
        log.removeHandler(counted)
        server.server_close()
    assert status.startswith("500")
    assert "a fault in a template" in text
    assert missing.startswith("404")
    assert counted.get_counts() == []


def test_an_address_that_is_no_text_is_not_the_front_page(tmp_path: Path) -> None:
    preview = Preview()
    preview.prepare([("index.html", ["the front page"])], tuple)
    preview.show(str(tmp_path))
    server = _PreviewServer(preview, lambda: None, host="127.0.0.1", port=0, root=str(tmp_path))
    try:
        front, text = ask(server, "/")
        other, _ = ask(server, "/\xff\xfe")
    finally:
        server.server_close()
    assert front.startswith("200")
    assert text.startswith("the front page")
    assert other.startswith("404")
