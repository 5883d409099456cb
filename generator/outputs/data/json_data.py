"""JSON: every entry with all its fields, the labels of its terms and its addresses."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.field_marks import InVocabulary
from generator.entry.fields import collect_texts
from generator.entry.identifiers import BY_FIELD
from generator.entry.model import Entry
from generator.outputs.data.pieces import separated
from generator.settings import Settings
from generator.views.licenses import license_class
from generator.views.links import labeled_links, main_link
from generator.views.printed import Printed, printed_by

VERSION = 1
"""Raised whenever a field is renamed, dropped or given another meaning; new fields don't raise it."""


def document(entries: Iterable[Entry], catalog: Catalog, settings: Settings) -> Iterator[str]:
    """The document that `schema.of_document` describes, one entry a line."""
    lines = (json.dumps(_record(entry, catalog, settings), ensure_ascii=False) for entry in entries)
    name = json.dumps(settings.name, ensure_ascii=False)
    yield f'{{\n"version": {VERSION},\n"name": {name},\n"entries": [\n'
    yield from separated(lines, ",\n")
    yield "\n]\n}\n"


def _record(entry: Entry, catalog: Catalog, settings: Settings) -> dict[str, Any]:
    own = entry.model_dump(mode="json", exclude_defaults=True)
    if entry.results:
        own["results"] = [_number(printed) for printed in printed_by(entry, catalog)]
    made = {"labels": _labels(entry, catalog), "urls": _urls(entry, settings)}
    given = {"license_classes": _license_classes(entry, catalog), "link_labels": _link_labels(entry)}
    return own | made | {key: value for key, value in given.items() if value}


def _link_labels(entry: Entry) -> dict[str, list[str]]:
    """The labels of links, by their kind and in their order, where the file has any."""
    found: dict[str, list[str]] = {}
    for (_, kind, _), url in entry.links.list_addresses():
        if url.label:
            found.setdefault(kind, []).append(url.label)
    return found


def _license_classes(entry: Entry, catalog: Catalog) -> dict[str, str]:
    """What code, weights and data may be used for, by the slug of the license's class."""
    written = entry.license.model_dump(exclude_none=True) if entry.license else {}
    classes = {part: license_class(license_, catalog) for part, license_ in written.items()}
    return {part: term.slug for part, term in classes.items() if term}


def _number(printed: Printed) -> dict[str, Any]:
    """One number with all that is said of it: tables are for people who write them."""
    return printed.result.model_dump(mode="json", exclude_defaults=True)


def _labels(entry: Entry, catalog: Catalog) -> dict[str, dict[str, str]]:
    """What a reader sees for each term of `entry`, by vocabulary."""
    found: dict[str, dict[str, str]] = {}
    for value in collect_texts(entry):
        for mark in value.marks:
            if isinstance(mark, InVocabulary):
                found.setdefault(mark.name, {})[value.text] = catalog.label(mark.name, value.text)
    return found


def _urls(entry: Entry, settings: Settings) -> dict[str, str]:
    """Addresses made from ids; those of this site are whole once it has a home."""
    base = f"{settings.site_url}/" if settings.site_url else ""
    found = {"page": f"{base}papers/{entry.id}/", "bibtex": f"{base}papers/{entry.id}/cite.bib"}
    found |= {link.kind: link.url for link in labeled_links(entry) if link.kind in BY_FIELD}
    main = main_link(entry)
    return found | ({"main": main.url} if main else {})
