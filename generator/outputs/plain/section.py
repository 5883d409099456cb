"""The Markdown twin of the page of a section: one line for each entry, with the address of its twin."""

from collections.abc import Iterator
from functools import partial

from generator.catalog.catalog import Catalog
from generator.render.templates import render
from generator.views.entry_texts import format_venue
from generator.views.groups import Group, list_groups


def stream_twins(catalog: Catalog) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the address of each section's page with the pieces of its twin."""
    for group in list_groups(catalog, "section"):
        yield f"section/{group.slug}/", _render(group, catalog)


def _render(group: Group, catalog: Catalog) -> Iterator[str]:
    yield render("plain/section.md.j2", group=group, venue_of=partial(format_venue, catalog=catalog))
