"""The forms in which a run's outcome is written, by name; a new one is one function and one line here."""

from collections.abc import Callable

from generator.links.reports.markdown import markdown
from generator.links.reports.plain import github, json_text, text
from generator.links.reports.row import Rows

FORMATS: dict[str, Callable[[Rows], str]] = {
    "text": text,
    "json": json_text,
    "markdown": markdown,
    "github": github,
}

SUFFIXES = {".md": "markdown", ".json": "json", ".txt": "text"}
"""The form that the name of a report's file asks for."""
