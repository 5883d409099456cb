"""Format the line of an entry as Markdown: in full for the lists, and short for README.md.

Plain functions, as a template takes several times as long for so many small texts.
"""

from collections.abc import Iterable

from generator.outputs.readme.entry_lines import EntryLine
from generator.render.markdown import escape_text, format_link


def format_full_line(line: EntryLine) -> str:
    """Format all that lists show: title, name, summary, authors, venue or date, and every link."""
    name = f"**{escape_text(line.name)}**{':' if line.summary else '.'}" if line.name else ""
    mark = "🔥" if line.highlight else ""
    notes = (
        mark,
        _format_status(line),
        name,
        escape_text(line.summary),
        _format_publication(line),
        _format_links(line.links),
    )
    return _join(_format_title(line), notes)


def format_short_line(line: EntryLine) -> str:
    """Format what README.md shows: name and title, venue or month, and one link of each kind."""
    bold = "**" if line.url else ""  # linters want a line that begins with bold text to have a link
    name = f"{bold}{escape_text(line.name)}{bold}: " if line.name else ""
    start = f"{'🔥 ' if line.highlight else ''}{name}"
    when = f"*{escape_text(line.briefly)}*." if line.briefly else ""
    return _join(
        f"{start}{_format_title(line, line.start)}",
        (_format_status(line), when, _format_links(line.first_links)),
    )


def _join(title: str, notes: Iterable[str]) -> str:
    return " - ".join(filter(None, (f"- {title}", " ".join(filter(None, notes)))))


def _format_title(line: EntryLine, start: str = "") -> str:
    return format_link(line.title, line.url, start) if line.url else escape_text(line.title)


def _format_status(line: EntryLine) -> str:
    return f"**{line.status}.**" if line.status else ""


def _format_publication(line: EntryLine) -> str:
    """The authors with venue or date, which end with one period."""
    authors, when = escape_text(line.authors), f"*{escape_text(line.when)}*." if line.when else ""
    if not authors or when:
        return ", ".join(filter(None, (authors, when)))
    return authors if line.authors.endswith(".") else f"{authors}."


def _format_links(links: Iterable[tuple[str, str]]) -> str:
    text = ", ".join(format_link(label, url) for label, url in links)
    return f"{text}." if text else ""
