"""The forms in which a run's outcome is written, by name; a new one is one function and one line here."""

from collections.abc import Callable

from generator.links.reports.ci import github, junit, sarif
from generator.links.reports.markdown import markdown
from generator.links.reports.plain import json_text, text
from generator.links.reports.row import Rows

FORMATS: dict[str, Callable[[Rows], str]] = {
    "text": text,
    "json": json_text,
    "markdown": markdown,
    "github": github,
    "junit": junit,
    "sarif": sarif,
}

SUFFIXES = {".md": "markdown", ".json": "json", ".xml": "junit", ".sarif": "sarif", ".txt": "text"}
"""The form that the name of a report's file asks for."""
