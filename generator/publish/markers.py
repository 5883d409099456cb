"""Texts for GitHub: with a hidden marker to find them again, without mentions, and not too long."""

import re

MAX_BODY_LENGTH = 60_000
"""GitHub accepts 65,536 characters; a longer text is cut off and says so."""

_NAME = re.compile(r"[a-z0-9-]+\Z")
_MENTION = re.compile(r"@(?=[A-Za-z0-9])")


def make_marker(name: str) -> str:
    """Make the hidden line by which the text `name` is found; raises `ValueError` for an invalid name."""
    if not _NAME.match(name):
        raise ValueError(f"`{name}` is not a marker: write a-z, 0-9 and hyphens")
    return f"<!-- medvlm: {name} -->"


def add_marker(name: str, text: str) -> str:
    """Put the marker of `name` before `text`; mentions become plain text, as they would notify people."""
    safe = _MENTION.sub("&#64;", text)
    if len(safe) > MAX_BODY_LENGTH:
        safe = (
            safe[:MAX_BODY_LENGTH].rpartition("\n")[0]
            + "\n\nThe rest is cut off; the whole text is in the run's log."
        )
    return f"{make_marker(name)}\n{safe.rstrip()}\n"


def has_marker(name: str, text: str | None) -> bool:
    """Whether `text` begins with the marker of `name`."""
    return (text or "").startswith(make_marker(name))
