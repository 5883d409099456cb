"""The judgment of a file as it is kept: plain values, and JSON that is parsed only where it is needed."""

import os
from codecs import BOM_UTF8
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from generator.checking.judging import Judgment
from generator.entry.claims import Claims
from generator.problems import Problem, Severity
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document, Keys

ProblemRow = tuple[str, int, int, str, str, str]
"""The path of a problem, its line and column, the rule, the message and the severity."""

_SEVERITIES = {str(severity): severity for severity in Severity}
_NO_CLAIMS = b"null"


class CachedJudgment(NamedTuple):
    """The judgment of a file with a certain content. Without a `stamp` it is not saved."""

    stamp: list[int] | None
    """Its size and times."""
    digest: str
    added: str
    """The day on which the entry was added."""
    problem_rows: list[ProblemRow]
    left_out_rows: list[list[str | int]]
    claims_json: bytes
    data: bytes
    """The data of the judgment as JSON."""

    @property
    def is_readable(self) -> bool:
        """Whether there is an entry in the file."""
        return self.claims_json != _NO_CLAIMS

    @property
    def claims(self) -> Claims:
        """The claims of the entry; the file must be readable."""
        return Claims(*from_json(self.claims_json))

    @property
    def problems(self) -> list[Problem]:
        """The problems of the file by itself."""
        return [make_problem(*row) for row in self.problem_rows]

    @property
    def left_out(self) -> list[Keys]:
        """The paths to invalid values; see `Judgment`."""
        return [tuple(keys) for keys in self.left_out_rows]

    def make_document(self, path: str, source: Path) -> Document:
        """Return the file as `read_document` returned it; `text` is read from disk when it is needed."""
        return Document(path, from_json(self.data), self.problems, source=source)

    def to_row(self) -> list[Any]:
        """Return all but what is JSON already."""
        return [*self[:-2]]


def make_cached(document: Document, judgment: Judgment) -> CachedJudgment:
    """Return the judgment of a file that was read."""
    return CachedJudgment(
        _to_stamp(document.stat) if document.stat and judgment.data is not None else None,
        sha256((BOM_UTF8 if document.has_mark else b"") + document.text.encode()).hexdigest(),
        judgment.claims.added if judgment.claims else "",
        [to_problem_row(problem) for problem in judgment.problems],
        [[*keys] for keys in judgment.left_out],
        to_json(judgment.claims) if judgment.claims else _NO_CLAIMS,
        to_json(judgment.data),
    )


def to_problem_row(problem: Problem) -> ProblemRow:
    """Return the values of `problem`, for `make_problem`."""
    return problem.path, problem.line, problem.column, problem.rule, problem.message, str(problem.severity)


def make_problem(path: str, line: int, column: int, rule: str, message: str, severity: str) -> Problem:
    """Return the problem with the values of a row."""
    return Problem(path, line, column, rule, message, _SEVERITIES[severity])


def take_stamp(file: str) -> list[int] | None:
    """Return size and times of a plain file; None for anything else."""
    found = reading.stat_plain_file(file)
    return found and _to_stamp(found)


def _to_stamp(found: os.stat_result) -> list[int]:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]
