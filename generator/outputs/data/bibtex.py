"""BibTeX: one record for each entry, which classic BibTeX reads without a warning."""

from collections.abc import Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import ARXIV, DOI
from generator.entry.model import Entry
from generator.entry.months import SHORT_MONTHS
from generator.entry.people import PersonName
from generator.outputs.data.pieces import join_pieces
from generator.render.capitals import mark_capitals
from generator.render.latex import escape_latex
from generator.views.citation import Citation, cite_entry

_CONTAINERS = {"journal": ("article", "journal"), "conference": ("inproceedings", "booktitle")}
_PARTS = ("article", "inproceedings")
"""The kinds of records with volume, number and pages."""


def stream_bibtex(entries: Iterable[Entry], catalog: Catalog) -> Iterator[str]:
    """Render the records of `entries` in their order, with a blank line between."""
    return join_pieces((catalog.make_once(render_bibtex_record, entry) for entry in entries), "\n")


def render_bibtex_record(entry: Entry, catalog: Catalog) -> str:
    """Render the record of one entry; its key is the id of the entry."""
    cited = cite_entry(entry, catalog)
    kind, container = _CONTAINERS.get(cited.kind, ("misc", "howpublished"))
    if not cited.authors:
        # An article without authors is a warning in every style; a `misc` is sorted by its `key`.
        kind, container = "misc", "howpublished"
    values = _list_fields(cited, kind, container, catalog)
    fields = "".join(f",\n  {name} = {value}" for name, value in values)
    return f"@{kind}{{{cited.id}{fields}\n}}\n"


def _list_fields(cited: Citation, kind: str, container: str, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_format_title(cited, catalog)}}}"
    if cited.authors:
        # For BibTeX the bare word means the authors who are not named.
        others = ["others"] if cited.has_more_authors else []
        yield "author", f"{{{' and '.join([*map(_name, cited.authors), *others])}}}"
    else:
        yield "key", f"{{{escape_latex(cited.short_title or cited.title)}}}"
    if cited.container and cited.container != ARXIV.label:
        yield container, f"{{{escape_latex(cited.container)}}}"
    if kind in _PARTS:
        yield from ((name, f"{{{text}}}") for name, text in _list_parts(cited) if text)
    yield from _list_dates(cited)
    for row, id_ in cited.identifiers:
        yield from ((name, f"{{{_escape_verbatim(text.format(id_))}}}") for name, text in row.bibtex)
    if cited.url and (DOI, cited.url) not in ((row, row.url(id_)) for row, id_ in cited.identifiers):
        yield "url", f"{{{_escape_verbatim(cited.url)}}}"


def _list_parts(cited: Citation) -> Iterator[tuple[str, str]]:
    """Where in its container the work is. Proceedings have a volume or a number: both are a warning."""
    yield "series", escape_latex(cited.series)
    yield "volume", escape_latex(cited.volume)
    if cited.kind == "journal" or not cited.volume:
        yield "number", escape_latex(cited.number)
    yield "pages", "--".join(escape_latex(page) for page in cited.pages if page)


def _list_dates(cited: Citation) -> Iterator[tuple[str, str]]:
    if cited.date:
        yield "year", f"{{{cited.date[0]:04}}}"
    if len(cited.date) > 1:
        yield "month", SHORT_MONTHS[cited.date[1] - 1]


def _format_title(cited: Citation, catalog: Catalog) -> str:
    words = mark_capitals(cited.title, _list_proper_names(cited, catalog))
    return "".join(f"{{{escape_latex(word)}}}" if kept else escape_latex(word) for word, kept in words)


def _list_proper_names(cited: Citation, catalog: Catalog) -> set[str]:
    """The words that are names: of the work itself, and of languages."""
    own = {word for word in cited.short_title.split() if word[:1].isupper()}
    return own | catalog.index(_list_languages)


def _list_languages(catalog: Catalog) -> set[str]:
    words = {word for term in catalog.vocabulary("languages") for word in term.label.split()}
    return {word for word in words if word[:1].isupper()}


def _name(name: PersonName) -> str:
    if name.literal:
        return f"{{{escape_latex(name.family)}}}"
    family = escape_latex(name.family)
    # BibTeX takes words in small letters for a particle, here within the family name.
    if " " in name.family and any(word[0].islower() for word in name.family.split()[1:]):
        family = f"{{{family}}}"
    last = f"{escape_latex(name.particle)} {family}" if name.particle else family
    return ", ".join(filter(None, (last, escape_latex(name.suffix), escape_latex(name.given))))


def _escape_verbatim(text: str) -> str:
    """An address as `\\url` takes it; a backslash, which no address needs, would be a command."""
    return text.replace("\\", "%5C")
