"""Atom feeds (RFC 4287) of the entries that were added to the list, last added first."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from generator.catalog.catalog import Catalog
from generator.entry.model import OTHERS, Entry
from generator.settings import Settings
from generator.text import slugify
from generator.views.entry_texts import format_venue
from generator.views.links import LabeledLink, find_main_link, list_links
from generator.views.order import sort_by_added

_NAMESPACE = "http://www.w3.org/2005/Atom"
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01T00:00:00Z"
_FIRST_YEAR = "2026"
"""Part of every id since the first feed; with another year, readers would take all entries for new ones."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The subject of a feed, its address, and the address of its page, both from the root of the site."""

    address: str
    page: str
    label: str = ""
    """The part of the list; empty for all of it."""
    max_entries: int = 50
    """How many entries it has at most; the whole list is in the other files."""

    def title(self, settings: Settings) -> str:
        """The name under which feed readers list it."""
        return f"{settings.name}: {self.label}" if self.label else settings.name


def stream_atom(feed: Feed, entries: Iterable[Entry], catalog: Catalog, settings: Settings) -> Iterator[str]:
    """Render the last additions among `entries`; addresses of the site are left out while it has none."""
    newest = sort_by_added(entries)[: feed.max_entries]
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "en"})
    _add_text(root, "id", _make_tag(settings, feed.address))
    _add_text(root, "title", feed.title(settings))
    _add_text(root, "updated", _format_moment(newest[0].added) if newest else _NEVER)
    _add_text(SubElement(root, "author"), "name", settings.name)
    if settings.site_url:
        _add_link(root, "self", f"{settings.site_url}/{feed.address}", type="application/atom+xml")
        _add_link(root, "alternate", f"{settings.site_url}/{feed.page}", type="text/html")
    head, end, _ = _indent(root, 0).rpartition("</feed>")
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{head}'
    for entry in newest:
        yield catalog.make_once(_make_renderer(settings), entry)  # it is in the feeds of several groups
    yield f"{end}\n"


@cache
def _make_renderer(settings: Settings) -> Callable[[Entry, Catalog], str]:
    """Return the function that renders an entry; always the same one, so that `make_once` knows it."""

    def render_feed_entry(entry: Entry, catalog: Catalog) -> str:
        return f" {_indent(_make_entry(entry, catalog, settings), 1)}\n"

    return render_feed_entry


def _indent(element: Element, level: int) -> str:
    ElementTree.indent(element, " ", level)
    return ElementTree.tostring(element, "unicode")


def _make_entry(entry: Entry, catalog: Catalog, settings: Settings) -> Element:
    item = Element("entry")
    _add_text(item, "id", _make_tag(settings, f"papers/{entry.id}"))
    _add_text(item, "title", entry.title)
    _add_text(item, "updated", _format_moment(entry.added))
    for author in entry.authors:
        if author != OTHERS:
            _add_text(SubElement(item, "author"), "name", author)
    _add_links(item, entry, catalog, settings)
    for scheme, term, label in _list_terms(entry, catalog):
        SubElement(
            item,
            "category",
            {"term": term, "scheme": _make_tag(settings, scheme), "label": _drop_illegal(label)},
        )
    _add_text(item, "content", _render_content(entry, catalog), type="html")
    return item


def _add_links(item: Element, entry: Entry, catalog: Catalog, settings: Settings) -> None:
    main = find_main_link(entry, catalog)
    page = f"{settings.site_url}/papers/{entry.id}/" if settings.site_url else main.url if main else ""
    if page:
        _add_link(item, "alternate", page, type="text/html")
    for link in list_links(entry, catalog):
        if link.url != page:
            _add_link(item, "related", link.url, title=link.label)


def _list_terms(entry: Entry, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    yield "section", entry.section, catalog.label("sections", entry.section)
    yield from (("task", slug, catalog.label("tasks", slug)) for slug in entry.tasks)
    yield from (("modality", slug, catalog.label("modalities", slug)) for slug in entry.modalities)


def _render_content(entry: Entry, catalog: Catalog) -> str:
    facts = ", ".join(part for part in (format_venue(entry, catalog), entry.date) if part)
    links = " · ".join(map(_render_anchor, list_links(entry, catalog)))
    terms = ", ".join(escape(label) for _, _, label in _list_terms(entry, catalog))
    lines = (escape(entry.summary or entry.title), escape(facts), links, terms)
    return "".join(f"<p>{line}</p>" for line in lines if line)


def _render_anchor(link: LabeledLink) -> str:
    return f'<a href="{escape(link.url)}">{escape(link.label)}</a>'


def _add_text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _drop_illegal(text)


def _add_link(parent: Element, rel: str, href: str, **attributes: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href, **attributes})


def _drop_illegal(text: str) -> str:
    """`text` without the characters that XML 1.0 forbids, even when escaped."""
    return _ILLEGAL.sub("", text)


def _make_tag(settings: Settings, specific: str) -> str:
    """A permanent id (RFC 4151): it has no address of the site, so the site can move."""
    return f"tag:{slugify(settings.name)[:63].strip('-')}.invalid,{_FIRST_YEAR}:{specific}"


def _format_moment(date: str) -> str:
    """The start of a day, month or year in the form of RFC 3339."""
    return f"{date}{'-01-01'[len(date) - 10 :] if len(date) < 10 else ''}T00:00:00Z"
