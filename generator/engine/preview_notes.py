"""Say on a page of the preview why it does not show what was changed last."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from mkdocs.exceptions import Abort, MkDocsException

MAX_LINES = 30
"""A note on a page has no more lines; all are in the terminal."""

_NOTE = (
    '<pre role="alert" style="position: fixed; z-index: 99; inset: auto 0 0; max-height: 40vh; margin: 0; '
    "padding: 0.8rem 1rem; overflow: auto; font-size: 13px; white-space: pre-wrap; overflow-wrap: anywhere; "
    'color: #fff; background: #8a1c1c">{}</pre>'
)


def add_note(content: bytes, note: str) -> bytes:
    """Add `note`, a plain text, at the end of the page `content`."""
    text = _NOTE.format(escape(_cut(note))).encode()
    before, end, after = content.rpartition(b"</body>")
    return b"".join((before, text, end, after)) if end else after + text


def describe_failure(error: MkDocsException, warnings: list[str]) -> str:
    """Return why a build failed with `error`, after `warnings` that MkDocs has logged.

    MkDocs prints the error of a plugin itself, and raises another; in a strict build it only counts.
    """
    if isinstance(error, Abort) and error.__context__:
        return str(error.__context__)
    return "\n".join((str(error), *warnings))


@contextmanager
def collect_warnings() -> Iterator[list[str]]:
    """Yield a list to which the warnings and errors are added that MkDocs logs meanwhile."""
    log, handler = logging.getLogger("mkdocs"), _Collector(logging.WARNING)
    log.addHandler(handler)
    try:
        yield handler.messages
    finally:
        log.removeHandler(handler)


class _Collector(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _cut(note: str) -> str:
    lines = note.splitlines()
    return "\n".join(lines[:MAX_LINES]) + (f"\n… {len(lines) - MAX_LINES} more" if lines[MAX_LINES:] else "")
