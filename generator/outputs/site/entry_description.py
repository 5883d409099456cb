"""All that is shown of one entry, by name: for its page and for the Markdown twin of the page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from generator.catalog.catalog import Catalog
from generator.entry.model import OTHERS, Entry
from generator.entry.vocabulary import Term
from generator.outputs.data import reference
from generator.outputs.data.bibtex import stream_bibtex
from generator.outputs.site.lineage import list_users_by_use, list_uses
from generator.outputs.site.numbers import build_number_table
from generator.outputs.site.reporting import make_report_address
from generator.settings import Settings
from generator.views.entry_texts import format_counts, format_publication
from generator.views.facets import FACETS, FACETS_BY_NAME, Facet
from generator.views.groups import find_term_label, find_term_slug, has_page, list_author_slugs
from generator.views.licenses import LICENSED_PARTS, find_access, find_base_license, list_licenses
from generator.views.links import list_links
from generator.views.namesakes import list_namesakes
from generator.views.numbers import results
from generator.views.numbers.printed_numbers import PrintedNumber, list_printed_numbers
from generator.views.scopes import find_scope, find_scope_label

_FACETS = [facet for facet in FACETS if facet.is_on_page]
_MODEL = (
    ("image_encoder", "Image encoder"),
    ("text_encoder", "Text encoder"),
    ("language_model", "Language model"),
    ("parameters", "Parameters"),
    ("trained_parameters", "Trained parameters"),
    ("training_data", "Training data"),
)


def describe_entry(
    entry: Entry, catalog: Catalog, settings: Settings, gated: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """Return all that is shown of `entry` but its link status and related works, by name.

    `gated` has the parts that were observed to be gated, each with the day.
    """
    return {
        **_describe_once(entry, catalog, settings),
        "access": _find_access(entry, catalog, gated),
        "gated": {part: day for part, day in gated.items() if not find_access(entry, part)},
    }


def _describe_once(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    """A page and its Markdown twin are written one after the other, so the last description is kept."""
    kept = catalog.index(_make_description_store)
    key = id(entry), id(settings)
    if key not in kept:
        kept.clear()
        kept[key] = _describe(entry, catalog, settings)
    return kept[key]


def _make_description_store(catalog: Catalog) -> dict[tuple[int, int], dict[str, Any]]:
    """The empty store of the last description that a catalog keeps."""
    return {}


def _describe(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    return {
        **_describe_work(entry, catalog),
        **_describe_parts(entry, catalog),
        **_describe_results(entry, catalog, settings),
        **_describe_sources(entry, catalog, settings),
    }


def _describe_work(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    """What it is, who made it, and where it is in the list."""
    return {
        "entry": entry,
        "kind": catalog.label("kinds", entry.kind),
        "scope": find_scope_label(entry, catalog),
        "namesakes": list_namesakes(entry, catalog),
        "path": _list_path(entry, catalog),
        "authors": _list_authors(entry, catalog),
        "others": OTHERS in entry.authors,
        "venue": format_publication(entry, catalog),
        "venue_slug": _find_venue_slug(entry, catalog),
        "links": list_links(entry, catalog),
        "terms": _list_terms(entry, catalog),
        "keywords": [(keyword, f"browse/?q={quote(keyword)}") for keyword in entry.keywords],
    }


def _describe_parts(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    """Its code, model and data: what they are made of, their licenses, who uses them."""
    return {
        "model": _describe_model_card(entry, catalog),
        "dataset": _describe_data_card(entry, catalog),
        "licenses": list_licenses(entry, catalog),
        "base_license": find_base_license(entry, catalog),
        "code_status": catalog.label("code_status", entry.code_status) if entry.code_status else "",
        "uses": list_uses(entry, catalog),
        "users": list_users_by_use(entry, catalog),
    }


def _describe_results(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    """The numbers that it prints, and those that others print for it or on it."""
    printed = list_printed_numbers(entry, catalog)
    return {
        "printed": build_number_table(printed, catalog, settings),
        "own_results": sum(number.result.model == entry.id for number in printed),
        "measured": build_number_table(_list_measured(entry, catalog), catalog, settings),
        "on_it": len(results.group_by_benchmark(catalog).get(entry.id, ())),
    }


def _describe_sources(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    """How to cite it, and where its file is."""
    return {
        "bibtex": "".join(stream_bibtex([entry], catalog)),
        "citation_forms": _list_citation_forms(entry, catalog),
        "repo_url": settings.repo_url,
        "report_url": make_report_address(entry, settings),
        "file": catalog.paths[entry.id],
    }


def _list_citation_forms(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    """Each form of the citation that is one line, with its label."""
    forms = [
        ("Reference (APA)", reference.format_reference(entry, catalog)),
        ("Markdown", reference.format_markdown_link(entry, catalog)),
        ("LaTeX", reference.format_cite_command(entry)),
    ]
    return [(label, text) for label, text in forms if text]


def _list_path(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    """The address and the label of each section above the entry."""
    path = catalog.vocabulary("sections").path(entry.section)
    return [(f"section/{term.slug}/", term.label) for term in path]


def _list_authors(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    """The name of each author as printed, with the address of the page of the author, or of a search."""
    facet = FACETS_BY_NAME["author"]
    scope = find_scope(entry, catalog)
    beside_core = "" if scope == "core" else f"&scope={scope}"
    found = []
    for name, slug in list_author_slugs(entry, catalog):
        search = f"browse/?author={slug}{beside_core}"
        found.append((name, f"author/{slug}/" if has_page(facet, slug, catalog) else search))
    return found


def _find_venue_slug(entry: Entry, catalog: Catalog) -> str:
    term = catalog.vocabulary("venues").get(entry.venue.name) if entry.venue else None
    return term.slug if term else ""


def _list_terms(entry: Entry, catalog: Catalog) -> list[tuple[str, list[tuple[str, str]]]]:
    """The label of each facet, with the label of each term and the address of the works that have it."""
    found = (
        (facet.label, [_describe_term(facet, value, catalog) for value in facet.read_values(entry)])
        for facet in _FACETS
    )
    return [row for row in found if row[1]]


def _describe_term(facet: Facet, value: str, catalog: Catalog) -> tuple[str, str]:
    known = catalog.index(_make_term_store)
    key = facet.name, value
    if key not in known:
        slug = find_term_slug(facet, value, catalog)
        known[key] = find_term_label(facet, value, catalog), f"browse/?{facet.name}={slug}"
    return known[key]


def _make_term_store(catalog: Catalog) -> dict[tuple[str, str], tuple[str, str]]:
    """The empty store of the terms that a catalog keeps: hundreds, each on thousands of pages."""
    return {}


def _describe_model_card(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    if not entry.model:
        return []
    rows = [(label, getattr(entry.model, field)) for field, label in _MODEL]
    if entry.model.domain:
        rows.append(("Domain", catalog.label("domains", entry.model.domain)))
    return [(label, value) for label, value in rows if value]


def _describe_data_card(entry: Entry, catalog: Catalog) -> list[tuple[str, str]]:
    card = entry.dataset
    if not card:
        return []
    rows = [
        *format_counts(card, catalog),
        ("Size", card.size or ""),
        ("Classes", f"{card.classes:,}" if card.classes else ""),
    ]
    return [row for row in rows if row[1]]


def _find_access(entry: Entry, catalog: Catalog, gated: Mapping[str, str]) -> dict[str, Term]:
    """How to get each part of which that is known."""
    levels = catalog.vocabulary("access_levels")
    found = {part: levels.get(find_access(entry, part, gated) or "") for part in LICENSED_PARTS}
    return {part: level for part, level in found.items() if level}


def _list_measured(entry: Entry, catalog: Catalog) -> list[PrintedNumber]:
    """The numbers that other works print for this model."""
    return [
        number for number in results.find_numbers_of_model(catalog, entry.id) if number.source.id != entry.id
    ]
