"""The outcome for a person at a terminal, for GitHub's annotations, and for a program."""

import json

from generator import report
from generator.links.reports.row import Row, Rows


def text(rows: Rows) -> str:
    """A line for each link with something to say, then the counts, then the hints."""
    return report.format_text(rows.problems, _summary(rows))


def github(rows: Rows) -> str:
    """Workflow commands that annotate the lines of a pull request, then the text."""
    return report.format_github(rows.problems, _summary(rows))


def _summary(rows: Rows) -> str:
    return "\n".join([counts(rows), *(f"hint: {hint}" for hint in rows.outcome.hints)])


def counts(rows: Rows) -> str:
    """How many links there are, and how many of each verdict."""
    number = len(rows.outcome.results)
    parts = [f"{count} {verdict}" for verdict, count in rows.outcome.summary.items() if count]
    return f"{number} link{'' if number == 1 else 's'}" + (f": {', '.join(parts)}" if parts else "")


def json_text(rows: Rows) -> str:
    """Every link with its verdict."""
    document = {"version": 1, "results": list(map(_object, rows.all)), "summary": rows.outcome.summary}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _object(row: Row) -> dict[str, str | int | None]:
    result, link = row.result, row.result.link
    return {
        "entry": link.entry or None,
        "path": link.path,
        "line": row.line,
        "column": row.column,
        "field": link.field,
        "url": link.url,
        "service": link.target.service,
        "verdict": str(result.verdict),
        "detail": result.detail,
        "suggestion": result.suggestion or None,
    }
