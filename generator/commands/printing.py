"""Print for people and programs; the one place that does, so that all that is printed is sanitized."""

import codecs
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from generator import report
from generator.problems import Problem
from generator.sanitizing.logs import LogText, sanitize_log


def let_print_any_character() -> None:
    """Let no character stop the command where the output cannot have it, as in a locale of ASCII only.

    It is printed as JSON escapes it, as the output may be JSON.
    """
    codecs.register_error("json", _escape)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="json")


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return re.sub("(....)", r"\\u\1", units), error.end


def say(text: str, *, end: str = "\n") -> None:
    """Print `text`, a part of which may be untrusted."""
    say_sanitized(sanitize_log(text), end=end)


def say_sanitized(text: LogText, *, end: str = "\n") -> None:
    """Print text that is sanitized already, or has commands of ours."""
    with _naming_output():
        print(text, end=end)


def flush() -> None:
    """Print what waits to be printed. Raises OSError, as `say` does, where that is refused."""
    with _naming_output():
        if sys.stdout:  # it may be closed
            sys.stdout.flush()


@contextmanager
def _naming_output() -> Iterator[None]:
    """Let an error say that it is the output that cannot be written: the system names no file."""
    try:
        yield
    except OSError as error:
        error.filename = "the output"
        raise


def format_problems(problems: Iterable[Problem], form: str | None = None) -> LogText:
    """Return the problems as a command prints them, in the format `form` or the default one."""
    form = form or report.detect_default_format()
    return report.sanitize_report(report.FORMATS[form](list(problems)), form)


def say_error(text: str) -> None:
    """Print `text` to standard error."""
    print(sanitize_log(text), file=sys.stderr)
