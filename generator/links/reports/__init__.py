"""The formats of a report, by name; a new one is one function and one line here."""

from collections.abc import Callable

from generator.links.reports.markdown import render_markdown
from generator.links.reports.plain import render_github, render_json, render_text
from generator.links.reports.row import ReportRows

REPORT_FORMATS: dict[str, Callable[[ReportRows], str]] = {
    "text": render_text,
    "json": render_json,
    "markdown": render_markdown,
    "github": render_github,
}

REPORT_SUFFIXES = {".md": "markdown", ".json": "json", ".txt": "text"}
"""The format of a report file, by its suffix."""
