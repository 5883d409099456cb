"""Put text of strangers into a comment or a log.

It stays one line, not too long, without mentions, references to issues and commands of the runner.
"""

import re
import unicodedata

from generator.render.markdown import escape_text

MAX_SENTENCE = 600
_REFERENCE = re.compile(r"#(?=\d)|(?<=GH)-(?=\d)", re.IGNORECASE)
_COMMAND = re.compile(r"::|##(?=\[)")
_CODE = re.compile(r"`([^`]+)`")
_JOINER = "\N{WORD JOINER}"


def clean_text(text: str, limit: int = MAX_SENTENCE) -> str:
    """Return `text` on one line without hidden characters; `#12` becomes no reference to an issue."""
    shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text[: 2 * limit])
    line = " ".join(shown.split())
    cut = line if len(line) <= limit else f"{line[: limit - 1]}…"
    return _REFERENCE.sub(lambda match: f"{match[0]}{_JOINER}", cut)


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


def escape_commands(text: str) -> str:
    """Return `text` for the log of a workflow, where a line that begins with `::` would be a command."""
    return _COMMAND.sub(lambda match: _JOINER.join(match[0]), text)
