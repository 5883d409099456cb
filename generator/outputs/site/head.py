"""What machines read in the head of an entry's page: citation tags, JSON-LD, Open Graph, feeds."""

from collections.abc import Iterator
from html import escape
from typing import Any

from generator import views
from generator.catalog import Catalog
from generator.citation import Citation, citation
from generator.model import Entry
from generator.outputs.data import ADDITIONS
from generator.outputs.data.atom import Feed
from generator.outputs.site.page import Place
from generator.render.json_in_html import json_in_html
from generator.settings import Settings

_DC_TYPES = {"preprint": "preprint", "dataset": "Dataset", "other": "document"}
"""Zotero's names; it knows an article and a conference paper by their citation tags."""


def head(entry: Entry, catalog: Catalog, settings: Settings, place: Place, description: str) -> str:
    """The tags of `entry`'s page, as HTML."""
    cited = citation(entry, catalog)
    tags = [_meta("name", name, value) for name, value in _citation(cited, entry)]
    tags += [_meta("property", name, value) for name, value in _open_graph(entry, settings, place, description)]
    tags.append(feed_link(ADDITIONS, settings, place))
    graph = [_work(cited, entry, catalog, settings, place), _breadcrumbs(entry, catalog, settings, place)]
    linked = json_in_html({"@context": "https://schema.org", "@graph": graph})
    tags.append(f'<script type="application/ld+json">{linked}</script>')
    return "\n".join(tags)


def feed_link(feed: Feed, settings: Settings, place: Place) -> str:
    """The tag by which feed readers find `feed` from the page at `place`."""
    title = f"{settings.name}: {feed.label or 'additions'}"
    href = escape(place.to(feed.address))
    return f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{href}">'


def _meta(key: str, name: str, value: str) -> str:
    return f'<meta {key}="{name}" content="{escape(value)}">'


def _citation(cited: Citation, entry: Entry) -> Iterator[tuple[str, str]]:
    yield "citation_title", cited.title
    # Zotero parts names at a semicolon.
    yield from (("citation_author", name.last_first.replace(";", "")) for name in cited.authors)
    if cited.date:
        yield "citation_publication_date", "/".join(f"{part:02}" for part in cited.date)
    yield from _container(cited)
    if cited.doi:
        yield "citation_doi", cited.doi
    if cited.arxiv:
        yield "citation_arxiv_id", cited.arxiv
    if pdf := _pdf(entry):
        yield "citation_pdf_url", pdf
    if cited.url:
        yield "citation_public_url", cited.url
    if cited.keywords:
        yield "citation_keywords", "; ".join(cited.keywords)


def _container(cited: Citation) -> Iterator[tuple[str, str]]:
    if cited.form == "journal":
        yield "citation_journal_title", cited.container
    elif cited.form == "conference":
        # Zotero takes the title of the proceedings from the first, and the kind of work from the last.
        yield "citation_inbook_title", cited.container
        yield "citation_conference_title", cited.container
    else:
        yield "DC.type", _DC_TYPES[cited.form]
        if cited.container:
            yield "citation_publisher", cited.container


def _pdf(entry: Entry) -> str:
    if entry.links.pdf:
        return entry.links.pdf[0]
    return f"https://arxiv.org/pdf/{entry.arxiv}" if entry.arxiv else ""


def _open_graph(
    entry: Entry, settings: Settings, place: Place, description: str
) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", entry.title
    yield "og:description", description
    yield "og:site_name", settings.name
    if settings.site_url:
        yield "og:url", f"{settings.site_url}/{place.address}"


def _work(
    cited: Citation, entry: Entry, catalog: Catalog, settings: Settings, place: Place
) -> dict[str, Any]:
    is_data = views.card(entry, catalog) == "dataset"
    common = {
        "@type": "Dataset" if is_data else "ScholarlyArticle",
        "@id": _address(settings, place, place.address),
        "name": entry.label if is_data else entry.title,
        "alternateName": [name for name in (entry.title, *entry.aliases) if name != entry.label] if is_data else [],
        "description": entry.summary,
        "keywords": list(cited.keywords),
        "identifier": _identifiers(entry),
        "sameAs": [link.url for link in views.links(entry) if link.kind in ("arxiv", "doi", "paper")],
    }
    own = _dataset(cited, entry, catalog) if is_data else _article(cited, entry)
    return _filled(common | own)


def _article(cited: Citation, entry: Entry) -> dict[str, Any]:
    return {
        "headline": entry.title,
        "author": _people(cited),
        "datePublished": _date(cited),
        "isPartOf": _container_node(cited),
    }


def _dataset(cited: Citation, entry: Entry, catalog: Catalog) -> dict[str, Any]:
    access = catalog.vocabulary("access_levels").get((entry.dataset and entry.dataset.access) or "")
    license_ = entry.license.data if entry.license else None
    return {
        "creator": _people(cited),
        "datePublished": _date(cited),
        "license": {"@type": "CreativeWork", "name": license_} if license_ else None,
        "conditionsOfAccess": f"{access.label}: {access.description}" if access else None,
        "size": entry.dataset.size if entry.dataset else None,
        "url": entry.links.data[0] if entry.links.data else None,
        "citation": _cited_article(cited),
    }


def _cited_article(cited: Citation) -> dict[str, Any] | None:
    """The paper in which the data are described, if it was published as one."""
    if cited.form in ("dataset", "other"):
        return None
    return _filled(
        {
            "@type": "ScholarlyArticle",
            "headline": cited.title,
            "author": _people(cited),
            "datePublished": _date(cited),
            "isPartOf": _container_node(cited),
            "url": cited.url,
        }
    )


def _container_node(cited: Citation) -> dict[str, str] | None:
    if not cited.container:
        return None
    kind = "Periodical" if cited.form == "journal" else "PublicationVolume" if cited.form == "conference" else ""
    return {"@type": kind or "CreativeWork", "name": cited.container}


def _people(cited: Citation) -> list[dict[str, str]]:
    return [
        _filled(
            {
                "@type": "Organization" if name.literal else "Person",
                "name": name.natural,
                "givenName": name.given,
                "familyName": "" if name.literal else name.last,
            }
        )
        for name in cited.authors
    ]


def _identifiers(entry: Entry) -> list[dict[str, str]]:
    ids = (("doi", entry.doi), ("arXiv", entry.arxiv))
    return [{"@type": "PropertyValue", "propertyID": kind, "value": value} for kind, value in ids if value]


def _date(cited: Citation) -> str:
    return "-".join(f"{part:02}" for part in cited.date)


def _breadcrumbs(entry: Entry, catalog: Catalog, settings: Settings, place: Place) -> dict[str, Any]:
    sections = views.section_path(entry, catalog)
    steps = [("", settings.name), *((f"section/{term.slug}/", term.label) for term in sections)]
    steps.append((place.address, entry.label))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": _address(settings, place, address)}
        for number, (address, name) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _address(settings: Settings, place: Place, address: str) -> str:
    """Whole where the site has a home; else the way from the page, which JSON-LD allows."""
    return f"{settings.site_url}/{address}" if settings.site_url else place.to(address)


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
