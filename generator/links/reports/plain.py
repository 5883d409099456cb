"""The report for a person at a terminal, for GitHub's annotations, and for a program."""

import json

from generator import report
from generator.links.answers.lines import clean_line
from generator.links.reports.row import ReportRow, ReportRows


def render_text(rows: ReportRows) -> str:
    """Render a line for each link with something to report, then the counts, then the hints."""
    return report.format_text(rows.problems, _summarize(rows))


def render_github(rows: ReportRows) -> str:
    """Render workflow commands that annotate the lines of a pull request, then the counts and hints."""
    return report.format_github(rows.problems, _summarize(rows))


def _summarize(rows: ReportRows) -> str:
    outcome = rows.outcome
    return "\n".join(
        [
            *map(clean_line, outcome.unreached),
            summarize_verdicts(rows),
            *(f"hint: {hint}" for hint in outcome.hints),
        ]
    )


def summarize_verdicts(rows: ReportRows) -> str:
    """Summarize how many links there are, and how many of each verdict."""
    number = len(rows.outcome.results)
    parts = [f"{count} {verdict}" for verdict, count in rows.outcome.summary.items() if count]
    return f"{number} link{'' if number == 1 else 's'}" + (f": {', '.join(parts)}" if parts else "")


def render_json(rows: ReportRows) -> str:
    """Render every link with its verdict as JSON."""
    document = {
        "version": 1,
        "results": list(map(_make_object, rows.all)),
        "summary": rows.outcome.summary,
        "unreached": list(map(clean_line, rows.outcome.unreached)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _make_object(row: ReportRow) -> dict[str, str | int | None]:
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
