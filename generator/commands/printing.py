"""Print for people and programs; the one place that does, so that all that is printed is calm."""

import sys

from generator.calming.logs import LogText, calm_log


def say(text: str, *, end: str = "\n") -> None:
    """Print `text`, of which strangers may have written a part."""
    say_calmed(calm_log(text), end=end)


def say_calmed(text: LogText, *, end: str = "\n") -> None:
    """Print text that is calm already, or has commands of ours."""
    print(text, end=end)


def say_error(text: str) -> None:
    """Print `text` to standard error."""
    print(calm_log(text), file=sys.stderr)
