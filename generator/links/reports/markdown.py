"""The report as the text of the tracking issue: what to fix comes first, unknown links are folded."""

import re
from collections.abc import Sequence

from generator.links.answers.lines import clean_line
from generator.links.answers.verdict import Verdict
from generator.links.reports.plain import summarize_verdicts
from generator.links.reports.row import ReportRow, ReportRows

MAX_ROWS = 300
"""Most rows of a group: GitHub refuses a text of more than 65,536 characters."""

MAX_TEXT = 60_000
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@!])")


def render_markdown(rows: ReportRows) -> str:
    """Render three groups: wrong or dead; moved, degraded and proposals; blocked or unknown, folded."""
    bad = [row for row in rows.shown if row.result.fails]
    unknown = [row for row in rows.shown if row.result.verdict in (Verdict.UNKNOWN, Verdict.UNCOMPARED)]
    other = [row for row in rows.shown if row not in bad and row not in unknown]
    parts = [
        f"{summarize_verdicts(rows)}.",
        *_list_unreached(rows),
        *_group("Wrong or dead", bad),
        *_group("Moved, degraded and proposals", other),
        *_fold_rows("Blocked, not compared or unknown", unknown),
        *(f"Hint: {_format_plain(hint)}." for hint in rows.outcome.hints),
    ]
    return _cut("\n\n".join(parts)) + "\n"


def _list_unreached(rows: ReportRows) -> list[str]:
    lines = [f"- {_format_plain(clean_line(line))}" for line in rows.outcome.unreached]
    return ["Not reached in this run:", "\n".join(lines)] if lines else []


def _group(title: str, rows: Sequence[ReportRow]) -> list[str]:
    return [f"## {title} ({len(rows)})", _format_table(rows)] if rows else []


def _fold_rows(title: str, rows: Sequence[ReportRow]) -> list[str]:
    if not rows:
        return []
    return [f"<details><summary>{title} ({len(rows)})</summary>", _format_table(rows), "</details>"]


def _format_table(rows: Sequence[ReportRow]) -> str:
    lines = [
        "| Where | Verdict | Link | What |",
        "| --- | --- | --- | --- |",
        *map(_format_row, rows[:MAX_ROWS]),
    ]
    if len(rows) > MAX_ROWS:
        lines.append(f"| … | | | and {len(rows) - MAX_ROWS} more |")
    return "\n".join(lines)


def _format_row(row: ReportRow) -> str:
    result = row.result
    what = _format_plain(result.detail)
    if result.suggestion:
        what += f" → {_format_address(result.suggestion)}"
    place = _format_plain(f"{result.link.path}:{row.line}")
    return f"| {place} | {result.verdict} | {_format_address(result.link.url)} | {what.strip()} |"


def _format_address(text: str) -> str:
    return f"<{text}>" if re.fullmatch(r"https?://[^\s<>|]+", text) else _format_plain(text)


def _format_plain(text: str) -> str:
    """`text` escaped for Markdown: it makes no link, no mention and no table cell."""
    return _SPECIAL.sub(r"\\\1", text).replace("\\@", "@\u200b").replace("://", ":\u200b//")


def _cut(text: str) -> str:
    if len(text) <= MAX_TEXT:
        return text
    return (
        text[:MAX_TEXT].rpartition("\n")[0] + "\n\nThe rest is cut off; the whole text is in the run's log."
    )
