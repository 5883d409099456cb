"""Text of untrusted servers as one clean line, as the memory and the reports hold it."""

import unicodedata

MAX_DETAIL_LENGTH = 2000
"""A proposal of fifty authors still fits."""


def clean_line(text: str) -> str:
    """Put `text`, which came from an untrusted server, on one line without control characters."""
    shown = text[: 2 * MAX_DETAIL_LENGTH]
    if not shown.isprintable():
        shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in shown)
    return " ".join(shown.split())[:MAX_DETAIL_LENGTH]
