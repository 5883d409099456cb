"""Problems: what is wrong, where it is, and how to fix it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error fails a check. A warning never does. A hint may be wrong. A notice asks for nothing."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    NOTICE = "notice"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One problem at `path`:`line`:`column` (both from 1); problems sort by place.

    >>> print(Problem("entries/2024/a.yaml", 3, 7, "term", "`films` is not a term: write `film`"))
    entries/2024/a.yaml:3:7: error: `films` is not a term: write `film` [term]
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message} [{self.rule}]"
        return "".join(
            char if char.isprintable() else "\ufffd" for char in line
        )  # control characters in a file cannot hide it


def drop_hints(problems: Iterable[Problem]) -> list[Problem]:
    """Return `problems` without the hints."""
    return [problem for problem in problems if problem.severity is not Severity.HINT]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of `problems` is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
