"""Texts for GitHub: sanitized, not too long, and with a hidden marker to find them again."""

import re

from generator.sanitizing.comments import CommentText, sanitize_comment

MAX_BODY_LENGTH = 60_000
"""GitHub accepts 65,536 characters; a longer text is cut off and says so."""

_NAME = re.compile(r"[a-z0-9-]+\Z")
_MARKER = re.compile(r"<!-- medvlm: ([a-z0-9-]+) -->")


def make_marker(name: str) -> str:
    """Make the hidden line by which the text `name` is found; raises `ValueError` for an invalid name."""
    if not _NAME.match(name):
        raise ValueError(f"`{name}` is not a marker: write a-z, 0-9 and hyphens")
    return f"<!-- medvlm: {name} -->"


def add_marker(name: str, text: str, closes: int | None = None) -> CommentText:
    """Sanitize `text`, with the marker of `name` before it and the issue that it closes at its end."""
    parts = [make_body(text).rstrip(), "" if closes is None else f"Closes #{closes}."]
    body = "\n\n".join(filter(None, parts))
    return CommentText(f"{make_marker(name)}\n{body}\n")


def make_body(text: str) -> CommentText:
    """Sanitize `text`, and cut it where GitHub would refuse it."""
    safe = sanitize_comment(text)
    if len(safe) <= MAX_BODY_LENGTH:
        return safe
    whole_lines = safe[:MAX_BODY_LENGTH].rpartition("\n")[0]
    return CommentText(f"{whole_lines}\n\nThe rest is cut off; the whole text is in the run's log.")


def has_marker(name: str, text: str | None) -> bool:
    """Whether `text` begins with the marker of `name`."""
    return (text or "").startswith(make_marker(name))


def find_marker(text: str | None) -> str:
    """Return the name of the marker with which `text` begins, or an empty text."""
    match = _MARKER.match(text or "")
    return match[1] if match else ""
