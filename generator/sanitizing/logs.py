"""Sanitize text for a log, where a line such as `::stop-commands::x` is a command of GitHub's runner."""

import os
import re
from typing import NewType

LogText = NewType("LogText", str)
"""Text that may be printed: it is sanitized, or its commands are ours."""

_COMMAND = re.compile(r"::|##(?=\[)")  # the runner reads `##[…]` anywhere in a line
_JOINER = "\N{WORD JOINER}"
_KEPT = "\t\n"
_CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in _KEPT
}
"""Characters that move the cursor or hide text in a terminal."""


def is_in_workflow() -> bool:
    """Whether GitHub's runner reads what is printed here."""
    return bool(os.environ.get("GITHUB_ACTIONS"))


def sanitize_log(text: str) -> LogText:
    """Return `text` without control characters; in a workflow also without commands of the runner.

    >>> sanitize_log("a\\x1b[2Jb")
    'a\\ufffd[2Jb'
    """
    shown = text.replace("\r\n", "\n").translate(_CONTROLS)
    return LogText(break_commands(shown) if is_in_workflow() else shown)


def break_commands(text: str) -> str:
    """Return `text` with an invisible character within each mark of a command."""
    return _COMMAND.sub(lambda match: _JOINER.join(match[0]), text)


def sanitize_json(text: str) -> LogText:
    """Return the JSON `text` with the same data and no command: no line of JSON begins with `::`."""
    return LogText(text.replace("##[", "\\u0023#["))
