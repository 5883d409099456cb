"""A citation as plain text in the style of APA, as a Markdown link, and as a LaTeX command."""

import re
from functools import lru_cache

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import DOI
from generator.entry.model import Entry
from generator.entry.people import PersonName
from generator.render.markdown import format_link
from generator.views.citation import Citation, cite_entry

_FIRST_LETTER = re.compile(r"(\w)\S*")
_MAX_AUTHORS = 20
"""Of longer lists the style wants the first ones and the last one."""


def format_reference(entry: Entry, catalog: Catalog) -> str:
    """Format the reference of `entry` as plain text.

    >>> format_reference(entry, catalog)
    'Example, A., Sample, B., ... & Primer, D. (2024). ImageTalk: ... https://doi.org/10.9999/exconf.2024.1'
    """
    cited = cite_entry(entry, catalog)
    year = f"({cited.date[0] if cited.date else 'n.d.'})"
    authors = _format_authors(cited)
    head = f"{authors} {year}." if authors else ""
    title = _end(cited.title) if authors else f"{_end(cited.title)} {year}."
    parts = (head, title, _format_container(cited), _find_address(cited))
    return " ".join(part for part in parts if part)


def format_markdown_link(entry: Entry, catalog: Catalog) -> str:
    """Format the title of `entry` as a link to the work in Markdown; empty without an address."""
    address = _find_address(cite_entry(entry, catalog))
    return format_link(entry.title, address) if address else ""


def format_cite_command(entry: Entry) -> str:
    r"""Format the LaTeX command that cites `entry`: `\cite{li2024title}`."""
    return rf"\cite{{{entry.id}}}"


def _end(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _format_authors(cited: Citation) -> str:
    names = [_name(name) for name in cited.authors]
    if cited.has_more_authors:
        return ", ".join([*names, "et al."])
    if len(names) > _MAX_AUTHORS:
        return f"{', '.join(names[: _MAX_AUTHORS - 1])}, … {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else _end("".join(names))


def _name(name: PersonName) -> str:
    return ", ".join(filter(None, (name.last, _format_initials(name.given), name.suffix)))


@lru_cache(1 << 12)  # given names come again and again
def _format_initials(given: str) -> str:
    """`Jean-Luc B.` as `J.-L. B.`."""
    return " ".join("-".join(map(_format_initial, word.split("-"))) for word in given.split())


def _format_initial(part: str) -> str:
    return f"{part[0]}." if part[:1].isalnum() else _FIRST_LETTER.sub(r"\1.", part)


def _format_container(cited: Citation) -> str:
    if not cited.container:
        return ""
    number = f"({cited.number})" if cited.number else ""
    pages = "–".join(filter(None, cited.pages))
    if cited.kind == "conference" and not number:  # proceedings in numbered issues are cited as a journal
        volume = f"Vol. {cited.volume}" if cited.volume else ""
        place = ", ".join(filter(None, (volume, pages and f"pp. {pages}")))
        return f"In {cited.container}{f' ({place})' if place else ''}."
    return _end(", ".join(filter(None, (cited.container, f"{cited.volume}{number}", pages))))


def _find_address(cited: Citation) -> str:
    ids = {row.field: id_ for row, id_ in cited.identifiers}
    return DOI.url(ids["doi"]) if "doi" in ids else cited.url
