"""Texts that are found again: a marker in front, bounded, and calling nobody."""

import re

MAX_BODY_LENGTH = 60_000
"""GitHub takes 65,536 characters; what is cut off is said."""

_NAME = re.compile(r"[a-z0-9-]+\Z")
_MENTION = re.compile(r"@(?=[A-Za-z0-9])")


def make_marker(name: str) -> str:
    """The hidden line by which the text called `name` is found; raises ValueError for an odd name."""
    if not _NAME.match(name):
        raise ValueError(f"`{name}` is no marker: a-z, 0-9 and hyphens")
    return f"<!-- medvlm: {name} -->"


def add_marker(name: str, text: str) -> str:
    """`text` with its marker; a mention of a person would notify them, so it is made plain."""
    calm = _MENTION.sub("&#64;", text)
    if len(calm) > MAX_BODY_LENGTH:
        calm = (
            calm[:MAX_BODY_LENGTH].rpartition("\n")[0]
            + "\n\nThe rest is cut off; the whole text is in the run's log."
        )
    return f"{make_marker(name)}\n{calm.rstrip()}\n"


def has_marker(name: str, text: str | None) -> bool:
    """Whether `text` begins with the marker of `name`."""
    return (text or "").startswith(make_marker(name))
