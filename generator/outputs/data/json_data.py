"""JSON: every entry with all its fields, the labels of its terms, and its addresses."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.field_marks import InVocabulary
from generator.entry.fields import collect_texts
from generator.entry.identifiers import BY_FIELD
from generator.entry.model import Entry
from generator.outputs.data.pieces import join_pieces
from generator.render.json_line import encode_line
from generator.settings import Settings
from generator.views.licenses import find_license_class
from generator.views.links import find_main_link, list_links
from generator.views.numbers.printed_numbers import PrintedNumber, list_printed_numbers
from generator.views.scopes import find_scope

ENTRIES_VERSION = 1
"""Raised when a field is renamed, is removed or changes its meaning; not for new fields."""


def stream_entries_json(entries: Iterable[Entry], catalog: Catalog, settings: Settings) -> Iterator[str]:
    """Render the document that `schema.render_entries_schema` describes, one entry on each line."""
    lines = (_render_line(entry, catalog, settings) for entry in entries)
    name = json.dumps(settings.name, ensure_ascii=False)
    yield f'{{\n"version": {ENTRIES_VERSION},\n"name": {name},\n"entries": [\n'
    yield from join_pieces(lines, ",\n")
    yield "\n]\n}\n"


def _render_line(entry: Entry, catalog: Catalog, settings: Settings) -> str:
    return encode_line(_make_record(entry, catalog, settings))


def _make_record(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    fields = entry.model_dump(mode="json", exclude_defaults=True)
    if entry.results:
        fields["results"] = [_make_number(printed) for printed in list_printed_numbers(entry, catalog)]
    added = {
        "scope": find_scope(entry, catalog),
        "labels": _list_labels(entry, catalog),
        "urls": _list_urls(entry, catalog, settings),
    }
    optional = {
        "license_classes": _list_license_classes(entry, catalog),
        "link_labels": _list_link_labels(entry),
    }
    return fields | added | {key: value for key, value in optional.items() if value}


def _list_link_labels(entry: Entry) -> dict[str, list[str]]:
    """The labels of links by kind, in their order, where the entry has labels."""
    found: dict[str, list[str]] = {}
    for (_, kind, _), url in entry.links.list_addresses():
        if url.label:
            found.setdefault(kind, []).append(url.label)
    return found


def _list_license_classes(entry: Entry, catalog: Catalog) -> dict[str, str]:
    """What code, weights and data may be used for, by the slug of the license's class."""
    written = entry.license.model_dump(exclude_none=True) if entry.license else {}
    classes = {part: find_license_class(license_, catalog) for part, license_ in written.items()}
    return {part: term.slug for part, term in classes.items() if term}


def _make_number(printed: PrintedNumber) -> dict[str, Any]:
    """One number with all that is known of it: the tables of an entry are a form for people."""
    return printed.result.model_dump(mode="json", exclude_defaults=True)


def _list_labels(entry: Entry, catalog: Catalog) -> dict[str, dict[str, str]]:
    """What a reader sees for each term of `entry`, by vocabulary."""
    found: dict[str, dict[str, str]] = {}
    for _, text, marks in collect_texts(entry):
        for mark in marks:
            if isinstance(mark, InVocabulary):
                found.setdefault(mark.name, {})[text] = catalog.label(mark.name, text)
    return found


def _list_urls(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, str]:
    """The addresses of an entry; those of this site are absolute once the site has an address."""
    base = f"{settings.site_url}/" if settings.site_url else ""
    found = {"page": f"{base}papers/{entry.id}/", "bibtex": f"{base}papers/{entry.id}/cite.bib"}
    found |= {link.kind: link.url for link in list_links(entry, catalog) if link.kind in BY_FIELD}
    main = find_main_link(entry, catalog)
    return found | ({"main": main.url} if main else {})
