"""Put untrusted text into Markdown: it stays one line, not too long, and no Markdown of its own."""

import re
import unicodedata

from generator.render.markdown import escape_text
from generator.sanitizing.comments import break_references

MAX_SENTENCE = 600
_CODE = re.compile(r"`([^`]+)`")


def clean_text(text: str, limit: int = MAX_SENTENCE) -> str:
    """Return `text` on one line without hidden characters, mentions and references to issues."""
    shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text[: 2 * limit])
    line = " ".join(shown.split())
    cut = line if len(line) <= limit else f"{line[: limit - 1]}…"
    return break_references(cut)


def escape_sentence(text: str, limit: int = MAX_SENTENCE) -> str:
    """Return `text` as Markdown that shows it; what is between backticks stays code, which is inert.

    >>> escape_sentence("write `a_b`, not [a](b)")
    'write `a_b`, not \\\\[a\\\\](b)'
    """
    parts = _CODE.split(clean_text(text, limit))
    return "".join(f"`{part}`" if place % 2 else _escape(part) for place, part in enumerate(parts))


def _escape(part: str) -> str:
    """Escape a part of a line; a space at its end is one between words."""
    core = part.strip(" ")
    return part.replace(core, escape_text(core)) if core else part
