"""The card of an entry, its short form in every list of the site."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.remembering.link_state import EMPTY_STATE, LinkState
from generator.links.showing.observed_facts import group_by_day, list_observed_facts
from generator.outputs.site.page import Place
from generator.render.html import escape_text
from generator.render.templates import render
from generator.views.entry_texts import FIRST_AUTHORS, format_first_authors, format_venue
from generator.views.groups import list_author_slugs
from generator.views.licenses import find_main_license
from generator.views.links import list_links
from generator.views.namesakes import list_namesakes
from generator.views.scopes import find_scope_label

TERMS_ON_CARD = 4
LINES_PER_PAGE = 500
"""The entries on a page where each is a line."""
_LEFT_OUT: dict[str, Any] = {"summary": "", "terms": (), "facts": {}}
"""What a brief card is without."""


def render_cards(
    entries: Iterable[Entry],
    catalog: Catalog,
    place: Place,
    state: LinkState = EMPTY_STATE,
    *,
    level: int = 3,
    author: str = "",
) -> Markup:
    """Render an ordered list of cards, as HTML; their titles are headings of `level`. No card, no list.

    `state` is what services said of their links. With `author`, the slug of one, each card names this author,
    and is brief: without summary, terms and what was observed.
    """
    items = "".join(
        _name_author(
            _render_card(entry, catalog, place, state, level, is_brief=bool(author)), entry, author, catalog
        )
        for entry in entries
    )
    return Markup(f'<ol class="cards">\n{items}</ol>\n' if items else "")


def render_lines(entries: Iterable[Entry], catalog: Catalog, place: Place) -> Markup:
    """Render a list with one line for each entry, as HTML: a tenth of the bytes. No line, no list."""
    items = "".join(_render_line(entry, catalog, place) for entry in entries)
    return Markup(f'<ul class="entry-lines">\n{items}</ul>\n' if items else "")


def _render_line(entry: Entry, catalog: Catalog, place: Place) -> str:
    title, address = escape_text(entry.title), place.to(f"papers/{entry.id}/")
    name = f" {escape_text(entry.name)}" if entry.name and entry.name not in entry.title else ""
    facts = escape_text(" · ".join(filter(None, (entry.date, format_venue(entry, catalog)))))
    return f'<li><a href="{address}">{title}</a>{name} <span class="hint">{facts}</span></li>\n'


def _render_card(
    entry: Entry, catalog: Catalog, place: Place, state: LinkState, level: int, *, is_brief: bool
) -> str:
    """An entry is in a dozen lists; its card is rendered once for all pages of equal depth and level."""
    rendered = catalog.index(_make_card_store)
    key = entry.id, place.root, level, id(state), is_brief
    if key not in rendered:
        facts = group_by_day(list_observed_facts(entry, state).values())
        values = {**_describe(entry, catalog), "facts": facts} | (_LEFT_OUT if is_brief else {})
        rendered[key] = render("pages/card.html.j2", place=place, level=level, **values)
    return rendered[key]


def _name_author(card: str, entry: Entry, author: str, catalog: Catalog) -> str:
    """Put the author into the line of authors; an entry has too many authors for a card of each."""
    rest = list_author_slugs(entry, catalog)[FIRST_AUTHORS:] if author else ()
    names = [name for name, slug in rest if slug == author]
    if not names:
        return card
    usual, line = format_first_authors(entry), format_first_authors(entry, also=names)
    return card.replace(_render_author_line(usual), _render_author_line(line), 1)


def _render_author_line(authors: str) -> str:
    """The line as the template of the card has it."""
    return f'<p class="card-authors">{escape_text(authors)}</p>'


def _make_card_store(catalog: Catalog) -> dict[tuple[str, str, int, int, bool], str]:
    """The empty store of cards that a catalog keeps."""
    return {}


def _describe(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    terms = [("task", slug, catalog.label("tasks", slug)) for slug in entry.tasks]
    terms += [("modality", slug, catalog.label("modalities", slug)) for slug in entry.modalities]
    return {
        "entry": entry,
        "summary": entry.summary,
        "scope": find_scope_label(entry, catalog),
        "namesakes": list_namesakes(entry, catalog),
        "authors": format_first_authors(entry),
        "venue": format_venue(entry, catalog),
        "kind": catalog.label("kinds", entry.kind),
        "license": find_main_license(entry, catalog),
        "links": list_links(entry, catalog),
        "terms": terms[:TERMS_ON_CARD],
    }
