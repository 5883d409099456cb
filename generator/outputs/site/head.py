"""What machines read in the head of a page: citation tags, JSON-LD, feeds."""

from collections.abc import Iterator
from html import escape

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data.atom import Feed
from generator.outputs.site.linked_data import build_linked_data
from generator.outputs.site.page import Place
from generator.render.json_in_html import dump_json_for_html
from generator.settings import Settings
from generator.views.citation import Citation, cite_entry

TWIN = "index.html.md"
"""What the convention of llmstxt.org adds to the address of a page for its Markdown twin."""

_DC_TYPES = {"preprint": "preprint", "dataset": "Dataset", "other": "document"}
"""The names that Zotero reads; it recognizes articles and conference papers by their citation tags."""


def render_head(entry: Entry, catalog: Catalog, settings: Settings, place: Place) -> str:
    """Render the tags of the page of `entry`, as HTML; the theme has those of a shared link."""
    cited = cite_entry(entry, catalog)
    tags = [f'<link rel="stylesheet" href="{place.to("assets/entry.css")}">']
    tags += [_render_meta(name, value) for name, value in _list_citation_tags(cited, entry)]
    linked = dump_json_for_html(build_linked_data(cited, entry, catalog, settings, place))
    tags.append(f'<link rel="alternate markdown" type="text/markdown" href="{TWIN}">')
    tags.append(f'<script type="application/ld+json">{linked}</script>')
    return "\n".join(tags)


def render_feed_link(feed: Feed, settings: Settings, place: Place) -> str:
    """Render the tag by which feed readers find `feed` from the page at `place`."""
    title = feed.title(settings)
    href = escape(place.to(feed.address))
    # The script of the theme would request a sitemap next to the target of a plain `alternate`.
    return f'<link rel="alternate feed" type="application/atom+xml" title="{escape(title)}" href="{href}">'


def _render_meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{escape(value)}">'


def _list_citation_tags(cited: Citation, entry: Entry) -> Iterator[tuple[str, str]]:
    yield "citation_title", cited.title
    # Zotero splits names at a semicolon.
    yield from (("citation_author", name.last_first.replace(";", "")) for name in cited.authors)
    if cited.date:
        yield "citation_publication_date", "/".join(f"{part:02}" for part in cited.date)
    yield from _list_container_tags(cited)
    yield from ((name, text) for name, text in _list_part_tags(cited) if text)
    yield from ((row.meta, id_) for row, id_ in cited.identifiers if row.meta)
    if pdf := _find_pdf(entry):
        yield "citation_pdf_url", pdf
    if cited.url:
        yield "citation_public_url", cited.url
    if cited.keywords:
        yield "citation_keywords", "; ".join(cited.keywords)


def _list_container_tags(cited: Citation) -> Iterator[tuple[str, str]]:
    if cited.kind == "journal":
        yield "citation_journal_title", cited.container
    elif cited.kind == "conference":
        # Zotero takes the title of the proceedings from the first, and the type of the work from the last.
        yield "citation_inbook_title", cited.container
        yield "citation_conference_title", cited.container
    else:
        yield "DC.type", _DC_TYPES[cited.kind]
        if cited.container:
            yield "citation_publisher", cited.container


def _list_part_tags(cited: Citation) -> Iterator[tuple[str, str]]:
    """Where in its container the work is."""
    yield "citation_volume", cited.volume
    yield "citation_issue", cited.number
    yield from zip(("citation_firstpage", "citation_lastpage"), cited.pages, strict=True)


def _find_pdf(entry: Entry) -> str:
    if entry.links.pdf:
        return entry.links.pdf[0]
    return next((row.pdf.format(id_) for row, id_ in entry.identifiers if row.pdf), "")
