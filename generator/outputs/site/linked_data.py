"""What search engines read about an entry: schema.org terms, as JSON-LD."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.page import Place
from generator.settings import Settings
from generator.views.citation import Citation
from generator.views.entry_texts import format_size
from generator.views.licenses import PartLicense, list_licenses
from generator.views.links import PAPER_KINDS, list_links
from generator.views.tabled import find_card

_SAME = PAPER_KINDS - {"pdf"}
_CONTAINER_TYPES = {"journal": "Periodical", "conference": "PublicationVolume"}


def build_linked_data(
    cited: Citation, entry: Entry, catalog: Catalog, settings: Settings, place: Place
) -> dict[str, Any]:
    """Build the description of a paper or dataset, and the breadcrumbs of its page.

    That of a paper is without what its page says in the description and the citation tags of the head. For a
    dataset, Google Dataset Search reads nothing else, and requires the description.
    """
    is_data = find_card(entry, catalog) == "dataset"
    work = _describe_dataset(cited, entry, catalog) if is_data else _describe_article(cited)
    common = {
        "@id": _make_address(settings, place, place.address),
        "sameAs": [link.url for link in list_links(entry, catalog) if link.kind in _SAME],
    }
    graph = [_keep_filled(work | common), _list_breadcrumbs(entry, catalog, settings, place)]
    return {"@context": "https://schema.org", "@graph": graph}


def _describe_article(cited: Citation) -> dict[str, Any]:
    return {
        "@type": "ScholarlyArticle",
        "headline": cited.title,
        "alternativeHeadline": cited.short_title if cited.short_title != cited.title else "",
        "author": _list_people(cited),
        "datePublished": _find_date(cited),
        "isPartOf": _describe_container(cited),
        "pageStart": cited.pages[0],
        "pageEnd": cited.pages[1],
        "url": cited.url,
    }


def _describe_dataset(cited: Citation, entry: Entry, catalog: Catalog) -> dict[str, Any]:
    card = entry.dataset
    access = catalog.vocabulary("access_levels").get((card.access if card else None) or "")
    license_ = list_licenses(entry, catalog).get("data")
    has_paper = cited.kind in ("journal", "conference", "preprint")
    return {
        "@type": "Dataset",
        "name": entry.label,
        "description": entry.summary,
        "keywords": list(cited.keywords),
        "identifier": _list_identifiers(entry),
        "alternateName": [name for name in (entry.title, *entry.aliases) if name != entry.label],
        "creator": _list_people(cited),
        "datePublished": _find_date(cited),
        "license": _describe_license(license_) if license_ and license_.is_stated else None,
        "conditionsOfAccess": f"{access.label}: {access.description}" if access else None,
        "size": format_size(card, catalog) if card else None,
        "url": entry.links.data[0] if entry.links.data else None,
        # The authors of the paper are the creators: they are named only once.
        "citation": _keep_filled(_describe_article(cited) | {"author": None}) if has_paper else None,
    }


def _describe_license(stated: PartLicense) -> dict[str, Any]:
    return _keep_filled({"@type": "CreativeWork", "name": stated.label, "url": stated.url})


def _describe_container(cited: Citation) -> dict[str, Any] | None:
    """What the work is in: an issue is part of a volume, and a volume of a journal."""
    if not cited.container:
        return None
    kind = _CONTAINER_TYPES.get(cited.kind, "CreativeWork")
    found: dict[str, Any] = {"@type": kind, "name": cited.container}
    if cited.kind == "conference":
        return _keep_filled(found | {"volumeNumber": cited.volume})
    if cited.volume:
        found = {"@type": "PublicationVolume", "volumeNumber": cited.volume, "isPartOf": found}
    if cited.number:
        found = {"@type": "PublicationIssue", "issueNumber": cited.number, "isPartOf": found}
    return found


def _list_people(cited: Citation) -> list[dict[str, str]]:
    """Only full names: the tags for Zotero split them already, and some works have a hundred authors."""
    return [
        {"@type": "Organization" if name.literal else "Person", "name": name.natural}
        for name in cited.authors
    ]


def _list_identifiers(entry: Entry) -> list[dict[str, str]]:
    return [
        {"@type": "PropertyValue", "propertyID": row.property_id or row.field, "value": id_}
        for row, id_ in entry.identifiers
    ]


def _find_date(cited: Citation) -> str:
    """The date of the version that is cited, as in the citation tags.

    Of a paper at a venue only the year is known: the day of its preprint is that of another version.
    """
    return "-".join(f"{part:02}" for part in cited.date)


def _list_breadcrumbs(entry: Entry, catalog: Catalog, settings: Settings, place: Place) -> dict[str, Any]:
    """The sections above the page, and the page; Google takes neither the home page nor its own address."""
    sections = catalog.vocabulary("sections").path(entry.section)
    steps = [(term.label, _make_address(settings, place, f"section/{term.slug}/")) for term in sections]
    items = [
        _keep_filled({"@type": "ListItem", "position": number, "name": name, "item": address})
        for number, (name, address) in enumerate([*steps, (entry.label, "")], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _make_address(settings: Settings, place: Place, address: str) -> str:
    """Absolute where the site has an address; else relative to the page, which JSON-LD allows."""
    return f"{settings.site_url}/{address}" if settings.site_url else place.to(address)


def _keep_filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
