"""What README shows of one entry: on its line, and in its row of a table."""

from collections.abc import Iterable
from itertools import pairwise
from textwrap import shorten
from typing import NamedTuple

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.render import markdown
from generator.settings import Settings
from generator.views.entry_texts import format_first_authors, format_size, format_venue
from generator.views.links import LINK_LABELS, LabeledLink, find_main_link, keep_other_links, list_links

MAX_CELL_LENGTH = 40
"""Longer text is cut at a word in a table: each cell of a column is as wide as the widest."""


class EntryLine(NamedTuple):
    """The parts of the line of an entry, as plain text; empty ones are left out."""

    title: str
    url: str
    name: str
    """The short name; empty where the title has it already."""
    start: str
    """The beginning of the title that is the short name, if any."""
    status: str
    highlight: bool
    summary: str
    authors: str
    when: str
    """Venue and year or, without a venue, the date."""
    briefly: str
    """Venue and year or, without a venue, the month."""
    links: tuple[tuple[str, str], ...]
    first_links: tuple[tuple[str, str], ...]
    """The first link of each kind."""


def build_entry_line(entry: Entry, catalog: Catalog, settings: Settings) -> EntryLine:
    """Build the line of `entry`."""
    found, venue = list_links(entry, catalog), format_venue(entry, catalog)
    others = keep_other_links(found)
    return EntryLine(
        title=entry.title,
        url=found[0].url if found else "",
        name=entry.name if entry.name and not _has_name(entry.title, entry.name) else "",
        start=_find_start(entry.title, entry.name or ""),
        status="" if entry.status == "active" else entry.status.capitalize(),
        highlight=entry.highlight,
        summary=entry.summary or "",
        authors=format_first_authors(entry),
        when=venue or entry.date or "",
        briefly=venue or (entry.date or "")[:7],
        links=tuple(_list_links(entry, others, settings)),
        first_links=tuple(_list_first_links(others)),
    )


def _has_name(title: str, name: str) -> bool:
    """Whether `title` has `name` as separate words, whatever the case."""
    pieces = f" {title} ".casefold().split(name.casefold())
    return any(
        _separates_words(before[-1:]) and _separates_words(after[:1]) for before, after in pairwise(pieces)
    )


def _find_start(title: str, name: str) -> str:
    """The `name` as `title` begins with it, whatever the case; empty if it does not."""
    start = title[: len(name)]
    return start if start.casefold() == name.casefold() else ""


def _separates_words(char: str) -> bool:
    return bool(char) and not char.isalnum() and char != "_"


def _list_links(entry: Entry, others: list[LabeledLink], settings: Settings) -> Iterable[tuple[str, str]]:
    yield from ((link.label, link.url) for link in others)
    if settings.site_url:
        yield "Details", f"{settings.site_url}/papers/{entry.id}/"


def _list_first_links(others: list[LabeledLink]) -> Iterable[tuple[str, str]]:
    links = {link.kind: link.url for link in reversed(others)}
    return ((LINK_LABELS[kind], links[kind]) for kind in reversed(links))


def build_model_cells(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    """Build the cells of an entry with a model card."""
    card = entry.model
    assert card is not None
    trained_on = ", ".join(map(catalog.work_label, entry.uses.trained_on))
    return (
        _format_name(entry, catalog),
        entry.date or "",
        _format_cell(card.image_encoder),
        _format_cell(", ".join(filter(None, (card.text_encoder, card.language_model)))),
        _format_cell(catalog.work_label(card.base) if card.base else ""),
        _format_cell(card.training_data or trained_on),
        _format_term(catalog, "domains", card.domain),
        _format_first_link(entry.links.code, "code")
        or _format_term(catalog, "code_status", entry.code_status),
        _format_first_link(entry.links.weights, "weights"),
        _format_cell(_format_license(entry)),
    )


def _format_license(entry: Entry) -> str:
    """The license of code and weights; named by part only where they differ."""
    licenses = {kind: getattr(entry.license, kind, None) for kind in ("code", "weights")}
    known = {kind: name for kind, name in licenses.items() if name}
    if len(set(known.values())) < 2:
        return next(iter(known.values()), "")
    return ", ".join(f"{name} ({LINK_LABELS[kind].lower()})" for kind, name in known.items())


def build_dataset_cells(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    """Build the cells of a dataset or benchmark."""
    card = entry.dataset
    return (
        _format_name(entry, catalog),
        _format_cell(format_size(card, catalog) if card else ""),
        _format_terms(catalog, "modalities", entry.modalities),
        _format_terms(catalog, "tasks", entry.tasks),
        _format_term(catalog, "access_levels", card.access if card else None),
        _format_cell(entry.license.data if entry.license else ""),
        _format_first_link(entry.links.data, "data"),
    )


def _format_name(entry: Entry, catalog: Catalog) -> str:
    label = _cut(entry.label)
    link = find_main_link(entry, catalog)
    return markdown.format_link(label, link.url) if link else markdown.escape_text(label)


def _format_cell(value: str | None) -> str:
    return markdown.escape_text(_cut(value)) if value else ""


def _cut(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= MAX_CELL_LENGTH:
        return text
    first = text[: MAX_CELL_LENGTH - 1]
    if " " in first and "-" not in first:  # `shorten` is slow, and would cut at the same place
        return f"{first.rpartition(' ')[0]} …"
    return shorten(text, MAX_CELL_LENGTH, placeholder=" …")


def _format_term(catalog: Catalog, vocabulary: str, slug: str | None) -> str:
    return _format_terms(catalog, vocabulary, [slug] if slug else [])


def _format_terms(catalog: Catalog, vocabulary: str, slugs: Iterable[str]) -> str:
    return _format_cell(", ".join(catalog.label(vocabulary, slug) for slug in slugs))


def _format_first_link(urls: tuple[str, ...], kind: str) -> str:
    return markdown.format_link(LINK_LABELS[kind], urls[0]) if urls else ""
