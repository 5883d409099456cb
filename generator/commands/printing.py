"""Print for people and programs; the one place that does, so that all that is printed is sanitized."""

import sys

from generator.sanitizing.logs import LogText, sanitize_log


def say(text: str, *, end: str = "\n") -> None:
    """Print `text`, a part of which may be untrusted."""
    say_sanitized(sanitize_log(text), end=end)


def say_sanitized(text: LogText, *, end: str = "\n") -> None:
    """Print text that is sanitized already, or has commands of ours."""
    print(text, end=end)


def say_error(text: str) -> None:
    """Print `text` to standard error."""
    print(sanitize_log(text), file=sys.stderr)
