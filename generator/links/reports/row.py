"""The rows of a report: results with their positions, sorted by file and line."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.links.answers.verdict import Verdict
from generator.links.result import LinkResult, RunOutcome
from generator.problems import Problem, Severity
from generator.yamlfiles.reading import Document


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A result with the line and column of its link, from 1."""

    result: LinkResult
    line: int
    column: int

    @property
    def problem(self) -> Problem:
        """The row as a problem, to be reported as others are; its rule is `link-` and the verdict."""
        rule = f"link-{self.result.verdict}".replace(" ", "-")
        return Problem(self.result.link.path, self.line, self.column, rule, self._message(), self._severity())

    def _severity(self) -> Severity:
        """An error fails the run; unknown links and proposals are notices."""
        if self.result.fails:
            return Severity.ERROR
        is_notice = self.result.verdict in (Verdict.UNKNOWN, Verdict.UNCOMPARED, Verdict.OK)
        return Severity.NOTICE if is_notice else Severity.WARNING

    def _message(self) -> str:
        """The address, what was found, and what to write instead."""
        result = self.result
        detail = f"not compared: {result.detail}" if result.verdict is Verdict.UNCOMPARED else result.detail
        parts = [result.link.url, f": {detail}" if detail else ""]
        if result.suggestion:
            parts.append(f" → {result.suggestion}")
        return "".join(parts)


@dataclass(frozen=True)
class ReportRows:
    """All rows of an outcome; `document` reads the file of an entry, for positions in it."""

    outcome: RunOutcome
    document: Callable[[str], Document]

    @cached_property
    def all(self) -> list[ReportRow]:
        """A row for every link."""
        return sorted(map(self._make_row, self.outcome.results), key=_order)

    @cached_property
    def shown(self) -> list[ReportRow]:
        """The rows with something to report."""
        results = (result for result in self.outcome.results if not result.is_quiet)
        return sorted(map(self._make_row, results), key=_order)

    @property
    def problems(self) -> list[Problem]:
        """The `shown` rows as problems."""
        return [row.problem for row in self.shown]

    def _make_row(self, result: LinkResult) -> ReportRow:
        link = result.link
        if link.keys and link.entry:
            return ReportRow(result, *self.document(link.entry).locate(link.keys))
        return ReportRow(result, link.line, link.column)


def _order(row: ReportRow) -> tuple[str, int, int, str]:
    return row.result.link.path, row.line, row.column, row.result.link.field
